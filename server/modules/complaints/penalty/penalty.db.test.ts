import { afterAll, beforeAll, expect, test } from 'vitest'
import { complaintRow } from '#test/complaint-rows.ts'
import { told } from '#test/desk-house.ts'
import { openTestHouse, type TestHouse } from '#test/house.ts'
import { openPenaltyReview } from './open-review.ts'

let t: TestHouse
beforeAll(async () => {
  t = await openTestHouse()
})
afterAll(() => t.close())

const url = (path: string) => `/api/v1/estates/${t.a.id}/${path}`
const lead = () => t.as(t.a.staff.csLead)
const head = () => t.as(t.a.staff.centreHead)
const rule = async () => (await lead().get(url('penalty-rule'))).body
const setting = (key: string, value: unknown) => head().put(url(`settings/${key}`), { value })
const found = async (finding = '巡查记录缺失三天') => {
  const { id, number } = await complaintRow(t, { receivedAt: '2026-11-20T02:00:00.000Z' })
  const matter = { estate_id: t.a.id, id, number, title: '楼道没有打扫' }
  const opened = await t.tx((tx) => openPenaltyReview(tx, matter, finding))
  return { matter, opened, number }
}
const reviewOf = async (number: string) =>
  (await lead().get(url('penalty-reviews?limit=200'))).body.rows.find((r: { number: string }) => r.number === number)

test('CP-160 a small centre needs no rule; a large one or one in phases that has none is told so', async () => {
  expect(await rule()).toMatchObject({ inForce: null, required: false, missing: false })
  await setting('complaint.inPhases', true)
  // settings are remembered for a moment, until news of the change has come
  await expect.poll(rule).toMatchObject({ required: true, missing: true })
  await setting('complaint.inPhases', false)
  await expect.poll(rule).toMatchObject({ required: false, missing: false })
  await setting('complaint.floorAreaM2', 100_000)
  await expect.poll(rule).toMatchObject({ required: true, missing: true })
})

test('CP-160 versions are added and never changed; the one in force has begun', async () => {
  const add = (text: string, effectiveOn: string) => lead().post(url('penalty-rules'), { text, effectiveOn })
  expect((await add('明显失职:书面警告', '2026-01-01')).body).toMatchObject({ number: 1, inForce: true })
  expect((await add('明显失职:扣绩效', '2026-06-01')).body).toMatchObject({ number: 2, inForce: true })
  expect((await add('将来的规定', '2099-01-01')).body).toMatchObject({ number: 3, inForce: false })
  expect(await rule()).toMatchObject({ missing: false, inForce: { number: 2, text: '明显失职:扣绩效' } })
  const rows = (await lead().get(url('penalty-rules'))).body.rows
  expect(rows.map((r: { number: number; inForce: boolean }) => [r.number, r.inForce])).toEqual([
    [3, false],
    [2, true],
    [1, false],
  ])
  expect(
    (await t.as(t.a.staff.frontDeskClerk).post(url('penalty-rules'), { text: 'x', effectiveOn: '2026-01-01' })).status,
  ).toBe(403)
  expect((await lead().get(url('penalty-rules.xlsx'))).status).toBe(200)
})

test('CP-160 a finding opens one review and tells the head; the same again opens none while it is open', async () => {
  const { matter, opened, number } = await found()
  expect(opened).toBe(true)
  expect(await t.tx((tx) => openPenaltyReview(tx, matter, '又一次'))).toBe(false)
  const notices = (await told(t, 'penalty.toDecide')).filter((n) => n.body.includes(number))
  expect(notices.map((n) => n.to_id)).toEqual([t.a.staff.centreHead])
  expect(await reviewOf(number)).toMatchObject({ finding: '巡查记录缺失三天', decision: null, person: null })
})

test('CP-160 a person decides, with name and date, once; never about themselves, never the lead', async () => {
  const { number, matter } = await found()
  const { id } = await reviewOf(number)
  const decide = (by: string, over: object = {}) =>
    t.as(by).post(url(`penalty-reviews/${id}/decide`), {
      personId: t.a.staff.cleaner,
      decision: '书面警告并重新培训',
      version: 1,
      ...over,
    })
  expect((await decide(t.a.staff.csLead)).status).toBe(403)
  expect((await decide(t.b.staff.centreHead)).status).toBe(404)
  expect((await decide(t.a.staff.centreHead, { personId: t.a.staff.centreHead })).body.error.code).toBe(
    'E_CONFLICT_OF_INTEREST',
  )
  expect((await decide(t.a.staff.centreHead, { personId: matter.id })).body.error).toMatchObject({
    code: 'E_NOT_FOUND',
    field: 'body.personId',
  })
  const done = await Promise.all([decide(t.a.staff.centreHead), decide(t.a.staff.projectManager)])
  expect(done.map((d) => d.status).sort()).toEqual([200, 409])
  expect(await reviewOf(number)).toMatchObject({
    person: { id: t.a.staff.cleaner },
    decision: '书面警告并重新培训',
    decidedAt: expect.any(String),
  })
  expect((await decide(t.a.staff.centreHead)).body.error.code).toBe('E_STATE_CHANGED')
  expect(await t.tx((tx) => openPenaltyReview(tx, matter, '后来又有一次'))).toBe(true)
})

test('CP-160 the list goes by what is open and what is decided, and into a file', async () => {
  const list = async (query: string) => (await lead().get(url(`penalty-reviews?${query}`))).body.rows
  const open = await list('decided=false')
  const decided = await list('decided=true')
  expect(open).not.toHaveLength(0)
  expect(open.every((r: { decidedAt: string | null }) => r.decidedAt === null)).toBe(true)
  expect(decided.map((r: { person: { id: string } }) => r.person.id)).toEqual([t.a.staff.cleaner])
  expect((await rule()).openReviews).toBe(open.length)
  expect((await lead().get(url('penalty-reviews.xlsx'))).status).toBe(200)
  expect((await t.as(t.b.staff.csLead).get(url('penalty-reviews'))).status).toBe(404)
})
