import { afterAll, beforeAll, expect, test } from 'vitest'
import { isRefusal } from '#contract/refusal.ts'
import type { ComparedLine, RollOutLine } from '#contract/survey-roll-out.ts'
import type { TemplateView } from '#contract/survey-templates.ts'
import type { Uuid } from '#contract/values.ts'
import { inTransaction } from '#platform/db/tx.ts'
import { newId } from '#platform/ids.ts'
import type { Client } from '#test/house.ts'
import { sheetOf } from '#test/sheet-of.ts'
import { openSurveyHouse, pair, type SurveyHouse } from '#test/survey-house.ts'
import { countRolledOut } from './count-sums.ts'
import { openRolledOut } from './roll-out.ts'

const PATH = '/api/v1/survey-templates'
const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
let h: SurveyHouse
/** The quality department of the company, and of estate A alone. */
let quality: Client
let ofA: Client

const everywhere = async (role: 'qualityDept' | 'companyLeader'): Promise<Uuid> => {
  const id = await h.t.hire(h.t.a.id, role)
  await h.t.tx(({ db }) => db.updateTable('staff_role').set({ estate_id: null }).where('staff_id', '=', id).execute())
  return id
}
beforeAll(async () => {
  h = await openSurveyHouse()
  quality = h.t.as(await everywhere('qualityDept'))
  ofA = h.t.as(h.t.a.staff.qualityDept)
  const building = await h.building('1')
  for (let i = 0; i < 6; i += 1) await h.resident(building)
})
afterAll(() => h.t.close())

const QUESTIONS = [pair(1, { asks: ['pair', 'satisfaction'] }), pair(2)]
const draft = async (more: Record<string, unknown> = {}): Promise<TemplateView> => {
  const made = await quality.post(PATH, { kind: 'kano', titleZh: '全公司问卷', titleEn: 'All estates' })
  expect(made.status, JSON.stringify(made.body)).toBe(201)
  const saved = await quality.put(`${PATH}/${made.body.id}`, {
    version: made.body.version,
    titleZh: '全公司问卷',
    titleEn: 'All estates',
    introZh: '请填写',
    introEn: 'Please answer',
    questions: QUESTIONS,
    freeText: true,
    anonymous: false,
    sample: { method: 'all', roles: ['owner', 'tenant'] },
    ...more,
  })
  expect(saved.status, JSON.stringify(saved.body)).toBe(200)
  return saved.body
}
const move = (template: Pick<TemplateView, 'id' | 'version'>, verb: 'publish' | 'retire' | 'revise', by = quality) =>
  by.post(`${PATH}/${template.id}/${verb}`, { version: template.version })
const published = async (more: Record<string, unknown> = {}): Promise<TemplateView> =>
  (await move(await draft(more), 'publish')).body
const rollOut = (id: Uuid, estates: 'all' | Uuid[], more: { by?: Client; opensOn?: string; key?: string } = {}) =>
  (more.by ?? quality).post(`${PATH}/${id}/roll-out`, { estates, opensOn: more.opensOn ?? null }, more.key)
const linesOf = async (id: Uuid, query = '', by = quality): Promise<RollOutLine[]> =>
  (await by.get(`${PATH}/${id}/estates?${query}`)).body.rows
const codeOf = (answer: { body: { error?: { code: string } } }) => answer.body.error?.code

test('QM 4 a questionnaire of the company: every move from where it may be made, and none from elsewhere', async () => {
  const one = await draft()
  expect(one).toMatchObject({ state: 'draft', revision: 1, moves: ['save', 'publish', 'retire'], estates: 0 })
  expect(codeOf(await move(one, 'revise'))).toBe('E_STATE_CHANGED')
  expect(codeOf(await rollOut(one.id, 'all'))).toBe('E_STATE_CHANGED')
  const out = (await move(one, 'publish')).body
  expect(out).toMatchObject({ state: 'published', moves: ['rollOut', 'retire', 'revise'] })
  expect(out.publishedBy).not.toBeNull()
  expect(codeOf(await move(out, 'publish'))).toBe('E_STATE_CHANGED')
  const put = await quality.put(`${PATH}/${one.id}`, {
    version: out.version,
    titleZh: '改',
    titleEn: 'Changed',
    questions: [],
    freeText: true,
    anonymous: false,
    sample: {},
  })
  expect(codeOf(put)).toBe('E_STATE_CHANGED')
  const next = await move(out, 'revise')
  expect(next).toMatchObject({ status: 201, body: { state: 'draft', revision: 2, rootId: one.id } })
  expect(next.body.list).toEqual(one.list)
  // one draft at a time, so that two editors see the same
  expect((await move(out, 'revise')).body.error).toMatchObject({ code: 'E_DUPLICATE', field: 'params.id' })
  expect((await quality.get(`${PATH}/${out.id}`)).body.moves).toEqual(['rollOut', 'retire'])
  const gone = (await move(out, 'retire')).body
  expect(gone).toMatchObject({ state: 'retired', moves: [] })
  expect(codeOf(await move(gone, 'retire'))).toBe('E_STATE_CHANGED')
  expect(codeOf(await rollOut(one.id, 'all'))).toBe('E_STATE_CHANGED')
  const listed = (await quality.get(`${PATH}?state=retired`)).body.rows
  expect(listed.map((t: TemplateView) => t.id)).toEqual([one.id])
  const file = await sheetOf((await quality.get(`${PATH}.xlsx?lang=en`)).body)
  expect(file.length).toBeGreaterThan(2)
})

