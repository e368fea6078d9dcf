import { isRefusal } from '#contract/refusal.ts'
import type { Received, RouteShape } from '#contract/route.ts'
import { listSurveyRollOut, rollOutSurveyTemplate } from '#contract/survey-roll-out.ts'
import { createSurveyTemplate, publishSurveyTemplate, saveSurveyTemplate } from '#contract/survey-templates.ts'
import { getSurvey, openSurvey } from '#contract/surveys.ts'
import type { Instant, Uuid } from '#contract/values.ts'
import { initialsOf, parseUnitNo, putUnitKeys, refreshCustomerKeys, unitSortKey } from '#modules/estate/index.ts'
import { countRolledOut } from '#modules/surveys/index.ts'
import { inTransaction, type Tx } from '#platform/db/tx.ts'
import { callRoute, type Sent } from './call-route.ts'
import { demoId } from './demo-id.ts'
import { type Feeling, KANO_QUESTIONS, kanoQuestions, yearlyQuestions } from './demo-survey-questions.ts'
import { answerAll, kanoAnswer, sentLongAgo } from './demo-surveys.ts'
import { personName, phoneNumber } from './names.ts'
import { randomOf } from './random.ts'
import type { World } from './story.ts'

const OTHER = demoId('estate BX')
const ASKED = 12
const FLOORS = 12
const PER_FLOOR = 4
const FIRST_PHONE = 12_000
const TITLES = ['全公司品质调查', 'Quality survey of the whole company'] as const
const NEXT = ['明年住户满意度调查', 'Resident survey of next year'] as const

/** In the second estate lifts smell less, calls are answered later, and the entrance is checked less. */
const OTHERWISE: Readonly<Record<number, Feeling['satisfied']>> = {
  2: [1, 3, 14, 48, 34],
  6: [14, 29, 32, 19, 6],
  9: [18, 31, 30, 16, 5],
}

/**
 * What the quality department asks in all estates alike: rolled out to both of the demo two weeks ago, answered by some
 * hundred people of each; and the next one, still being written.
 */
export const seedCompanySurveys = async (world: World): Promise<void> => {
  const { days, estateId } = world
  const quality = world.who('pinzhi')
  const scope = [estateId, OTHER]
  const step = async <T>(now: Instant, work: (tx: Tx) => Promise<T>): Promise<T> => {
    const done = await inTransaction(world.house.database, { scope, now }, work)
    if (isRefusal(done)) throw new Error(done.code)
    return done
  }
  const ask = <R extends RouteShape>(now: Instant, route: R, sent: Sent<R>): Promise<Received<R>> =>
    step(now, async (tx) => {
      const answer = await callRoute({ tx, house: world.house, actor: quality }, route, sent)
      if (isRefusal(answer)) throw new Error(`${route.id}: ${answer.code}`)
      return answer
    })
  await step(days.at(-430, '09:00'), moveIn)
  const write = async (
    at: Instant,
    [titleZh, titleEn]: readonly [string, string],
    kind: 'kano' | 'yearly',
    questions: ReturnType<typeof kanoQuestions>,
  ) => {
    const { id, version } = await ask(at, createSurveyTemplate, { body: { kind, titleZh, titleEn } })
    return ask(at, saveSurveyTemplate, {
      params: { id },
      body: {
        version,
        titleZh,
        titleEn,
        introZh: '同样的问题问遍公司的每个小区，您的回答会和全公司的放在一起看。',
        introEn:
          'The same questions are asked in every estate of the company, and your answers are read beside all others.',
        questions,
        freeText: true,
        anonymous: false,
        sample: { method: 'random', roles: ['owner', 'tenant'], size: 400 },
      },
    })
  }
  const draft = await write(days.at(-17, '10:00'), TITLES, 'kano', kanoQuestions().slice(0, ASKED))
  const params = { id: draft.id }
  await ask(days.at(-16, '15:00'), publishSurveyTemplate, { params, body: { version: draft.version } })
  await ask(days.at(-15, '09:30'), rollOutSurveyTemplate, { params, body: { estates: scope, opensOn: null } })
  const { rows } = await ask(days.at(-15, '09:31'), listSurveyRollOut, { params, query: {} })
  for (const { estate, surveyId } of rows) {
    if (surveyId === null) continue
    const at = { estateId: estate.id, id: surveyId }
    const { version } = await ask(days.at(-14, '10:00'), getSurvey, { params: at })
    await ask(days.at(-14, '10:00'), openSurvey, { params: at, body: { version } })
    await step(days.at(-14, '10:01'), (tx) => sentLongAgo(tx, estate.id))
    await step(days.at(-1, '19:00'), async (tx) => {
      await answerAll(tx, { estateId: estate.id, days }, planOf(estate.id), surveyId)
      await countRolledOut(tx, estate.id)
    })
  }
  await write(days.at(-2, '16:00'), NEXT, 'yearly', yearlyQuestions())
}

