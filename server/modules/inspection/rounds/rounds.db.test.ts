import { afterAll, beforeAll, expect, test } from 'vitest'
import { isRefusal, type Refusal } from '#contract/refusal.ts'
import type { Instant, Uuid } from '#contract/values.ts'
import { plusMilliseconds } from '#platform/calendar/instants.rules.ts'
import { inTransaction } from '#platform/db/tx.ts'
import { newId } from '#platform/ids.ts'
import { actorOf, at, told } from '#test/desk-house.ts'
import { openTestHouse, type TestHouse } from '#test/house.ts'
import { placesIn, type TestPlace } from '#test/places.ts'
import { sheetOf } from '#test/sheet-of.ts'
import { changePlan, createPlan } from '../plans/write-plan.ts'
import { makeRounds } from './make-rounds.ts'
import { sweepRounds } from './sweep-rounds.ts'

let t: TestHouse
let gates: TestPlace[]
let floors: TestPlace[]
beforeAll(async () => {
  t = await openTestHouse()
  gates = await placesIn(t, t.a.id, [
    { code: '东门', touchpoint: 'T01' },
    { code: '西门', touchpoint: 'T01' },
  ])
  floors = await placesIn(
    t,
    t.a.id,
    Array.from({ length: 7 }, (_, i) => ({ code: `1栋${i + 1}层`, touchpoint: 'T13' })),
  )
})
afterAll(() => t.close())

const url = (path: string) => `/api/v1/estates/${t.a.id}/${path}`
const lead = () => t.as(t.a.staff.csLead)
const quality = () => t.as(t.a.staff.qualityDept)
const ok = async <T>(work: Promise<T | Refusal>): Promise<T> => {
  const done = await work
  if (isRefusal(done)) throw new Error(`${done.code} ${done.field ?? ''} ${JSON.stringify(done.details)}`)
  return done
}
const planOf = (over: object = {}) => ({
  name: `计划 ${newId()}`,
  kind: 'task' as const,
  task: '清扫',
  line: 'cleaning' as const,
  recurrence: { kind: 'days' as const, every: 1, times: 1, daysOff: 'keep' as const },
  hours: [{ from: '08:00', to: '12:00' }],
  months: [],
  conditions: [],
  placeIds: [],
  touchpoints: ['T13' as const],
  sample: null,
  items: { proofOnPass: false },
  assigneeRole: 'cleaner' as const,
  assigneeId: null,
  areaId: null,
  fromDate: '2026-11-01',
  untilDate: null,
  active: true,
  ...over,
})
// Friday the 20th of November 2026, in Shanghai
const NOON: Instant = '2026-11-20T04:00:00.000Z'
const DAWN: Instant = '2026-11-19T22:00:00.000Z'
const create = (now: Instant, over: object = {}, by = t.a.staff.csLead) =>
  ok(at(t, now, async (tx) => createPlan(tx, await actorOf(t, by), t.a.id, planOf(over))))
const change = (now: Instant, plan: { id: Uuid; version: number }, over: object) =>
  ok(
    at(t, now, async (tx) =>
      changePlan(tx, await actorOf(t, t.a.staff.csLead), t.a.id, plan.id, { ...planOf(over), version: plan.version }),
    ),
  )
const rounds = (planId: Uuid) =>
  t.tx(({ db }) =>
    db
      .selectFrom('inspection_round')
      .selectAll()
      .where('estate_id', '=', t.a.id)
      .where('plan_id', '=', planId)
      .orderBy('on_date')
      .orderBy('slot')
      .execute(),
  )
const stops = (roundId: Uuid) =>
  t.tx(({ db }) =>
    db
      .selectFrom('inspection_stop')
      .select(['seq', 'place_id'])
      .where('estate_id', '=', t.a.id)
      .where('round_id', '=', roundId)
      .orderBy('seq')
      .execute(),
  )