test('QM 4 what is asked everywhere is held to the same rules: no more pairs than residents answer, nothing empty, nobody overwritten', async () => {
  const empty = (await quality.post(PATH, { kind: 'kano', titleZh: '空', titleEn: 'Empty' })).body
  expect(codeOf(await move(empty, 'publish'))).toBe('E_SURVEY_EMPTY')
  const body = {
    version: empty.version,
    titleZh: '空',
    titleEn: 'Empty',
    questions: Array.from({ length: 41 }, (_, i) => pair(i + 1)),
    freeText: true,
    anonymous: false,
    sample: {},
  }
  expect((await quality.put(`${PATH}/${empty.id}`, body)).body.error).toMatchObject({
    code: 'E_PAIR_LIMIT',
    field: 'body.questions',
  })
  expect((await quality.put(`${PATH}/${empty.id}`, { ...body, questions: [pair(1)] })).status).toBe(200)
  expect(codeOf(await quality.put(`${PATH}/${empty.id}`, { ...body, questions: [pair(2)] }))).toBe('E_VERSION_STALE')
})

test('who writes for all estates holds a role that spans them; who has one estate gives it to that one and sees no other', async () => {
  const template = await published()
  const leader = h.t.as(await everywhere('companyLeader'))
  const body = { kind: 'kano', titleZh: '题', titleEn: 'T' }
  expect((await leader.post(PATH, body)).status).toBe(403)
  expect((await ofA.post(PATH, body)).status).toBe(403)
  for (const verb of ['publish', 'retire', 'revise'] as const)
    expect((await move(template, verb, ofA)).status).toBe(403)
  expect((await h.head.get(PATH)).status).toBe(403)
  expect((await rollOut(template.id, 'all', { by: h.head })).status).toBe(403)
  expect((await leader.get(`${PATH}/${template.id}`)).body.moves).toEqual([])
  expect((await ofA.get(`${PATH}/${template.id}`)).body.moves).toEqual(['rollOut'])

  expect((await rollOut(template.id, [h.t.b.id], { by: ofA })).body.error).toMatchObject({
    code: 'E_NOT_FOUND',
    field: 'body.estates',
  })
  expect((await rollOut(template.id, 'all', { by: ofA })).body).toEqual({ added: 1, already: 0 })
  expect((await linesOf(template.id, '', ofA)).map((l) => l.estate.code)).toEqual(['TA'])
  expect((await linesOf(template.id)).map((l) => `${l.estate.code} ${l.state}`)).toEqual(['TA draft', 'TB none'])
  expect((await linesOf(template.id, 'state=none')).map((l) => l.estate.code)).toEqual(['TB'])

  // another company knows nothing of it
  const foreign = newId()
  await inTransaction(h.t.house.database, { scope: 'all' }, async ({ db, now }) => {
    await db.insertInto('company').values({ id: foreign, name: '别的公司', created_at: now }).execute()
    await db.updateTable('survey_template').set({ company_id: foreign }).where('id', '=', template.id).execute()
  })
  for (const answer of [
    await quality.get(`${PATH}/${template.id}`),
    await quality.get(`${PATH}/${template.id}/estates`),
    await quality.get(`${PATH}/${template.id}/comparison`),
    await quality.get(`${PATH}/${template.id}/comparison/estates`),
    await move(template, 'retire'),
    await rollOut(template.id, 'all'),
  ])
    expect(answer.status).toBe(404)
})

