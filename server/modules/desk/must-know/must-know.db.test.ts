import { afterAll, beforeAll, expect, test } from 'vitest'
import { told } from '#test/desk-house.ts'
import { openTestHouse, type TestHouse } from '#test/house.ts'
import { completeSheet } from '#test/must-know-sheet.ts'

let t: TestHouse
beforeAll(async () => {
  t = await openTestHouse()
})
afterAll(() => t.close())

const url = (path: string) => `/api/v1/estates/${t.a.id}/${path}`
const author = () => t.as(t.a.staff.frontDeskLead)
const checker = () => t.as(t.a.staff.csLead)
const approver = () => t.as(t.a.staff.centreHead)
const clerk = () => t.as(t.a.staff.frontDeskClerk)
const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
const inDays = (days: number) => new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10)

type Sheet = { id: string; version: number; number: number }
const save = async (content: unknown, version = 0): Promise<{ sheet: Sheet; warnings: { code: string }[] }> => {
  const answer = await author().put(url('must-know/draft'), { version, content })
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
  return answer.body
}
const act = (who: ReturnType<typeof author>, sheet: Sheet, verb: string, input: object = {}) =>
  who.post(url(`must-know/versions/${sheet.id}/${verb}`), { version: sheet.version, ...input })
/** Written, checked and approved by three people, in force from that day. */
const publish = async (content: unknown, effectiveDate = today()): Promise<Sheet> => {
  const { sheet } = await save(content)
  const checked = await act(checker(), sheet, 'check')
  const approved = await act(approver(), checked.body.sheet, 'approve', { effectiveDate })
  if (approved.status !== 200) throw new Error(JSON.stringify(approved.body))
  return approved.body.sheet
}

test('FD-021 FD-023 a draft is nobody’s knowledge yet: it is written, checked and approved by different people', async () => {
  const { overview, ...rest } = completeSheet()
  const { sheet, warnings } = await save({ ...rest, overview: { ...overview, plotRatio: 9, households: null } })
  expect(warnings).toMatchObject([{ code: 'W_PLOT_RATIO' }])
  expect(sheet).toMatchObject({ number: 1, state: 'draft', missing: ['overview.households'] })
  expect((await clerk().get(url(`must-know/versions/${sheet.id}`))).status).toBe(404)
  expect((await clerk().get(url('must-know'))).body).toMatchObject({ inForce: null, draft: null })
  expect((await act(author(), sheet, 'check')).body.error.code).toBe('E_SECOND_PERSON')
  expect((await act(approver(), sheet, 'approve', { effectiveDate: today() })).body.error).toMatchObject({
    code: 'E_STATE_CHANGED',
    details: { state: 'draft' },
  })
  const checked = (await act(checker(), sheet, 'check')).body.sheet
  expect((await act(author(), checked, 'approve', { effectiveDate: today() })).body.error.code).toBe('E_SECOND_PERSON')
  // a change after the check takes the check back
  const again = (await save({ ...rest, overview: { ...overview, households: null } }, checked.version)).sheet
  expect(again).toMatchObject({ state: 'draft', checker: null })
  const second = (await act(checker(), again, 'check')).body.sheet
  expect((await act(approver(), second, 'approve', { effectiveDate: inDays(-1) })).body.error.code).toBe('E_TIME_PAST')
  const approved = (await act(approver(), second, 'approve', { effectiveDate: today() })).body.sheet
  expect(approved).toMatchObject({
    state: 'approved',
    inForce: true,
    author: { id: t.a.staff.frontDeskLead },
    checker: { id: t.a.staff.csLead },
    approver: { id: t.a.staff.centreHead },
    effectiveDate: today(),
    missing: ['overview.households'],
  })
})

test('FD-021 an incomplete sheet is told to the customer-service lead and listed until it is complete', async () => {
  expect((await told(t, 'mustKnow.incomplete')).map((m) => m.to_id)).toEqual([t.a.staff.csLead])
  const incomplete = async () => (await checker().get('/api/v1/must-know/incomplete')).body.rows
  expect(await incomplete()).toMatchObject([{ estate: { code: 'TA' }, number: 1, missing: ['overview.households'] }])
  await publish(completeSheet())
  expect(await incomplete()).toEqual([])
  // an estate without any sheet lacks everything
  expect((await t.as(t.b.staff.csLead).get('/api/v1/must-know/incomplete')).body.rows).toMatchObject([
    { estate: { code: 'TB' }, number: null },
  ])
})