const planOf = (estateId: Uuid): Parameters<typeof answerAll>[2] => ({
  titles: [TITLES[0], `${TITLES[1]} ${estateId}`],
  answers: estateId === OTHER ? 74 : 168,
  from: -13,
  to: -1,
  anonymous: false,
  answer: kanoAnswer(
    KANO_QUESTIONS.slice(0, ASKED).map(({ feeling }, i) => {
      const satisfied = estateId === OTHER ? OTHERWISE[i] : undefined
      return satisfied ? { ...feeling, satisfied } : feeling
    }),
  ),
})

/** Five small houses of the second estate, an owner in each flat. */
const moveIn = async (tx: Tx): Promise<void> => {
  const random = randomOf('second estate')
  const shared = { estate_id: OTHER }
  const buildings = ['1', '2', '3', '4', '5']
  await tx.db
    .insertInto('building')
    .values(
      buildings.map((code, i) => ({
        ...shared,
        id: demoId(`BX building ${code}`),
        code,
        name: `${code}栋`,
        kind: 'residential',
        floors: FLOORS,
        sort: i,
      })),
    )
    .execute()
  const flats = buildings.flatMap((building) =>
    Array.from({ length: FLOORS * PER_FLOOR }, (_, i) => {
      const floor = 1 + Math.floor(i / PER_FLOOR)
      const unit = parseUnitNo(`${building}-1-${floor}0${1 + (i % PER_FLOOR)}`)
      if (!unit) throw new Error('a unit of the second estate cannot be read')
      return { id: demoId(`BX unit ${unit.canonical}`), floor, unit }
    }),
  )
  await tx.db
    .insertInto('unit')
    .values(
      flats.map(({ id, floor, unit }) => ({
        ...shared,
        id,
        building_id: demoId(`BX building ${unit.building}`),
        unit_no: unit.canonical,
        display: unit.display,
        section: unit.section,
        room: unit.room,
        floor,
        kind: unit.kind,
        area_cm2: 8_950,
        handover_date: '2021-09-30',
        sort_key: unitSortKey(unit.canonical),
        created_at: tx.now,
      })),
    )
    .execute()
  await putUnitKeys(tx, OTHER, flats)
  const people = flats.map(({ id }, i) => ({
    id: demoId(`BX person ${i}`),
    unitId: id,
    name: personName(random),
    phone: phoneNumber(FIRST_PHONE + i),
  }))
  await tx.db
    .insertInto('customer')
    .values(
      people.map(({ id, name }) => ({
        ...shared,
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
      people.map(({ id, phone }) => ({
        ...shared,
        id: demoId(`BX phone ${phone}`),
        customer_id: id,
        phone,
        preferred: true,
        from_date: '2021-09-30',
      })),
    )
    .execute()
  await tx.db
    .insertInto('residence')
    .values(
      people.map(({ id, unitId }) => ({
        ...shared,
        id: demoId(`BX stay ${id}`),
        unit_id: unitId,
        customer_id: id,
        role: 'owner',
        from_date: '2021-09-30',
        primary_contact: true,
        source: 'demo',
      })),
    )
    .execute()
  await refreshCustomerKeys(
    tx,
    OTHER,
    people.map((p) => p.id),
  )
}