test('QM 4 a revision is rolled out once to an estate, however often somebody clicks; its questions stay the company’s', async () => {
  const template = await published()
  const both = [h.t.a.id, h.t.b.id]
  const [one, two] = await Promise.all([rollOut(template.id, both), rollOut(template.id, [...both, h.t.a.id])])
  expect([one.body.added, two.body.added].toSorted()).toEqual([0, 2])
  expect((await rollOut(template.id, 'all')).body).toEqual({ added: 0, already: 2 })
  const key = newId()
  const again = await published()
  expect((await rollOut(again.id, [h.t.a.id], { key })).body).toEqual({ added: 1, already: 0 })
  expect((await rollOut(again.id, [h.t.a.id], { key })).body).toEqual({ added: 1, already: 0 })
  expect((await rollOut(again.id, 'all', { opensOn: '2020-01-01' })).body.error).toMatchObject({
    code: 'E_TIME_PAST',
    field: 'body.opensOn',
  })
  expect((await quality.get(`${PATH}/${template.id}`)).body.estates).toBe(2)

  const surveyId = (await linesOf(template.id))[0]?.surveyId
  const survey = (await h.head.get(`${h.estate}/surveys/${surveyId}`)).body
  expect(survey).toMatchObject({ state: 'draft', templateId: template.id, titleZh: '全公司问卷', list: QUESTIONS })
  const body = {
    version: survey.version,
    titleZh: survey.titleZh,
    titleEn: survey.titleEn,
    introZh: survey.introZh,
    introEn: survey.introEn,
    questions: survey.list,
    freeText: survey.freeText,
    anonymous: survey.anonymous,
    sample: { ...survey.sample, method: 'random', size: 4 },
  }
  const put = (patch: Record<string, unknown>) => h.head.put(`${h.estate}/surveys/${surveyId}`, { ...body, ...patch })
  for (const [field, value] of [
    ['questions', [pair(1)]],
    ['titleZh', '别的'],
    ['anonymous', true],
    ['introEn', 'Other'],
  ] as const)
    expect((await put({ [field]: value })).body.error).toMatchObject({
      code: 'E_COMPANY_SURVEY',
      field: `body.${field}`,
    })
  expect((await put({})).body.sample).toMatchObject({ method: 'random', size: 4 })
  // a revision of the estate is its own and stands in no comparison
  const opened = (await h.move((await h.head.get(`${h.estate}/surveys/${surveyId}`)).body, 'open')).body
  expect((await h.move(opened, 'revise')).body).toMatchObject({ templateId: null, revision: 2 })
})

test('QM 4 what opens on a day opens by itself and draws its sample; where nobody can be asked it says so and stays a draft', async () => {
  const template = await published()
  expect((await rollOut(template.id, 'all', { opensOn: today })).body.added).toBe(2)
  await openRolledOut(h.t.house)
  await openRolledOut(h.t.house)
  const [a, b] = await linesOf(template.id)
  expect(a).toMatchObject({ state: 'opened', invited: 6, answered: 0, opensOn: null })
  expect(b).toMatchObject({ state: 'refused', refused: 'E_SAMPLE_EMPTY', invited: 0, opensOn: today })
  expect((await linesOf(template.id, 'state=refused')).map((l) => l.estate.code)).toEqual(['TB'])
  // the estate reads why, and once it has saved its sample it is tried again
  const address = `/api/v1/estates/${h.t.b.id}/surveys/${b?.surveyId}`
  const head = h.t.as(h.t.b.staff.centreHead)
  const own = (await head.get(address)).body
  expect(own).toMatchObject({ state: 'draft', openRefused: 'E_SAMPLE_EMPTY' })
  const { titleZh, titleEn, introZh, introEn, list: questions, freeText, anonymous, sample, version } = own
  const words = { titleZh, titleEn, introZh, introEn, questions, freeText, anonymous }
  expect((await head.put(address, { ...words, sample, version })).body).toMatchObject({ openRefused: null })
  expect((await linesOf(template.id)).map((l) => l.state)).toEqual(['opened', 'draft'])
  await openRolledOut(h.t.house)
  expect((await linesOf(template.id)).map((l) => l.state)).toEqual(['opened', 'refused'])
  const later = await published()
  await rollOut(later.id, 'all', { opensOn: '2099-01-01' })
  await openRolledOut(h.t.house)
  expect((await linesOf(later.id)).map((l) => l.state)).toEqual(['draft', 'draft'])
  const file = await sheetOf((await quality.get(`${PATH}/${template.id}/estates.xlsx?lang=en`)).body)
  expect(file[0]?.slice(0, 3)).toEqual(['Code', 'Estate', 'State'])
  expect(file[2]?.slice(2, 4)).toEqual(['Could not open', 'This sample leaves nobody to invite.'])
})