test('FD-810 a new plan has its rounds of the days ahead at once, each to all places in order, today only what can still be done', async () => {
  const plan = await create(DAWN)
  const made = await rounds(plan.id)
  expect(made.map((r) => r.on_date)).toEqual(
    ['20', '21', '22', '23', '24', '25', '26', '27'].map((d) => `2026-11-${d}`),
  )
  expect(made[0]).toMatchObject({
    from_at: '2026-11-20T00:00:00.000Z',
    due_at: '2026-11-20T04:00:00.000Z',
    warn_at: '2026-11-20T03:30:00.000Z',
    state: 'planned',
  })
  expect((await stops(made[0]?.id ?? '')).map((s) => s.place_id)).toEqual(floors.map((p) => p.id))
  // nobody is warned before they may begin
  const short = await create(DAWN, { hours: [{ from: '08:00', to: '08:20' }] })
  expect((await rounds(short.id))[0]?.warn_at).toBe('2026-11-20T00:00:00.000Z')
  // at noon the window of the morning is over
  expect((await rounds((await create(NOON)).id))[0]?.on_date).toBe('2026-11-21')
})

test('FD-810 rounds are made once, however often and by however many processes; a later day adds its own', async () => {
  const plan = await create(DAWN)
  const make = (now: Instant) =>
    inTransaction(t.house.database, { scope: [t.a.id], now }, (tx) => makeRounds(tx, t.a.id))
  await Promise.all([make(NOON), make(NOON), make(NOON)])
  await make(NOON)
  expect(await rounds(plan.id)).toHaveLength(8)
  const next = '2026-11-21T22:00:00.000Z'
  await Promise.all([make(next), make(next)])
  await make(next)
  expect((await rounds(plan.id)).map((r) => r.on_date).at(-1)).toBe('2026-11-29')
  expect(new Set((await rounds(plan.id)).map((r) => r.on_date)).size).toBe(10)
})

test('FD-810 a plan that changes makes anew what is to come and nobody has begun; what has begun stays as it was', async () => {
  const plan = await create(DAWN, { recurrence: { kind: 'days', every: 1, times: 2, daysOff: 'keep' } })
  const before = await rounds(plan.id)
  expect(before).toHaveLength(16)
  const begun = before[3]
  await t.tx(({ db }) =>
    db
      .updateTable('inspection_round')
      .set({ state: 'started', started_at: NOON })
      .where('estate_id', '=', t.a.id)
      .where('id', '=', begun?.id ?? '')
      .execute(),
  )
  const changed = await change(NOON, plan, {
    hours: [{ from: '14:00', to: '16:00' }],
    touchpoints: ['T01'],
    recurrence: { kind: 'days', every: 2, times: 1, daysOff: 'keep' },
  })
  const after = (await rounds(plan.id)).filter((r) => r.state !== 'cancelled')
  // of today both stay: they had begun to run; of the 21st what somebody has begun
  expect(after.map((r) => [r.on_date, r.slot])).toEqual([
    ['2026-11-20', 1],
    ['2026-11-20', 2],
    ['2026-11-21', 1],
    ['2026-11-21', 2],
    ['2026-11-23', 1],
    ['2026-11-25', 1],
    ['2026-11-27', 1],
  ])
  expect(after.find((r) => r.id === begun?.id)?.due_at).toBe(begun?.due_at)
  const fresh = after.find((r) => r.on_date === '2026-11-23')
  expect(fresh?.due_at).toBe('2026-11-23T08:00:00.000Z')
  // the row is the same one, so that a phone which took it along is understood
  expect(before.some((r) => r.id === fresh?.id)).toBe(true)
  expect((await stops(fresh?.id ?? '')).map((s) => s.place_id)).toEqual(gates.map((p) => p.id))
  // switched off: nothing more is to come
  await change(NOON, changed, { active: false })
  const left = (await rounds(plan.id)).filter((r) => r.state === 'planned' && r.from_at > NOON)
  expect(left).toEqual([])
})

