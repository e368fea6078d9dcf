import type { Received } from '#contract/route.ts'
import type { SurveyAnswer, SurveyKind, SurveyQuestion } from '#contract/survey-questions.ts'
import { closeSurvey, createSurvey, openSurvey, saveSurvey } from '#contract/surveys.ts'
import type { Instant, Uuid } from '#contract/values.ts'
import { initialsOf, refreshCustomerKeys } from '#modules/estate/index.ts'
import { askAfterService } from '#modules/surveys/index.ts'
import type { Tx } from '#platform/db/tx.ts'
import { demoId } from './demo-id.ts'
import {
  type Feeling,
  KANO_QUESTIONS,
  kanoQuestions,
  SAID,
  serviceQuestions,
  yearlyQuestions,
} from './demo-survey-questions.ts'
import { personName, phoneNumber, surnameOf } from './names.ts'
import { type Random, randomOf } from './random.ts'
import { type Story, storyOf, type World } from './story.ts'
import type { Told } from './tale.ts'

const CHUNK = 400
/** Adults of a household beyond those whom the roster names: about three in a flat. */
const MORE = 900
const FIRST_PHONE = 8_000

/** A Kano survey of 3,000 invitations with 800 answers, two yearly ones, and one after every service. */
export const surveysOf = (world: World): Told[] => [
  storyOf(world, 'surveys', async (story) => {
    await story.step(story.days.at(-430, '09:00'), (tx) => moreFamily(tx, story))
    await tellSurvey(story, LAST_YEAR)
    await tellSurvey(story, THIS_YEAR)
    await tellServiceSurvey(story)
    await tellSurvey(story, KANO)
  }),
]

export type Plan = {
  kind: SurveyKind
  titles: readonly [zh: string, en: string]
  intro: readonly [zh: string, en: string]
  questions: SurveyQuestion[]
  anonymous: boolean
  sample: { method: 'stratified'; roles: ('owner' | 'family' | 'tenant')[]; size: number; seed: string }
  answers: number
  from: number
  to: number
  answer(random: Random): SurveyAnswer[]
}

/** The pairs of answers behind what a pair says, likeliest first. */
const PAIRS: Readonly<Record<string, readonly (readonly [f: number, d: number])[]>> = {
  M: [
    [4, 1],
    [4, 1],
    [3, 1],
    [2, 1],
  ],
  O: [[5, 1]],
  A: [
    [5, 3],
    [5, 3],
    [5, 2],
    [5, 4],
  ],
  I: [
    [3, 3],
    [3, 3],
    [4, 3],
    [4, 2],
    [3, 2],
    [4, 4],
    [2, 2],
  ],
  R: [
    [1, 3],
    [1, 5],
    [3, 5],
    [1, 2],
  ],
  Q: [
    [5, 5],
    [1, 1],
  ],
}
const degree = (random: Random, [a, b, c, d, e]: Feeling['satisfied']): number =>
  Number(random.weighted({ '1': a, '2': b, '3': c, '4': d, '5': e }))

export const kanoAnswer =
  (feelings: readonly Feeling[]) =>
  (random: Random): SurveyAnswer[] =>
    feelings.flatMap(({ satisfied, ...weights }, i): SurveyAnswer[] => {
      if (random.chance(0.02)) return []
      const [f, d] = random.pick(PAIRS[random.weighted(weights)] ?? [[3, 3] as const])
      return [{ no: i + 1, f, d, ...(random.chance(0.85) ? { s: degree(random, satisfied) } : {}) }]
    })

/** How satisfied people are with T01 to T20, and how much it matters; `better` is what a year has brought. */
const yearlyAnswer =
  (better: number) =>
  (random: Random): SurveyAnswer[] =>
    yearlyQuestions().flatMap(({ no }): SurveyAnswer[] => {
      if (random.chance(0.06)) return []
      const level = 3.3 + ((no * 7) % 11) / 10 + better
      const s = Math.min(5, Math.max(1, Math.round(level + (random.next() - 0.5) * 2.6)))
      const w = Math.min(9, Math.max(1, Math.round(4.5 + ((no * 5) % 9) / 2 + (random.next() - 0.5) * 3)))
      return [{ no, s, w }]
    })