type Said = { f: number; d: number; s: number }
/** Answers as if they had come, in whatever estates. */
const answer = async (estateId: Uuid, surveyId: Uuid, answers: readonly Said[], anonymous = false) => {
  const done = await inTransaction(h.t.house.database, { scope: [estateId] }, async (tx) => {
    await tx.db
      .updateTable('survey')
      .set({ state: 'opened', opened_at: tx.now, closes_on: '2999-01-01' })
      .where('estate_id', '=', estateId)
      .where('id', '=', surveyId)
      .where('state', '=', 'draft')
      .execute()
    await tx.db
      .insertInto('survey_response')
      .values(
        answers.map(({ f, d, s }) => ({
          estate_id: estateId,
          id: newId(),
          survey_id: surveyId,
          anonymous,
          on_date: today,
          source: anonymous ? null : 'paper',
          answers: JSON.stringify([
            { no: 1, f, d, s },
            { no: 2, f: 5, d: 3 },
          ]),
        })),
      )
      .execute()
    await countRolledOut(tx, estateId)
  })
  if (isRefusal(done)) throw new Error(done.code)
}
const many = (n: number, one: (i: number) => Said) => Array.from({ length: n }, (_, i) => one(i))
const compared = async (id: Uuid, query = 'no=1', by = quality): Promise<ComparedLine[]> =>
  (await by.get(`${PATH}/${id}/comparison/estates?${query}`)).body.rows

test('QM 6 over estates: class, coefficients and satisfaction with intervals, the total, and who differs by more than chance', async () => {
  const template = await published()
  await rollOut(template.id, 'all')
  const [a, b] = await linesOf(template.id)
  // A misses it and is content, B hardly notices it and is not
  await answer(
    h.t.a.id,
    a?.surveyId ?? '',
    many(40, (i) => (i < 36 ? { f: 4, d: 1, s: 5 } : { f: 3, d: 3, s: 4 })),
  )
  await answer(
    h.t.b.id,
    b?.surveyId ?? '',
    many(40, (i) => (i < 36 ? { f: 3, d: 3, s: 3 } : { f: 4, d: 1, s: 4 })),
  )
  const whole = (await quality.get(`${PATH}/${template.id}/comparison`)).body
  expect(whole).toMatchObject({ estates: { opened: 2, none: 0 }, answered: 80, tooFew: 0 })
  expect(whole.items[0]).toMatchObject({ n: 80, estates: 2, differing: 2, class: 'M', worse: { share: -0.5 } })
  expect(whole.items[0].satisfaction).toMatchObject({ n: 80, mean: (36 * 5 + 4 * 4 + 36 * 3 + 4 * 4) / 80 })
  expect(whole.items[1]).toMatchObject({ n: 80, class: 'A', differing: 0, satisfaction: null })
  const [one, two] = await compared(template.id)
  expect(one).toMatchObject({
    estate: { code: 'TA' },
    n: 40,
    class: 'M',
    provisional: false,
    worse: { share: -0.9 },
    satisfaction: { mean: 4.9 },
    differs: { better: null, worse: 'up', satisfaction: 'up' },
  })
  expect(one?.satisfaction?.low).toBeLessThan(4.9)
  expect(two).toMatchObject({ class: 'I', differs: { worse: 'down', satisfaction: 'down' } })
  expect((await compared(template.id, 'no=1&sort=satisfaction')).map((l) => l.estate.code)).toEqual(['TB', 'TA'])
  expect((await compared(template.id, 'no=1&q=tb')).map((l) => l.estate.code)).toEqual(['TB'])
  expect(await compared(template.id, 'no=2&differing=true')).toEqual([])
  const first = await quality.get(`${PATH}/${template.id}/comparison/estates?limit=3`)
  expect(first.body.rows).toHaveLength(3)
  expect(await compared(template.id, `limit=3&cursor=${first.body.next}`)).toHaveLength(1)
  const file = await sheetOf((await quality.get(`${PATH}/${template.id}/comparison/estates.xlsx`)).body)
  expect(file).toHaveLength(5)
  expect(file[1]?.join()).toContain('必要品质')

  // further answers are counted in, and closing counts the last
  await answer(
    h.t.b.id,
    b?.surveyId ?? '',
    many(5, () => ({ f: 3, d: 3, s: 3 })),
  )
  expect((await compared(template.id))[1]?.n).toBe(45)
  // who has one estate compares it with no other, and the total holds no other
  expect((await compared(template.id, 'no=1', ofA)).map((l) => l.estate.code)).toEqual(['TA'])
  expect((await ofA.get(`${PATH}/${template.id}/comparison`)).body).toMatchObject({
    answered: 40,
    items: [{ n: 40 }, {}],
  })
})