test('FD-770 a quota draws so many places each time with its seed on the round, and after some rounds everybody had a turn', async () => {
  const plan = await create(DAWN, { sample: 3 })
  const made = (await rounds(plan.id)).slice(0, 3)
  expect(made.map((r) => r.seed)).toEqual([0, 1, 2].map((n) => `${plan.seed}#${n}`))
  const drawn = await Promise.all(made.map(async (r) => (await stops(r.id)).map((s) => s.place_id)))
  expect(drawn.map((d) => d.length)).toEqual([3, 3, 3])
  expect(new Set(drawn.flat())).toEqual(new Set(floors.map((p) => p.id)))
})

test('FD-770 a route goes its named places in the order in which they are laid; places at which nothing is asked are left out', async () => {
  const order = [floors[4], gates[1], floors[0]].map((p) => p?.id ?? '')
  const plan = await create(DAWN, {
    kind: 'self',
    task: null,
    touchpoints: [],
    placeIds: order,
    items: { ids: ['T13-F-01'], proofOnPass: false },
  })
  const [first] = await rounds(plan.id)
  expect((await stops(first?.id ?? '')).map((s) => s.place_id)).toEqual([order[0], order[2]])
})

test('FD-770 warned before it is due, missed when it is, told to the lead; a working day later to quality: each once', async () => {
  const keeper = await t.hire(t.a.id, 'lineLead', { line: 'greening', name: '绿化主管' })
  const plan = await create('2026-12-03T22:00:00.000Z', {
    line: 'greening',
    assigneeRole: null,
    assigneeId: t.a.staff.cleaner,
    fromDate: '2026-12-04',
    untilDate: '2026-12-04',
  })
  const sweep = (now: Instant) => Promise.all([sweepRounds(t.house, now), sweepRounds(t.house, now)])
  const [round] = await rounds(plan.id)
  if (!round) throw new Error('no round')
  const of = async (template: string) =>
    (await told(t, template)).filter((m) => m.body.includes(plan.name)).map((m) => m.to_id)
  await sweep(plusMilliseconds(round.warn_at ?? '', -1))
  expect(await of('inspection.warn')).toEqual([])
  await sweep(round.warn_at ?? '')
  await sweep(round.warn_at ?? '')
  expect(await of('inspection.warn')).toEqual([t.a.staff.cleaner])
  await sweep(plusMilliseconds(round.due_at, 90_000))
  await sweep(plusMilliseconds(round.due_at, 180_000))
  // metrics.md: who goes, who leads them, customer service and the head of the centre
  const { cleaner, csLead, centreHead } = t.a.staff
  expect(await of('inspection.missed')).toEqual([cleaner, keeper, csLead, centreHead])
  const [missed] = await rounds(plan.id)
  expect(missed).toMatchObject({ state: 'missed', missed_at: round.due_at })
  // due on Friday the 4th: quality hears at the close of Monday the 7th
  expect(missed?.escalate_at).toBe('2026-12-07T10:00:00.000Z')
  await sweep('2026-12-07T09:59:00.000Z')
  expect(await of('inspection.escalated')).toEqual([])
  await sweep('2026-12-07T10:00:00.000Z')
  await sweep('2026-12-07T11:00:00.000Z')
  expect(await of('inspection.escalated')).toEqual([t.a.staff.qualityDept])
})

