import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { type CalledCondition, type ConditionCall, isCalledOff, PlanInput } from '#contract/inspection-plans.ts'
import { isRefusal, type Refusal } from '#contract/refusal.ts'
import type { Instant, Uuid } from '#contract/values.ts'
import { inTransaction } from '#platform/db/tx.ts'
import { newId } from '#platform/ids.ts'
import { actorOf, at, told } from '#test/desk-house.ts'
import { openTestHouse, type TestHouse } from '#test/house.ts'
import { placesIn, type TestPlace } from '#test/places.ts'
import { beginCondition, finishCondition } from '../plans/call-condition.ts'
import { createPlan } from '../plans/write-plan.ts'
import { followCalls } from './follow-calls.ts'
import { sweepRounds } from './sweep-rounds.ts'

let t: TestHouse
let floors: TestPlace[]
beforeAll(async () => {
  t = await openTestHouse()
  floors = await placesIn(t, t.a.id, [
    { code: '大堂一', touchpoint: 'T11' },
    { code: '大堂二', touchpoint: 'T11' },
  ])
})
// every test has its own calls and plans
afterEach(() =>
  t.tx(async ({ db }) => {
    await db
      .updateTable('condition_call')
      .set({ until_at: '2027-01-01T00:00:00.000Z' })
      .where('until_at', 'is', null)
      .execute()
    await db.updateTable('inspection_plan').set({ active: false }).execute()
  }),
)
afterAll(() => t.close())

// in Shanghai, from Friday the 20th of November 2026 on
const clock = (day: number, hour: string): Instant =>
  new Date(`2026-11-${String(day).padStart(2, '0')}T${hour}:00+08:00`).toISOString() as Instant
const ok = async <T>(work: Promise<T | Refusal>): Promise<T> => {
  const done = await work
  if (isRefusal(done)) throw new Error(`${done.code} ${done.field ?? ''}`)
  return done
}
const plan = (over: object = {}) =>
  ok(
    at(t, clock(19, '06:00'), async (tx) =>
      createPlan(
        tx,
        await actorOf(t, t.a.staff.csLead),
        t.a.id,
        PlanInput.parse({
          name: `雨天 ${newId()}`,
          kind: 'task',
          task: '铺防滑垫',
          line: 'cleaning',
          recurrence: { kind: 'called', when: 'at', daily: true },
          conditions: ['weather:rain'],
          hours: [{ from: '07:00', to: '10:00' }],
          touchpoints: ['T11'],
          assigneeRole: 'cleaner',
          fromDate: '2026-11-01',
          ...over,
        }),
      ),
    ),
  )
const call = (now: Instant, condition: CalledCondition = 'weather:rain', over: object = {}): Promise<ConditionCall> =>
  ok(
    at(t, now, async (tx) =>
      beginCondition(tx, await actorOf(t, t.a.staff.guard), t.a.id, { condition, placeIds: [], ...over }),
    ),
  )
const end = (now: Instant, id: Uuid) =>
  at(t, now, async (tx) => finishCondition(tx, await actorOf(t, t.a.staff.guard), t.a.id, id))
const follow = (now: Instant) =>
  inTransaction(t.house.database, { scope: [t.a.id], now }, (tx) => followCalls(tx, t.a.id)).then((done) => {
    if (isRefusal(done)) throw new Error(done.code)
    return done
  })
const roundsOf = (planId: Uuid) =>
  t.tx(({ db }) =>
    db
      .selectFrom('inspection_round')
      .select(['on_date', 'from_at', 'due_at', 'slot', 'state', 'cancel_reason', 'missed_at'])
      .where('estate_id', '=', t.a.id)
      .where('plan_id', '=', planId)
      .orderBy('on_date')
      .orderBy('slot')
      .execute(),
  )
const days = async (planId: Uuid) => (await roundsOf(planId)).map((r) => r.on_date)
/** Who was reminded of what was called then. */
const reminded = async (since: string) =>
  (await told(t, 'inspection.conditionOpen')).filter((m) => m.body.includes(`自 ${since} 起`)).map((m) => m.to_id)