test('QM 4 an estate with fewer answers than make a group stands in no figure, neither by itself nor in the total; a small sample is marked', async () => {
  const template = await published({ anonymous: true })
  await rollOut(template.id, 'all')
  const [a, b] = await linesOf(template.id)
  await answer(
    h.t.a.id,
    a?.surveyId ?? '',
    many(8, () => ({ f: 4, d: 1, s: 5 })),
    true,
  )
  await answer(
    h.t.b.id,
    b?.surveyId ?? '',
    many(4, () => ({ f: 3, d: 3, s: 1 })),
    true,
  )
  const whole = (await quality.get(`${PATH}/${template.id}/comparison`)).body
  expect(whole).toMatchObject({ answered: 12, tooFew: 1, items: [{ n: 8, estates: 1, provisional: true }, {}] })
  const lines = await compared(template.id)
  expect(lines).toMatchObject([{ estate: { code: 'TA' }, n: 8, provisional: true, differs: { satisfaction: null } }])
  await answer(
    h.t.b.id,
    b?.surveyId ?? '',
    many(1, () => ({ f: 3, d: 3, s: 1 })),
    true,
  )
  expect(await compared(template.id)).toHaveLength(2)
})

test('QM 4 a thousand estates at once: one click gives it to each, the second adds nothing, and progress and comparison come in pages', async () => {
  const estates = Array.from({ length: 1000 }, (_, i) => ({ id: newId(), code: `M${String(i).padStart(4, '0')}` }))
  const made = await inTransaction(h.t.house.database, { scope: 'all' }, async ({ db, now }) => {
    const shared = { company_id: h.t.companyId, centre_id: h.t.centreId }
    await db
      .insertInto('estate')
      .values(estates.map(({ id, code }) => ({ ...shared, estate_id: id, code, name: `小区${code}`, created_at: now })))
      .execute()
    await db
      .insertInto('estate_directory')
      .values(
        estates.map(({ id, code }) => ({
          ...shared,
          estate_id: id,
          code,
          name: `小区${code}`,
          time_zone: 'Asia/Shanghai',
        })),
      )
      .execute()
  })
  expect(isRefusal(made)).toBe(false)
  const template = await published()
  const began = performance.now()
  expect((await rollOut(template.id, 'all')).body).toEqual({ added: 1002, already: 0 })
  expect((await rollOut(template.id, 'all')).body).toEqual({ added: 0, already: 1002 })
  // sums as the counting leaves them
  await inTransaction(h.t.house.database, { scope: 'all' }, async ({ db, now }) => {
    const surveys = await db
      .selectFrom('survey')
      .select(['estate_id', 'id'])
      .where('template_id', '=', template.id)
      .execute()
    await db
      .insertInto('survey_sum')
      .values(
        surveys.map(({ estate_id, id }, i) => ({
          estate_id,
          survey_id: id,
          template_id: template.id,
          invited: 200,
          used: 90,
          answered: 100,
          counted: 100,
          smallest_group: 5,
          counted_at: now,
          // one in which hardly anybody is content
          items: JSON.stringify({
            1: { kano: [60, 20, 10, 10, 0, 0], felt: i === 7 ? [60, 20, 10, 5, 5] : [5, 5, 20, 40, 30] },
          }),
        })),
      )
      .execute()
  })
  const whole = (await quality.get(`${PATH}/${template.id}/comparison`)).body
  expect(whole).toMatchObject({
    answered: 100_200,
    estates: { draft: 1002 },
    items: [{ estates: 1002, differing: 1 }, {}],
  })
  const differing = await compared(template.id, 'differing=true')
  expect(differing).toMatchObject([{ differs: { satisfaction: 'down', better: null, worse: null } }])
  const page = (await quality.get(`${PATH}/${template.id}/comparison/estates?no=1&sort=satisfaction&limit=200`)).body
  expect(page.rows).toHaveLength(200)
  expect(page.rows[0].estate.id).toBe(differing[0]?.estate.id)
  expect(await linesOf(template.id, 'limit=200')).toHaveLength(200)
  expect(performance.now() - began).toBeLessThan(10_000)
})