const KANO: Plan = {
  kind: 'kano',
  titles: ['服务品质问卷', 'What matters in our service'],
  intro: [
    '请告诉我们，哪些服务是理所应当的，哪些会让您惊喜。您的选择决定明年先做什么。',
    'Tell us which services go without saying and which would delight you. Your choice decides what we do first.',
  ],
  questions: kanoQuestions(),
  anonymous: true,
  sample: { method: 'stratified', roles: ['owner', 'family', 'tenant'], size: 3_000, seed: '5eed2026' },
  answers: 800,
  from: -40,
  to: -19,
  answer: kanoAnswer(KANO_QUESTIONS.map(({ feeling }) => feeling)),
}
const yearly = (year: string, from: number, answers: number, better: number): Plan => ({
  kind: 'yearly',
  titles: [`${year}住户满意度调查`, `Yearly resident survey (${year === '今年' ? 'this year' : 'last year'})`],
  intro: ['请就小区的各处服务打分，约五分钟。', 'Please rate the services of the estate; it takes about five minutes.'],
  questions: yearlyQuestions(),
  anonymous: false,
  sample: {
    method: 'stratified',
    roles: ['owner', 'tenant'],
    size: 600,
    seed: `5eed${from === -75 ? '2026' : '2025'}`,
  },
  answers,
  from,
  to: from + 21,
  answer: yearlyAnswer(better),
})
const THIS_YEAR = yearly('今年', -75, 242, 0.15)
const LAST_YEAR = yearly('去年', -425, 187, 0)

const tellSurvey = async (story: Story, plan: Plan): Promise<void> => {
  const { days, estateId } = story
  const head = story.who('zhuren')
  const opened = await design(story, plan, days.at(plan.from - 3, '10:00'), days.at(plan.from, '10:30'))
  await story.step(days.at(plan.from, '10:31'), (tx) => sentLongAgo(tx, estateId))
  await story.step(days.at(plan.to, '17:00'), (tx) => answerAll(tx, story, plan, opened.id))
  await story.ask(days.at(plan.to, '17:30'), head, closeSurvey, {
    params: { estateId, id: opened.id },
    body: { version: opened.version },
  })
}

type Designed = Pick<Plan, 'kind' | 'titles' | 'intro' | 'questions' | 'anonymous'> & Partial<Pick<Plan, 'sample'>>
const design = async (
  story: Story,
  plan: Designed,
  at: Instant,
  openAt: Instant,
): Promise<Received<typeof openSurvey>> => {
  const { estateId } = story
  const head = story.who('zhuren')
  const [titleZh, titleEn] = plan.titles
  const [introZh, introEn] = plan.intro
  const made = await story.ask(at, head, createSurvey, {
    params: { estateId },
    body: { kind: plan.kind, titleZh, titleEn },
  })
  const params = { estateId, id: made.id }
  const saved = await story.ask(at, head, saveSurvey, {
    params,
    body: {
      version: made.version,
      titleZh,
      titleEn,
      introZh,
      introEn,
      questions: plan.questions,
      freeText: true,
      anonymous: plan.anonymous,
      sample: plan.sample ?? {},
    },
  })
  return story.ask(openAt, head, openSurvey, { params, body: { version: saved.version } })
}

/** What the gateway sent when it was due. */
export const sentLongAgo = async (tx: Tx, estateId: Uuid): Promise<void> => {
  await tx.db
    .updateTable('outbox_message')
    .set((eb) => ({ state: 'sent', sent_at: eb.ref('not_before'), via: 'log' }))
    .where('estate_id', '=', estateId)
    .where('template', 'like', 'surveyMessage.%')
    .where('state', '=', 'waiting')
    .execute()
}

type Asked = { id: Uuid; no: number; building_id: Uuid | null; tenure: string; since: string }
const saidBy = (random: Random) => {
  if (!random.chance(0.12)) return []
  const [touchpoint, text] = random.pick(SAID)
  return [{ touchpoint, text }]
}

/** Those who answer, drawn by chance; an anonymous answer is laid aside without a link, as the room itself does it. */
export const answerAll = async (
  tx: Tx,
  { estateId, days }: Pick<Story, 'estateId' | 'days'>,
  plan: Pick<Plan, 'titles' | 'answers' | 'from' | 'to' | 'anonymous' | 'answer'>,
  surveyId: Uuid,
): Promise<void> => {
  const random = randomOf(`answers ${plan.titles[1]}`)
  const asked: Asked[] = await tx.db
    .selectFrom('survey_invitation')
    .select(['id', 'no', 'building_id', 'tenure', 'since'])
    .where('estate_id', '=', estateId)
    .where('survey_id', '=', surveyId)
    .orderBy('no')
    .execute()
  const lots = asked.map((one) => ({ one, lot: random.next() })).toSorted((a, b) => a.lot - b.lot)
  const answering = lots.slice(0, plan.answers).map(({ one }) => one)
  const rows = answering.map(({ id, building_id, tenure, since }) => {
    const day = random.whole(plan.from, plan.to)
    return {
      estate_id: estateId,
      survey_id: surveyId,
      building_id,
      tenure,
      since,
      answers: JSON.stringify(plan.answer(random)),
      comments: JSON.stringify(saidBy(random)),
      named: {
        invitation_id: id,
        on_date: days.date(day),
        at: days.at(day, `${random.whole(10, 20)}:15`),
        source: random.chance(0.9) ? 'link' : 'paper',
        anonymous: false,
      },
    }
  })
  for (let from = 0; from < rows.length; from += CHUNK) {
    const chunk = rows.slice(from, from + CHUNK)
    if (plan.anonymous)
      await tx.db
        .insertInto('survey_sealed')
        .values(chunk.map(({ named, ...row }) => ({ ...row, id: demoId(`sealed ${named.invitation_id}`) })))
        .execute()
    else
      await tx.db
        .insertInto('survey_response')
        .values(chunk.map(({ named, ...row }) => ({ ...row, ...named, id: demoId(`answer ${named.invitation_id}`) })))
        .execute()
  }
  await tx.db
    .updateTable('survey_invitation')
    .set({ used: true })
    .where('estate_id', '=', estateId)
    .where(
      'id',
      'in',
      answering.map((a) => a.id),
    )
    .execute()
}