test('frequencies 3 while it rains a plan that says daily goes once on each further day, others went once', async () => {
  const daily = await plan()
  const once = await plan({ recurrence: { kind: 'called', when: 'at' }, hours: [] })
  const { id } = await call(clock(20, '14:20'))
  expect(await days(daily.id)).toEqual(['2026-11-20'])
  // not again on the first day, not before its hours, once in them however often and by however many it is asked
  expect((await follow(clock(20, '15:00'))).rounds).toBe(0)
  expect((await follow(clock(21, '06:59'))).rounds).toBe(0)
  const both = await Promise.all([1, 2, 3].map(() => follow(clock(21, '07:00'))))
  expect(both.reduce((sum, one) => sum + one.rounds, 0)).toBe(1)
  expect((await follow(clock(21, '09:45'))).rounds).toBe(0)
  expect((await roundsOf(daily.id))[1]).toMatchObject({
    on_date: '2026-11-21',
    from_at: clock(21, '07:00'),
    due_at: clock(21, '10:00'),
  })
  const sent = (await told(t, 'inspection.called')).filter((m) => m.to_id === t.a.staff.cleaner)
  expect(sent.at(-1)?.body).toContain('雨天')
  // a day whose hours passed while nothing ran is not made after them
  expect((await follow(clock(22, '10:00'))).rounds).toBe(0)
  expect((await follow(clock(23, '08:00'))).rounds).toBe(1)
  await end(clock(23, '12:00'), id)
  expect((await follow(clock(24, '08:00'))).rounds).toBe(0)
  expect(await days(daily.id)).toEqual(['2026-11-20', '2026-11-21', '2026-11-23'])
  expect(await days(once.id)).toEqual(['2026-11-20'])
})

test('frequencies 3 the day of a call is that of the estate: called before midnight, a plan for the whole day goes again after it', async () => {
  const whole = await plan({ hours: [] })
  await call(clock(20, '23:50'))
  expect((await follow(clock(20, '23:59'))).rounds).toBe(0)
  const both = await Promise.all([follow(clock(21, '00:00')), follow(clock(21, '00:00'))])
  expect(both.map((one) => one.rounds).sort()).toEqual([0, 1])
  expect((await follow(clock(21, '23:59'))).rounds).toBe(0)
  expect(await days(whole.id)).toEqual(['2026-11-20', '2026-11-21'])
  expect((await roundsOf(whole.id))[1]?.due_at).toBe(clock(22, '00:00'))
})

test('frequencies 3 what is to come has no further day before it began; only the places of the call are gone to', async () => {
  const daily = await plan({ conditions: ['event:works'] })
  const [first] = floors
  await call(clock(20, '09:00'), 'event:works', { fromAt: clock(22, '09:00'), placeIds: [first?.id] })
  expect((await follow(clock(21, '08:00'))).rounds).toBe(0)
  expect((await follow(clock(22, '08:00'))).rounds).toBe(0)
  expect((await follow(clock(23, '08:00'))).rounds).toBe(1)
  const stops = await t.tx(({ db }) =>
    db
      .selectFrom('inspection_stop as s')
      .innerJoin('inspection_round as r', (j) =>
        j.onRef('r.estate_id', '=', 's.estate_id').onRef('r.id', '=', 's.round_id'),
      )
      .select('s.place_id')
      .where('r.estate_id', '=', t.a.id)
      .where('r.plan_id', '=', daily.id)
      .execute(),
  )
  expect(stops.map((s) => s.place_id)).toEqual([first?.id, first?.id])
})

test('frequencies 3 only a plan that goes at once goes again each day', async () => {
  const asked = await t.as(t.a.staff.csLead).post(`/api/v1/estates/${t.a.id}/inspection-plans`, {
    name: '雨后检查',
    kind: 'task',
    task: '收防滑垫',
    recurrence: { kind: 'called', when: 'after', daily: true },
    conditions: ['weather:rain'],
    touchpoints: ['T11'],
    fromDate: '2026-11-01',
  })
  expect(asked.body.error).toMatchObject({ code: 'E_INPUT', field: 'body.recurrence' })
})