test('FD-023 staff see the version in force with what changed; one for a later day waits for its day', async () => {
  const { body } = await clerk().get(url('must-know'))
  expect(body.inForce).toMatchObject({
    number: 2,
    inForce: true,
    changes: [{ key: 'overview.households', before: null, after: '1286' }],
  })
  const content = completeSheet()
  await publish({ ...content, overview: { ...content.overview, households: 1300 } }, inDays(5))
  const after = (await clerk().get(url('must-know'))).body
  expect(after.inForce.number).toBe(2)
  expect(after.next).toMatchObject({ number: 3, effectiveDate: inDays(5), inForce: false })
  // what comes after it may not come into force before it
  const { sheet } = await save(content)
  const checked = (await act(checker(), sheet, 'check')).body.sheet
  expect((await act(approver(), checked, 'approve', { effectiveDate: inDays(1) })).body.error).toMatchObject({
    code: 'E_TIME_RANGE',
    details: { earliest: inDays(5) },
  })
  expect((await act(checker(), checked, 'return', { reason: '日期有误' })).body.sheet).toMatchObject({
    state: 'draft',
    checker: null,
  })
  expect((await told(t, 'mustKnow.returned')).at(-1)).toMatchObject({
    to_id: t.a.staff.frontDeskLead,
    body: expect.stringContaining('日期有误'),
  })
  const open = (await author().get(url('must-know'))).body.draft
  expect((await act(checker(), open, 'drop')).body.sheet.state).toBe('dropped')
  expect((await clerk().get(url('must-know/versions'))).body.rows.map((v: Sheet) => v.number)).toEqual([3, 2, 1])
})

test('FD-023 one draft at a time, and nobody overwrites what they have not seen', async () => {
  const { sheet } = await save(completeSheet())
  expect((await author().put(url('must-know/draft'), { version: 0, content: {} })).body.error.code).toBe(
    'E_STATE_CHANGED',
  )
  await save(completeSheet(), sheet.version)
  expect((await checker().put(url('must-know/draft'), { version: sheet.version, content: {} })).body.error.code).toBe(
    'E_VERSION_STALE',
  )
  // who has written in it is one of its authors
  await checker().put(url('must-know/draft'), { version: sheet.version + 1, content: {} })
  const open = (await author().get(url('must-know'))).body.draft
  expect((await act(checker(), open, 'check')).body.error.code).toBe('E_SECOND_PERSON')
  await act(approver(), open, 'drop')
})

test('KN-003 what changed is confirmed by each of the customer-service staff; who has not is listed', async () => {
  const first = (await clerk().get(url('must-know'))).body
  expect(first.toRead.changes.length).toBeGreaterThan(20)
  expect(first.toRead.dueAt).toMatch(/T10:00:00/)
  const readers = async (query = '') => (await checker().get(url(`must-know/readers${query}`))).body
  expect((await readers('?confirmed=false')).rows.map((r: { staff: { id: string } }) => r.staff.id)).toContain(
    t.a.staff.frontDeskClerk,
  )
  const confirmed = await clerk().post(url('must-know/readings'), { versionId: first.inForce.id })
  expect(confirmed.status).toBe(200)
  expect((await clerk().get(url('must-know'))).body.toRead).toEqual({ changes: [], dueAt: null })
  expect((await readers('?confirmed=true')).rows).toMatchObject([
    { staff: { id: t.a.staff.frontDeskClerk }, late: false },
  ])
  // the guard is none of those who must know it
  expect((await readers()).rows.map((r: { staff: { id: string } }) => r.staff.id)).not.toContain(t.a.staff.guard)
  expect((await clerk().post(url('must-know/readings'), { versionId: t.a.id })).body.error.code).toBe('E_STATE_CHANGED')
  expect((await told(t, 'mustKnow.changed')).map((m) => m.to_id)).toContain(t.a.staff.frontDeskClerk)
})

test('FD-024 a quiz hides its answers, is taken once, and its result is kept for person and version', async () => {
  const begun = await clerk().post(url('must-know/quizzes'), {})
  expect(begun.status).toBe(201)
  expect(begun.body.questions).toHaveLength(10)
  expect(begun.body.questions.every((q: { right: unknown }) => q.right === null)).toBe(true)
  expect((await clerk().post(url('must-know/quizzes'), {})).body.id).toBe(begun.body.id)
  const missing = async () =>
    (await checker().get(url('must-know/quiz-standing?passed=false'))).body.rows.map(
      (r: { staff: { id: string } }) => r.staff.id,
    )
  expect(await missing()).toContain(t.a.staff.frontDeskClerk)
  const failed = await clerk().post(url(`must-know/quizzes/${begun.body.id}/answers`), { answers: [] })
  expect(failed.body).toMatchObject({ percent: 0, passed: false, passPercent: 90 })
  expect(failed.body.questions[0].right).toEqual(expect.any(Number))
  expect((await clerk().post(url(`must-know/quizzes/${begun.body.id}/answers`), { answers: [] })).body.error.code).toBe(
    'E_STATE_CHANGED',
  )
  expect(await missing()).toContain(t.a.staff.frontDeskClerk)

  const second = (await clerk().post(url('must-know/quizzes'), {})).body
  const truth = await t.tx((tx) =>
    tx.db
      .selectFrom('must_know_quiz')
      .select('questions')
      .where('estate_id', '=', t.a.id)
      .where('id', '=', second.id)
      .executeTakeFirstOrThrow(),
  )
  const answers = (truth.questions as { right: number }[]).map((q) => q.right)
  expect(
    (await t.as(t.a.staff.customerAssistant).post(url(`must-know/quizzes/${second.id}/answers`), { answers })).status,
  ).toBe(404)
  expect((await clerk().post(url(`must-know/quizzes/${second.id}/answers`), { answers })).body).toMatchObject({
    percent: 100,
    passed: true,
  })
  expect(await missing()).not.toContain(t.a.staff.frontDeskClerk)
  expect((await clerk().get(url('must-know'))).body.quiz).toMatchObject({
    passed: true,
    percent: 100,
    validUntil: expect.any(String),
  })
  expect((await clerk().get(url('must-know/quizzes'))).body.rows.map((r: { percent: number }) => r.percent)).toEqual([
    100, 0,
  ])
  expect((await t.as(t.a.staff.customerAssistant).get(url('must-know/quizzes'))).body.rows).toEqual([])
})

