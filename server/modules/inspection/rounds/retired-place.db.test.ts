import { afterAll, beforeAll, expect, test } from 'vitest'
import { CATALOGUE_ITEMS } from '#content/touchpoint-catalogue.ts'
import type { Instant, Uuid } from '#contract/values.ts'
import { plusMilliseconds } from '#platform/calendar/instants.rules.ts'
import { newId } from '#platform/ids.ts'
import { told } from '#test/desk-house.ts'
import { openTestHouse, type TestHouse } from '#test/house.ts'
import { answersTo } from '#test/look-steps.ts'
import { placesIn, type TestPlace } from '#test/places.ts'
import { sweepRounds } from './sweep-rounds.ts'

let t: TestHouse
let made = 0
const STANDARD = '00000000-0000-7000-8000-000000000001'
beforeAll(async () => {
  t = await openTestHouse()
})
afterAll(() => t.close())

type Round = { id: Uuid; name: string; stops: TestPlace[] }
type Stop = { placeId: Uuid; doneAt: string | null; skippedReason: string | null }
const MINUTE = 60_000
const OUT_OF_USE = '地点已停用。 The place is no longer in use.'
const ALL_OUT_OF_USE = '要去的地点都已停用。 None of its places is in use any longer.'
const url = (path: string) => `/api/v1/estates/${t.a.id}/${path}`
const lead = () => t.as(t.a.staff.csLead)
const cleaner = () => t.as(t.a.staff.cleaner)
const ago = (minutes: number): Instant => plusMilliseconds(new Date().toISOString(), -minutes * MINUTE)
const done = (minutes = 0) => ({ at: ago(minutes), sentAt: ago(0) })

const change = (id: Uuid, patch: object) =>
  t.tx(({ db }) =>
    db.updateTable('inspection_round').set(patch).where('estate_id', '=', t.a.id).where('id', '=', id).execute(),
  )
/** A round that was made ahead to two lifts or floors and can be gone now. */
const going = async (over: object = {}, touchpoint = 'T13'): Promise<Round> => {
  made += 1
  const codes = [1, 2].map((n) => ({ code: `${made}栋${n}`, touchpoint }))
  const stops = await placesIn(t, t.a.id, codes)
  const name = `清扫 ${newId()}`
  const { body: plan } = await lead().post(url('inspection-plans'), {
    name,
    kind: 'task',
    task: '清扫',
    recurrence: { kind: 'days', every: 1 },
    placeIds: stops.map((p) => p.id),
    fromDate: '2026-01-01',
    assigneeId: t.a.staff.cleaner,
    ...over,
  })
  const { rows } = (await lead().get(url(`inspection-rounds?planId=${plan.id}&limit=200`))).body
  const { id } = rows.at(-1)
  await change(id, { from_at: ago(240), warn_at: ago(-60), due_at: ago(-120) })
  return { id, name, stops }
}
const retire = async (place: TestPlace | undefined, active = false) => {
  const head = t.as(t.a.staff.centreHead)
  const { body } = await head.get(url(`places?q=${encodeURIComponent(place?.code ?? '')}`))
  const row = body.rows.find((p: { id: Uuid }) => p.id === place?.id)
  const { code, touchpoint, name, floor, traits, scanNeeded, positionNeeded, position, sort, version } = row
  const said = { code, touchpoint, name, floor, traits, scanNeeded, positionNeeded, position, sort }
  const saved = await head.put(url(`places/${row.id}`), { ...said, buildingId: null, active, version })
  expect(saved.status, JSON.stringify(saved.body)).toBe(200)
}
const of = async (id: Uuid) => (await lead().get(url(`inspection-rounds/${id}`))).body
const tick = (id: Uuid, place: TestPlace | undefined, more: object = done()) =>
  cleaner().post(url(`inspection-rounds/${id}/stops/${place?.id}/tick`), more)
const finish = (id: Uuid, more: object = done()) => cleaner().post(url(`inspection-rounds/${id}/finish`), more)
const reasons = ({ stops }: { stops: Stop[] }) => stops.map((s) => s.skippedReason)

test('FD-770 FD-810 a place switched off does not hold up a round that was made ahead: it is signed without it, and says why', async () => {
  const { id, stops } = await going()
  await retire(stops[1])
  // a phone that fetches now does not know the place and cannot name it
  const { rounds, places } = (await cleaner().get(url('field/pack'))).body
  expect(places.some((p: { id: Uuid }) => p.id === stops[1]?.id)).toBe(false)
  expect(rounds.find((r: { id: Uuid }) => r.id === id).stops).toHaveLength(2)
  expect(await of(id)).toMatchObject({ places: 2, seen: 0, skipped: 1, stops: [{}, { skippedReason: OUT_OF_USE }] })
  expect((await finish(id)).body.error).toMatchObject({
    code: 'E_PLACES_OPEN',
    details: { count: 1, codes: stops[0]?.code },
  })

  await tick(id, stops[0])
  const ended = await finish(id)
  expect(ended.body).toMatchObject({ state: 'done' })
  expect(reasons(ended.body)).toEqual([null, OUT_OF_USE])
  // in use again, the round still says how it was
  await retire(stops[1], true)
  expect(await of(id)).toMatchObject({ places: 2, seen: 1, skipped: 1, stops: [{}, { skippedReason: OUT_OF_USE }] })
})