test('frequencies 3 whoever called it and the lead are reminded once a day that it is still open, by two processes too', async () => {
  await plan({ recurrence: { kind: 'called', when: 'at' }, hours: [] })
  await call(clock(20, '23:40'))
  expect((await follow(clock(21, '23:39'))).reminded).toBe(0)
  const both = await Promise.all([follow(clock(21, '23:58')), follow(clock(21, '23:58'))])
  expect(both.map((one) => one.reminded).sort()).toEqual([0, 1])
  const { guard, csLead, centreHead } = t.a.staff
  const people = await reminded('2026-11-20 23:40')
  expect(people).toEqual(expect.arrayContaining([guard, csLead, centreHead]))
  expect(new Set(people).size).toBe(people.length)

  // midnight is no new day of it, and a sweep that came late puts nothing off
  expect((await follow(clock(22, '00:05'))).reminded).toBe(0)
  expect((await follow(clock(22, '23:39'))).reminded).toBe(0)
  expect((await follow(clock(22, '23:40'))).reminded).toBe(1)
  // after a standstill of days once, not once for each
  expect((await follow(clock(26, '12:00'))).reminded).toBe(1)
  expect((await follow(clock(26, '12:15'))).reminded).toBe(0)
  expect((await follow(clock(26, '23:40'))).reminded).toBe(1)
  expect(await reminded('2026-11-20 23:40')).toHaveLength(4 * people.length)
})

test('frequencies 3 nobody is reminded of what was ended, nor made to go for it, also when both come at once', async () => {
  const daily = await plan()
  const ended = await call(clock(20, '09:00'))
  await end(clock(21, '06:00'), ended.id)
  expect(await follow(clock(21, '09:00'))).toEqual({ rounds: 0, reminded: 0 })
  const open = await call(clock(21, '09:30'))
  const [, swept] = await Promise.all([end(clock(22, '09:30'), open.id), follow(clock(22, '09:30'))])
  // whichever was first: the round of the day and the reminder come together or not at all
  expect(swept.rounds).toBe(swept.reminded)
  expect(await follow(clock(23, '09:30'))).toEqual({ rounds: 0, reminded: 0 })
  expect((await days(daily.id)).length).toBe(2 + swept.rounds)
  expect(await reminded('2026-11-20 09:00')).toEqual([])
  expect((await reminded('2026-11-21 09:30')).length > 0).toBe(swept.reminded > 0)
})

test('frequencies 3 the centre does not count the secret rounds that came of a call; the quality department counts all', async () => {
  await plan({ hours: [] })
  await at(t, clock(19, '06:00'), async (tx) =>
    ok(
      createPlan(
        tx,
        await actorOf(t, t.a.staff.qualityDept),
        t.a.id,
        PlanInput.parse({
          name: '雨天暗访',
          kind: 'mystery',
          recurrence: { kind: 'called', when: 'at' },
          conditions: ['weather:rain'],
          touchpoints: ['T11'],
          assigneeId: t.a.staff.qualityDept,
          fromDate: '2026-11-01',
        }),
      ),
    ),
  )
  const called = await call(clock(20, '09:00'))
  expect(called.rounds).toBe(1)
  const seenBy = async (who: Uuid) => {
    const { rows } = (await t.as(who).get(`/api/v1/estates/${t.a.id}/condition-calls`)).body
    const board = (await t.as(who).get(`/api/v1/estates/${t.a.id}/conditions`)).body
    const counts = [...rows, ...board.conditions.map((c: { call: ConditionCall | null }) => c.call)]
    return counts.filter((c) => c?.id === called.id).map((c) => c.rounds)
  }
  expect(await seenBy(t.a.staff.centreHead)).toEqual([1, 1])
  expect(await seenBy(t.a.staff.qualityDept)).toEqual([2, 2])
  const ended = await end(clock(20, '12:00'), called.id)
  expect(ended).toMatchObject({ rounds: 1, done: 0 })
})