/** Open since two months; after each closed service its customer is asked, and not quite half of them answer. */
const tellServiceSurvey = async (story: Story): Promise<void> => {
  const { days, estateId, house } = story
  const survey = await design(
    story,
    {
      kind: 'transaction',
      titles: ['办结回访问卷', 'How did we do?'],
      intro: ['您的事项已办结，请花一分钟评价。', 'Your request is done; please take a minute.'],
      questions: serviceQuestions(),
      anonymous: false,
    },
    days.at(-61, '15:00'),
    days.at(-60, '09:00'),
  )
  for (let offset = -59; offset < 0; offset += 1)
    await story.step(days.at(offset, '19:10'), (tx) => askAfterService(tx, house.keys, estateId))
  await story.step(days.at(-1, '19:30'), async (tx) => {
    await sentLongAgo(tx, estateId)
    await answerServices(tx, story, survey.id)
  })
}

const answerServices = async (tx: Tx, { estateId, days }: Story, surveyId: Uuid): Promise<void> => {
  const random = randomOf('service answers')
  const asked = await tx.db
    .selectFrom('survey_invitation')
    .select(['id', 'building_id', 'tenure', 'since', 'invited_at'])
    .where('estate_id', '=', estateId)
    .where('survey_id', '=', surveyId)
    .orderBy('no')
    .execute()
  const rows = asked.flatMap((one) => {
    if (!random.chance(0.45)) return []
    const s = () => degree(random, [3, 6, 16, 42, 33])
    return [
      {
        estate_id: estateId,
        id: demoId(`service answer ${one.id}`),
        survey_id: surveyId,
        anonymous: false,
        on_date: days.dateOf(one.invited_at),
        source: 'link',
        building_id: one.building_id,
        tenure: one.tenure,
        since: one.since,
        answers: JSON.stringify([1, 2, 3].map((no) => ({ no, s: s() }))),
        comments: JSON.stringify(saidBy(random)),
        invitation_id: one.id,
        at: one.invited_at,
      },
    ]
  })
  if (rows.length === 0) return
  await tx.db.insertInto('survey_response').values(rows).execute()
  const used = rows.map((r) => r.invitation_id)
  await tx.db
    .updateTable('survey_invitation')
    .set({ used: true })
    .where('estate_id', '=', estateId)
    .where('id', 'in', used)
    .execute()
}

/** Grown children and parents who live with the family of a flat. */
const moreFamily = async (tx: Tx, { estateId, households }: Story): Promise<void> => {
  const random = randomOf('more family')
  const flats = households.filter((h) => h.unit.kind === 'flat').slice(0, MORE)
  const people = flats.map((home, i) => ({
    id: demoId(`more family ${i}`),
    unitId: home.unitId,
    name: surnameOf(home.contactName) + personName(random).slice(1),
    phone: phoneNumber(FIRST_PHONE + i),
    from: `20${random.whole(19, 25)}-0${random.whole(1, 9)}-1${random.whole(0, 9)}`,
  }))
  for (let from = 0; from < people.length; from += CHUNK) {
    const chunk = people.slice(from, from + CHUNK)
    await tx.db
      .insertInto('customer')
      .values(
        chunk.map(({ id, name }) => ({
          estate_id: estateId,
          id,
          kind: 'person',
          name,
          name_initials: initialsOf(name),
          created_at: tx.now,
          updated_at: tx.now,
        })),
      )
      .execute()
    await tx.db
      .insertInto('customer_phone')
      .values(
        chunk.map(({ id, phone }) => ({
          estate_id: estateId,
          id: demoId(`phone ${phone}`),
          customer_id: id,
          phone,
          preferred: true,
          from_date: '2019-06-30',
        })),
      )
      .execute()
    await tx.db
      .insertInto('residence')
      .values(
        chunk.map(({ id, unitId, from: since }) => ({
          estate_id: estateId,
          id: demoId(`more stay ${id}`),
          unit_id: unitId,
          customer_id: id,
          role: 'family',
          from_date: since,
          source: 'demo',
        })),
      )
      .execute()
    await refreshCustomerKeys(
      tx,
      estateId,
      chunk.map((p) => p.id),
    )
  }
}