test('FD-810 a task is ticked with time and person; a round done late stays missed and is done; a reason stands for a place left out', async () => {
  const plan = await create('2026-12-03T22:00:00.000Z', {
    task: '刷洗天台',
    fromDate: '2026-12-04',
    untilDate: '2026-12-04',
  })
  const [round] = await rounds(plan.id)
  if (!round) throw new Error('no round')
  await sweepRounds(t.house, round.due_at)
  const now = new Date().toISOString()
  const base = url(`inspection-rounds/${round.id}`)
  // the day of the plan lies ahead of the real clock: it cannot begin before its time
  if (now < round.from_at) {
    const early = await t.as(t.a.staff.cleaner).post(`${base}/start`, { at: now, sentAt: now })
    expect(early.body.error).toMatchObject({ code: 'E_TIME_RANGE', field: 'body.at' })
  }
  // some days ago, within the thirty that are counted
  const missedAt = new Date(Date.now() - 5 * 86_400_000).toISOString()
  await t.tx(({ db }) =>
    db
      .updateTable('inspection_round')
      .set({
        from_at: new Date(Date.parse(missedAt) - 14_400_000).toISOString(),
        due_at: missedAt,
        missed_at: missedAt,
      })
      .where('estate_id', '=', t.a.id)
      .where('id', '=', round.id)
      .execute(),
  )
  const cleaner = t.as(t.a.staff.cleaner)
  expect((await t.as(t.a.staff.guard).post(`${base}/start`, { at: now, sentAt: now })).status).toBe(403)
  expect((await cleaner.post(`${base}/start`, { at: now, sentAt: now })).body.state).toBe('started')
  const first = await cleaner.post(`${base}/stops/${floors[0]?.id}/tick`, { at: now, sentAt: now })
  expect(first.body.stops[0]).toMatchObject({ doneAt: expect.any(String), doneBy: { id: t.a.staff.cleaner } })
  const again = await cleaner.post(`${base}/stops/${floors[0]?.id}/tick`, { at: now, sentAt: now })
  expect(again.body.stops[0].doneAt).toBe(first.body.stops[0].doneAt)
  const open = await cleaner.post(`${base}/finish`, { at: now, sentAt: now })
  expect(open.body.error).toMatchObject({ code: 'E_PLACES_OPEN', details: { count: 6 } })
  const skipped = floors.slice(1).map((p) => ({ placeId: p.id, reason: '楼道施工封闭' }))
  const done = await cleaner.post(`${base}/finish`, { at: now, sentAt: now, skipped, note: '其余明天补' })
  expect(done.body).toMatchObject({ state: 'done', missedAt, note: '其余明天补' })
  expect((await cleaner.post(`${base}/finish`, { at: now, sentAt: now })).body.state).toBe('done')
  const list = await lead().get(url(`inspection-rounds?planId=${plan.id}&missed=true`))
  expect(list.body.rows).toMatchObject([{ state: 'done', seen: 1, skipped: 6, doneBy: { id: t.a.staff.cleaner } }])
  const last = await t.as(t.a.staff.frontDeskClerk).get(url(`last-done?placeId=${floors[0]?.id}`))
  const row = last.body.rows.find((r: { task: string | null }) => r.task === '刷洗天台')
  expect(row).toMatchObject({ lastAt: first.body.stops[0].doneAt, lastBy: { id: t.a.staff.cleaner }, missed30: 1 })
})

test('a round is given to somebody else, who is told, or called off with a reason; an old view of it is refused', async () => {
  const plan = await create(new Date().toISOString(), {
    assigneeRole: null,
    assigneeId: t.a.staff.guard,
    fromDate: '2026-11-01',
  })
  const list = await lead().get(url(`inspection-rounds?planId=${plan.id}&state=planned`))
  const [a, b] = list.body.rows
  const moved = await lead().post(url(`inspection-rounds/${a.id}/reassign`), {
    assigneeId: t.a.staff.technician,
    version: a.version,
  })
  expect(moved.body).toMatchObject({ assignee: { id: t.a.staff.technician } })
  const words = (template: string) =>
    told(t, template).then((m) => m.filter((x) => x.body.includes(plan.name)).map((x) => x.to_id))
  expect(await words('inspection.assigned')).toEqual([t.a.staff.technician])
  expect(await words('inspection.takenAway')).toEqual([t.a.staff.guard])
  const stale = await lead().post(url(`inspection-rounds/${a.id}/cancel`), { reason: '停水', version: a.version })
  expect(stale.body.error.code).toBe('E_VERSION_STALE')
  expect((await lead().post(url(`inspection-rounds/${b.id}/cancel`), { reason: ' ', version: b.version })).status).toBe(
    400,
  )
  const off = await lead().post(url(`inspection-rounds/${b.id}/cancel`), { reason: '停水', version: b.version })
  expect(off.body).toMatchObject({ state: 'cancelled', cancelReason: '停水', may: [] })
  expect(await words('inspection.cancelled')).toEqual([t.a.staff.guard])
  const foreign = await lead().post(url(`inspection-rounds/${a.id}/reassign`), {
    assigneeId: newId(),
    version: moved.body.version,
  })
  expect(foreign.body.error).toMatchObject({ code: 'E_NOT_FOUND', field: 'body.assigneeId' })
})