test('frequencies 3 what is called off before it began makes nobody go: its rounds are called off, who was to go is told', async () => {
  const works = { conditions: ['event:works'], hours: [] }
  const after = await plan({ ...works, recurrence: { kind: 'called', when: 'after' } })
  const before = await plan({ ...works, recurrence: { kind: 'called', when: 'before' } })
  const during = await plan({ ...works, recurrence: { kind: 'called', when: 'at' } })
  const { cleaner, guard } = t.a.staff
  const { id } = await call(clock(19, '09:00'), 'event:works', { fromAt: clock(21, '09:00') })
  const planned = [await roundsOf(before.id), await roundsOf(during.id)].flat()
  expect(planned.map((r) => r.state)).toEqual(['planned', 'planned'])
  expect(await ok(end(clock(20, '10:00'), id))).toMatchObject({ endedBy: { id: guard }, rounds: 2, done: 0 })
  expect(await roundsOf(after.id)).toEqual([])
  const off = [await roundsOf(before.id), await roundsOf(during.id)].flat()
  expect(off.map((r) => [r.state, r.cancel_reason])).toEqual([
    ['cancelled', '现场情况没有发生'],
    ['cancelled', '现场情况没有发生'],
  ])
  const sent = (await told(t, 'inspection.cancelled')).filter((m) => m.to_id === cleaner)
  expect(sent.map((m) => m.body).sort()).toEqual(
    [before, during].map((p) => `${p.name}（2026-11-19）：已取消（现场情况没有发生）`).sort(),
  )
  // nothing of it is missed, and it is not ended twice
  await sweepRounds(t.house, clock(24, '09:00'))
  expect([await roundsOf(before.id), await roundsOf(during.id)].flat().map((r) => r.missed_at)).toEqual([null, null])
  expect(await end(clock(20, '11:00'), id)).toMatchObject({ code: 'E_STATE_CHANGED' })
  const { rows } = (await t.as(guard).get(`/api/v1/estates/${t.a.id}/condition-calls?condition=event:works`)).body
  expect(isCalledOff(rows.find((c: ConditionCall) => c.id === id))).toBe(true)
})

test('frequencies 3 what somebody has begun goes on when its call is called off; what began is over and not called off', async () => {
  const works = { conditions: ['event:cleaning'], hours: [] }
  const after = await plan({ ...works, recurrence: { kind: 'called', when: 'after' } })
  const before = await plan({ ...works, recurrence: { kind: 'called', when: 'before' } })
  const coming = await call(clock(19, '09:00'), 'event:cleaning', { fromAt: clock(21, '09:00') })
  await t.tx(({ db }) =>
    db
      .updateTable('inspection_round')
      .set({ state: 'started', started_at: clock(19, '10:00'), started_by: t.a.staff.cleaner })
      .where('estate_id', '=', t.a.id)
      .where('plan_id', '=', before.id)
      .execute(),
  )
  await ok(end(clock(20, '10:00'), coming.id))
  expect((await roundsOf(before.id)).map((r) => r.state)).toEqual(['started'])
  const begun = await call(clock(22, '09:00'), 'event:cleaning')
  const over = await ok(end(clock(22, '12:00'), begun.id))
  expect([over.rounds, isCalledOff(over)]).toEqual([2, false])
  expect((await roundsOf(after.id)).map((r) => r.state)).toEqual(['planned'])
  expect((await roundsOf(before.id)).map((r) => r.state)).toEqual(['started', 'planned'])
})

test('the hours until the reminder are set for each estate', async () => {
  const setting = `/api/v1/estates/${t.a.id}/settings/inspection.openCallHours`
  expect((await t.as(t.a.staff.centreHead).put(setting, { value: 2 })).status).toBe(200)
  await call(clock(20, '09:00'), 'phase:renovation')
  expect((await follow(clock(20, '10:59'))).reminded).toBe(0)
  // a changed setting reaches what remembers it a moment later
  await vi.waitFor(async () => expect((await follow(clock(20, '11:00'))).reminded).toBe(1))
})