test('FD-024 a new version asks for a new quiz', async () => {
  await t.tx((tx) =>
    tx.db
      .updateTable('must_know_version')
      .set({ effective_date: today() })
      .where('estate_id', '=', t.a.id)
      .where('number', '=', 3)
      .execute(),
  )
  const { rows, number } = (await checker().get(url('must-know/quiz-standing?passed=false'))).body
  expect(number).toBe(3)
  expect(rows.map((r: { staff: { id: string } }) => r.staff.id)).toContain(t.a.staff.frontDeskClerk)
  const { toRead } = (await clerk().get(url('must-know'))).body
  expect(toRead.changes).toEqual([{ key: 'overview.households', name: null, before: '1286', after: '1300' }])
})

test('FD-024 an estate whose sheet is too empty has no quiz', async () => {
  expect(
    (await t.as(t.b.staff.frontDeskClerk).post(`/api/v1/estates/${t.b.id}/must-know/quizzes`, {})).body.error.code,
  ).toBe('E_SHEET_INCOMPLETE')
})

test('FD-025 the desk finds an answer by keyword', async () => {
  const find = async (q: string) => (await clerk().get(url(`must-know/search?q=${encodeURIComponent(q)}`))).body
  expect((await find('燃气抢修')).rows).toMatchObject([{ name: '燃气抢修', value: '0755-25199999' }])
  expect((await find('小区一共有多少户')).rows[0]).toMatchObject({ key: 'overview.households', value: '1300' })
  expect((await find('游艇泊位')).rows).toEqual([])
  expect((await t.as(t.b.staff.frontDeskClerk).get(`/api/v1/estates/${t.b.id}/must-know/search?q=x`)).body).toEqual({
    number: null,
    rows: [],
  })
})

test('FD-025 a question the sheet cannot answer becomes an open item with its promise, in one call', async () => {
  const promisedAt = new Date(Date.now() + 3_600_000).toISOString()
  const asked = await clerk().post(url('consultations'), {
    question: '小区能停房车吗',
    channel: 'phone',
    contactPhone: '13700137000',
    promisedAt,
  })
  expect(asked.status).toBe(201)
  expect(asked.body.matter).toMatchObject({
    kind: 'info',
    contactType: 'enquiry',
    state: 'LOGGED',
    flags: ['unknownAnswer'],
    promises: [{ dueAt: promisedAt }],
  })
  const listed = (await clerk().get(url('matters?flag=unknownAnswer'))).body.rows
  expect(listed.map((m: { id: string }) => m.id)).toEqual([asked.body.matter.id])
  expect(
    (await clerk().post(url('consultations'), { question: '?', channel: 'phone', promisedAt: '2020-01-01T00:00:00Z' }))
      .body.error,
  ).toMatchObject({ code: 'E_TIME_PAST', field: 'body.promisedAt' })
  expect(
    (await clerk().post(url('consultations'), { question: '?', channel: 'phone', anonymous: true })).body.error,
  ).toMatchObject({ code: 'E_INPUT', field: 'body.contactable' })
})

test('FD-705 an enquiry answered at once is closed at once, also by who closes nothing else', async () => {
  const answered = await t.as(t.a.staff.receptionist).post(url('consultations'), {
    question: '物业费多少',
    answer: '高层三元二',
    source: 'mustKnow',
    channel: 'visit',
    anonymous: true,
    contactable: false,
  })
  expect(answered.status).toBe(201)
  const matter = (await checker().get(url(`matters/${answered.body.matter.id}`))).body
  expect(matter).toMatchObject({
    state: 'CLOSED',
    result: '高层三元二',
    details: { consultation: { source: 'mustKnow', answered: true } },
    owner: { id: t.a.staff.receptionist },
  })
})