test('a surprise of the quality department is not seen by the centre before it begins, nor its plan ever', async () => {
  expect(
    (await lead().post(url('inspection-plans'), planOf({ kind: 'surprise', task: null, assigneeRole: null }))).body
      .error,
  ).toMatchObject({
    code: 'E_FORBIDDEN',
    field: 'body.kind',
  })
  const body = planOf({
    kind: 'surprise',
    task: null,
    assigneeRole: null,
    assigneeId: t.a.staff.qualityDept,
    hours: [],
    line: null,
  })
  const plan = (await quality().post(url('inspection-plans'), body)).body
  expect((await lead().get(url(`inspection-plans/${plan.id}`))).status).toBe(404)
  const seen = async (who: ReturnType<typeof lead>) =>
    (await who.get(url(`inspection-rounds?planId=${plan.id}`))).body.rows as { id: Uuid }[]
  const [round] = (await rounds(plan.id)).slice(0, 1)
  if (!round) throw new Error('no round')
  expect((await seen(quality())).length).toBeGreaterThan(0)
  expect(await seen(lead())).toEqual([])
  expect((await lead().get(url(`inspection-rounds/${round.id}`))).status).toBe(404)
  const now = new Date().toISOString()
  const begun = await quality().post(url(`inspection-rounds/${round.id}/start`), { at: now, sentAt: now })
  expect(begun.body.state).toBe('started')
  expect((await seen(lead())).map((r) => r.id)).toEqual([round.id])
})

test('it rains: what waits for it goes at once and once; a second press is refused; the end calls what waits for the end', async () => {
  const wet = await create(NOON, {
    recurrence: { kind: 'called', when: 'at' },
    conditions: ['weather:rain'],
    hours: [],
  })
  const dry = await create(NOON, {
    recurrence: { kind: 'called', when: 'after' },
    conditions: ['weather:rain'],
    hours: [],
  })
  const guard = t.as(t.a.staff.guard)
  const presses = await Promise.all(
    [1, 2, 3].map(() => guard.post(url('condition-calls'), { condition: 'weather:rain' })),
  )
  expect(presses.map((p) => p.status).sort()).toEqual([201, 409, 409])
  const call = presses.find((p) => p.status === 201)?.body
  expect(call).toMatchObject({ rounds: 1, untilAt: null })
  const [round] = await rounds(wet.id)
  expect(round).toMatchObject({ state: 'planned', call_id: call.id })
  expect(await rounds(dry.id)).toEqual([])
  expect(
    (await told(t, 'inspection.called')).some((m) => m.to_id === t.a.staff.cleaner && m.body.includes('雨天')),
  ).toBe(true)
  // written while it rains: it goes now too, and the others not again
  const late = await create(new Date().toISOString(), {
    recurrence: { kind: 'called', when: 'at' },
    conditions: ['weather:rain'],
    hours: [],
  })
  expect([(await rounds(late.id)).length, (await rounds(wet.id)).length]).toEqual([1, 1])
  const board = await guard.get(url('conditions'))
  expect(board.body.conditions[0]).toMatchObject({ condition: 'weather:rain', call: { id: call.id } })
  const over = await guard.post(url(`condition-calls/${call.id}/end`), {})
  expect(over.body.untilAt).not.toBeNull()
  expect(await rounds(dry.id)).toHaveLength(1)
  expect((await guard.post(url(`condition-calls/${call.id}/end`), {})).body.error.code).toBe('E_STATE_CHANGED')
})

