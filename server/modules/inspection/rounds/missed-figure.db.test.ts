import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Dashboard, Figure } from '#contract/dashboard.ts'
import { PlanInput } from '#contract/inspection-plans.ts'
import { isRefusal } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'
import { newId } from '#platform/ids.ts'
import { actorOf, at } from '#test/desk-house.ts'
import { openTestHouse, type TestHouse } from '#test/house.ts'
import { placesIn } from '#test/places.ts'
import { createPlan } from '../plans/write-plan.ts'
import { sweepRounds } from './sweep-rounds.ts'

let t: TestHouse
const DAY = '2026-11-12'
beforeAll(async () => {
  t = await openTestHouse()
  await placesIn(t, t.a.id, [{ code: '东门', touchpoint: 'T01' }])
})
afterAll(() => t.close())

const url = (path: string) => `/api/v1/estates/${t.a.id}/${path}`
const dashboard = async (by: string, date = DAY): Promise<Dashboard> =>
  (await t.as(by).get(url(`dashboard?date=${date}`))).body
const listed = async (by: string, figure: Figure | null): Promise<{ id: Uuid; kind: string }[]> => {
  const answer = await t.as(by).get(url(`inspection-rounds?${new URLSearchParams(figure?.opens?.filter ?? {})}`))
  expect(answer.status).toBe(200)
  return answer.body.rows
}
const plan = async (by: Uuid, over: object) => {
  const body = PlanInput.parse({
    name: `计划 ${newId()}`,
    kind: 'task',
    task: '清扫',
    line: 'cleaning',
    recurrence: { kind: 'days', every: 1 },
    touchpoints: ['T01'],
    fromDate: DAY,
    ...over,
  })
  const made = await at(t, '2026-11-11T22:00:00.000Z', async (tx) => createPlan(tx, await actorOf(t, by), t.a.id, body))
  if (isRefusal(made)) throw new Error(`${made.code} ${made.field}`)
}

test('FD-810 the missed rounds of a day are a figure as long as the list that it opens, without what the reader may not see', async () => {
  const { csLead, qualityDept, cleaner } = t.a.staff
  // two goings by day, one until midnight, one until the morning after
  await plan(csLead, { recurrence: { kind: 'days', every: 1, times: 2 }, hours: [{ from: '08:00', to: '18:00' }] })
  await plan(csLead, { hours: [{ from: '20:00', to: '00:00' }] })
  await plan(csLead, { hours: [{ from: '22:00', to: '06:00' }] })
  const secret = { task: null, line: null, hours: [{ from: '09:00', to: '12:00' }], assigneeId: qualityDept }
  await plan(qualityDept, { ...secret, kind: 'surprise' })
  await plan(qualityDept, { ...secret, kind: 'mystery' })
  expect((await dashboard(csLead)).missedRounds).toMatchObject({ count: 0 })

  // a round that runs out at midnight or in the night belongs to the day on which it began
  await sweepRounds(t.house, '2026-11-12T22:01:00.000Z')
  const own = (await dashboard(csLead)).missedRounds
  expect(own).toEqual({ count: 4, opens: { list: 'rounds', filter: { from: DAY, to: DAY, missed: 'true' } } })
  expect(await listed(csLead, own)).toHaveLength(4)
  const all = (await dashboard(qualityDept)).missedRounds
  expect(all?.count).toBe(6)
  const kinds = (await listed(qualityDept, all)).map((r) => r.kind)
  expect(kinds.sort()).toEqual(['mystery', 'surprise', 'task', 'task', 'task', 'task'])

  // made up for later, it stays a breach of its day
  const [late] = await listed(csLead, own)
  await t.tx(({ db, now }) =>
    db
      .updateTable('inspection_round')
      .set({ state: 'done', done_at: now, done_by: cleaner })
      .where('estate_id', '=', t.a.id)
      .where('id', '=', late?.id ?? '')
      .execute(),
  )
  expect((await dashboard(csLead)).missedRounds).toEqual(own)
  expect(await listed(csLead, own)).toHaveLength(4)
})

test('FD-810 who may not read rounds is shown no figure of them; another estate has its own', async () => {
  expect(await dashboard(t.a.staff.complaintVerifier)).toMatchObject({ missedRounds: null })
  const other = await t.as(t.b.staff.csLead).get(`/api/v1/estates/${t.b.id}/dashboard?date=${DAY}`)
  expect(other.body.missedRounds.count).toBe(0)
})