test('FD-770 FD-810 a place that is in use again before the round is signed is open again', async () => {
  const { id, stops } = await going()
  await retire(stops[1])
  await tick(id, stops[0])
  await retire(stops[1], true)
  expect(reasons(await of(id))).toEqual([null, null])
  expect((await finish(id)).body.error).toMatchObject({ code: 'E_PLACES_OPEN', details: { codes: stops[1]?.code } })
})

test('FD-810 a phone that took the place along may tick it or leave it out after it was switched off', async () => {
  const ticked = await going()
  await retire(ticked.stops[1])
  expect((await tick(ticked.id, ticked.stops[1])).body.stops[1].doneAt).not.toBeNull()
  const left = await going()
  await retire(left.stops[1])
  expect(reasons((await tick(left.id, left.stops[1], { ...done(), skippedReason: '正在拆除' })).body)).toEqual([
    null,
    '正在拆除',
  ])
  const named = await going()
  await retire(named.stops[1])
  await tick(named.id, named.stops[0])
  const skipped = [{ placeId: named.stops[1]?.id, reason: '已拆除' }]
  expect(reasons((await finish(named.id, { ...done(), skipped })).body)).toEqual([null, '已拆除'])
  // one that the round does not go to is nobody's
  expect((await tick(named.id, left.stops[1])).body.error).toMatchObject({ code: 'E_PLACE_UNKNOWN' })
})

test('FD-770 a look of a round at a place switched off meanwhile is taken and ticks it; outside of a round it is not', async () => {
  const { id, stops } = await going({ kind: 'self', task: null }, 'T12')
  await retire(stops[1])
  const answers = answersTo(CATALOGUE_ITEMS.filter((i) => i.touchpoint === 'T12' && i.trait === null))
  const look = (over: object) =>
    cleaner().post(url('inspections'), {
      id: newId(),
      placeId: stops[1]?.id,
      beganAt: ago(5),
      endedAt: ago(3),
      sentAt: ago(0),
      standardId: STANDARD,
      answers,
      ...over,
    })
  expect((await look({ roundId: id })).body).toMatchObject({ warnings: [], missing: [] })
  expect((await of(id)).stops[1].doneAt).not.toBeNull()
  expect((await look({ kind: 'spot' })).body.error).toMatchObject({ code: 'E_PLACE_UNKNOWN', field: 'body.placeId' })
})

test('FD-810 what was done in time is in time also where a place was switched off before the signature came', async () => {
  const { id, stops } = await going()
  await retire(stops[1])
  await change(id, { due_at: ago(60) })
  await sweepRounds(t.house)
  expect(await of(id)).toMatchObject({ state: 'missed' })
  await tick(id, stops[0], done(61))
  expect((await finish(id, done(55))).body).toMatchObject({ state: 'done', missedAt: null })
  expect(reasons(await of(id))).toEqual([null, OUT_OF_USE])
})

test('FD-770 FD-810 a round whose places were all switched off is no miss: nobody takes it along, is warned or told, and it is called off with the reason', async () => {
  const { id, name, stops } = await going()
  for (const place of stops) await retire(place)
  const { rounds } = (await cleaner().get(url('field/pack'))).body
  expect(rounds.some((r: { id: Uuid }) => r.id === id)).toBe(false)
  await change(id, { warn_at: ago(1) })
  await sweepRounds(t.house)
  expect(await of(id)).toMatchObject({ state: 'planned' })
  await change(id, { due_at: ago(1) })
  await sweepRounds(t.house)
  expect(await of(id)).toMatchObject({ state: 'cancelled', missedAt: null, cancelReason: ALL_OUT_OF_USE })
  for (const template of ['inspection.warn', 'inspection.missed'])
    expect((await told(t, template)).filter((m) => m.body.includes(name))).toEqual([])

  // one that somebody has begun waits for its signature like any other
  const begun = await going()
  await tick(begun.id, begun.stops[0])
  for (const place of begun.stops) await retire(place)
  await change(begun.id, { due_at: ago(1) })
  await sweepRounds(t.house)
  expect(await of(begun.id)).toMatchObject({ state: 'started', missedAt: expect.any(String), cancelReason: null })
})

test('FD-810 what was switched off after the round was missed stays missed there', async () => {
  const { id, stops } = await going()
  await change(id, { due_at: ago(60) })
  await sweepRounds(t.house)
  await tick(id, stops[0], done(61))
  await retire(stops[1])
  expect((await finish(id, done(55))).body).toMatchObject({ state: 'done' })
  expect((await of(id)).missedAt).not.toBeNull()
  expect(reasons(await of(id))).toEqual([null, OUT_OF_USE])
})

test('FD-810 a round that was gone in time without signal goes on when that arrives, also where it was called off meanwhile', async () => {
  const { id, stops } = await going()
  for (const place of stops) await retire(place)
  await change(id, { due_at: ago(60) })
  await sweepRounds(t.house)
  expect(await of(id)).toMatchObject({ state: 'cancelled' })
  for (const place of stops) expect((await tick(id, place, done(70))).status).toBe(200)
  expect((await finish(id, done(65))).body).toMatchObject({ state: 'done' })
  expect(await of(id)).toMatchObject({ state: 'done', missedAt: null, cancelReason: null, seen: 2 })
  // what a person called off stays so
  const called = await going()
  const { version } = await of(called.id)
  expect((await lead().post(url(`inspection-rounds/${called.id}/cancel`), { reason: '停电', version })).status).toBe(
    200,
  )
  expect((await finish(called.id)).body.error.code).toBe('E_ROUND_CLOSED')
})