test('a surprise that waits for a condition is not named to the centre on the board of conditions', async () => {
  const name = `雨天突击 ${newId()}`
  const made = await quality().post(
    url('inspection-plans'),
    planOf({
      name,
      kind: 'surprise',
      task: null,
      line: null,
      assigneeRole: null,
      hours: [],
      recurrence: { kind: 'called', when: 'at' },
      conditions: ['event:cleaning'],
    }),
  )
  expect(made.status).toBe(201)
  const named = async (who: ReturnType<typeof lead>) =>
    (await who.get(url('conditions'))).body.conditions.some((c: { plans: { name: string }[] }) =>
      c.plans.some((p) => p.name === name),
    )
  expect([await named(quality()), await named(lead())]).toEqual([true, false])
})

test('every list of plans, rounds and calls is a file in the words of its readers', async () => {
  const sheet = async (path: string) => (await sheetOf((await lead().get(url(path))).body)).flat().join(' ')
  expect(await sheet('condition-calls.xlsx')).toContain('雨天')
  expect(await sheet('inspection-plans.xlsx')).toContain('作业任务')
  expect(await sheet('inspection-rounds.xlsx?from=2026-11-20&to=2026-11-21')).toContain('作业任务')
  expect(await sheet('last-done.xlsx?lang=en')).toContain('Last done')
})

test('what is to come before an event is due before it begins', async () => {
  const notice = await create(NOON, {
    recurrence: { kind: 'called', when: 'before' },
    conditions: ['event:works'],
    hours: [],
  })
  const fromAt = plusMilliseconds(new Date().toISOString(), 20 * 3_600_000)
  const where = { places: [{ id: floors[1]?.id }] }
  const body = { condition: 'event:works', fromAt, placeIds: where.places.map((p) => p.id) }
  expect((await lead().post(url('condition-calls'), body)).body).toMatchObject(where)
  expect((await lead().get(url('condition-calls?condition=event:works'))).body.rows).toMatchObject([where])
  expect((await sheetOf((await lead().get(url('condition-calls.xlsx'))).body)).flat()).toContain('1栋2层位置')
  const [round] = await rounds(notice.id)
  expect([round?.due_at, ...(await stops(round?.id ?? '')).map((s) => s.place_id)]).toEqual([fromAt, floors[1]?.id])
})

test('a plan refuses what does not fit together beside its field, and a preview writes nothing', async () => {
  const fault = async (over: object) => {
    const { body } = await lead().post(url('inspection-plans'), planOf(over))
    return [body.error?.code, body.error?.field]
  }
  expect(await fault({ task: null })).toEqual(['E_INPUT', 'body.task'])
  expect(await fault({ touchpoints: [] })).toEqual(['E_INPUT', 'body.touchpoints'])
  expect(await fault({ conditions: ['weather:rain'] })).toEqual(['E_INPUT', 'body.conditions'])
  expect(
    await fault({
      hours: [
        { from: '08:00', to: '09:00' },
        { from: '10:00', to: '11:00' },
      ],
    }),
  ).toEqual(['E_INPUT', 'body.hours'])
  expect(await fault({ untilDate: '2026-10-01' })).toEqual(['E_INPUT', 'body.untilDate'])
  expect(await fault({ placeIds: [newId()], touchpoints: [] })).toEqual(['E_NOT_FOUND', 'body.placeIds.0'])
  const before = (await lead().get(url('inspection-plans?limit=200'))).body.rows.length
  const preview = await lead().post(url('inspection-plans/preview'), planOf({ sample: 2, fromDate: '2026-12-01' }))
  expect(preview.body.rounds).toHaveLength(12)
  expect(preview.body.rounds[0].count).toBe(2)
  expect((await lead().get(url('inspection-plans?limit=200'))).body.rows).toHaveLength(before)
})

test('a provider’s phone takes along its orders and nothing of the rounds, above all no labels', async () => {
  const provider = await t.hire(t.a.id, 'provider', { line: 'repair' })
  const { status, body } = await t.as(provider).get(url('field/pack'))
  expect([status, body.me.id]).toEqual([200, provider])
  expect(body).toMatchObject({ rounds: [], places: [], items: [], checklists: [], findings: [] })
  expect(body.rules.photoMaxPx).toBe(1600)
  expect((await t.as(t.a.staff.cashier).get(url('field/pack'))).status).toBe(403)
})

test('FD-770 a role held for a line goes the rounds of that line, held for none all of them', async () => {
  const [greening, repair, all] = [
    await t.hire(t.a.id, 'areaSteward', { line: 'greening' }),
    await t.hire(t.a.id, 'areaSteward', { line: 'repair' }),
    await t.hire(t.a.id, 'areaSteward'),
  ]
  const name = `绿化 ${newId()}`
  const whole = { hours: [], fromDate: '2026-01-01' }
  await create(new Date().toISOString(), { name, line: 'greening', assigneeRole: 'areaSteward', ...whole })
  const carries = async (who: Uuid) =>
    (await t.as(who).get(url('field/pack'))).body.rounds.some((r: { name: string }) => r.name === name)
  expect([await carries(greening), await carries(repair), await carries(all)]).toEqual([true, false, true])
})

test('FD-810 after a standstill the days that passed are made too and missed, a month back at the most', async () => {
  const plan = await create('2026-06-01T00:00:00.000Z', { hours: [], fromDate: '2026-06-01' })
  const make = (now: Instant) =>
    inTransaction(t.house.database, { scope: [t.a.id], now }, (tx) => makeRounds(tx, t.a.id))
  await make('2026-06-12T04:00:00.000Z')
  const days = async () => (await rounds(plan.id)).map((r) => r.on_date)
  expect((await days()).slice(0, 12)).toEqual(
    Array.from({ length: 12 }, (_, i) => `2026-06-${String(i + 1).padStart(2, '0')}`),
  )
  await make('2026-09-01T04:00:00.000Z')
  // the last day made before was the 19th of June; a month back from the 1st of September begins the next
  expect((await days()).slice(18, 20)).toEqual(['2026-06-19', '2026-08-01'])
  await change('2026-09-01T04:00:00.000Z', plan, { active: false })
})

test('the pack of a shift holds one’s own rounds of today and tomorrow, all places, and each item once', async () => {
  await lead().post(url('inspection-plans/usual'), {})
  const pack = (await t.as(t.a.staff.cleaner).get(url('field/pack'))).body
  expect(pack.places.map((p: { code: string }) => p.code)).toEqual([...gates, ...floors].map((p) => p.code))
  expect(new Set(pack.items.map((i: { id: string }) => i.id)).size).toBe(pack.items.length)
  expect(pack.checklists.find((c: { placeId: Uuid }) => c.placeId === gates[0]?.id).itemIds.length).toBe(38)
  const mine = (r: { assigneeRole: string | null; assignee: { id: Uuid } | null }) =>
    r.assigneeRole === 'cleaner' || r.assignee?.id === t.a.staff.cleaner || (!r.assigneeRole && !r.assignee)
  expect(pack.rounds.length).toBeGreaterThan(0)
  expect(pack.rounds.every(mine)).toBe(true)
  const night = (await t.as(t.a.staff.guard).get(url('field/pack'))).body.rounds.find((r: { name: string }) =>
    r.name.startsWith('班前检查'),
  )
  expect(night?.itemIds.sort()).toEqual(['T01-P-15', 'T01-P-16'])
})
