import { afterAll, beforeAll, expect, test } from 'vitest'
import { CATALOGUE_ITEMS } from '#content/touchpoint-catalogue.ts'
import type { Uuid } from '#contract/values.ts'
import { plusMilliseconds } from '#platform/calendar/instants.rules.ts'
import { newId } from '#platform/ids.ts'
import { told } from '#test/desk-house.ts'
import { openTestHouse, type TestHouse } from '#test/house.ts'
import { answersTo } from '#test/look-steps.ts'
import { placesIn, type TestPlace } from '#test/places.ts'
import { sheetOf } from '#test/sheet-of.ts'
import { sweepRounds } from './sweep-rounds.ts'

let t: TestHouse
let floors: TestPlace[]
let lifts: TestPlace[]
const STANDARD = '00000000-0000-7000-8000-000000000001'
const MINUTE = 60_000
beforeAll(async () => {
  t = await openTestHouse()
  floors = await placesIn(t, t.a.id, [
    { code: '1栋1层', touchpoint: 'T13' },
    { code: '1栋2层', touchpoint: 'T13' },
  ])
  lifts = await placesIn(t, t.a.id, [{ code: '1栋电梯', touchpoint: 'T12' }])
})
afterAll(() => t.close())

type Round = { id: Uuid; name: string; date: string; planId: Uuid; dueAt: string }
const url = (path: string) => `/api/v1/estates/${t.a.id}/${path}`
const lead = () => t.as(t.a.staff.csLead)
const cleaner = () => t.as(t.a.staff.cleaner)
const ago = (minutes: number) => plusMilliseconds(new Date().toISOString(), -minutes * MINUTE)
/** What the phone says it did so many minutes ago, its own clock being ahead by so many. */
const done = (minutes: number, ahead = 0) => ({ at: ago(minutes - ahead), sentAt: ago(-ahead) })

const change = (id: Uuid, times: { from_at?: string; warn_at?: string; due_at?: string; escalate_at?: string }) =>
  t.tx(({ db }) =>
    db.updateTable('inspection_round').set(times).where('estate_id', '=', t.a.id).where('id', '=', id).execute(),
  )

/** A round that was due an hour ago and that nobody has looked after yet. */
const dueRound = async (over: object = {}): Promise<Uuid> => {
  const { body: plan } = await lead().post(url('inspection-plans'), {
    name: `清扫 ${newId()}`,
    kind: 'task',
    task: '清扫',
    recurrence: { kind: 'days', every: 1 },
    placeIds: floors.map((p) => p.id),
    fromDate: '2026-01-01',
    assigneeId: t.a.staff.cleaner,
    ...over,
  })
  const { rows } = (await lead().get(url(`inspection-rounds?planId=${plan.id}&limit=200`))).body
  const { id } = rows.at(-1)
  await change(id, { from_at: ago(240), warn_at: ago(90), due_at: ago(60) })
  return id
}
/** The same, written down as missed and told. */
const missedRound = async (over: object = {}): Promise<Round> => {
  const id = await dueRound(over)
  await sweepRounds(t.house)
  const round = await of(id)
  expect(round).toMatchObject({ state: 'missed', missedAt: round.dueAt })
  return round
}
const of = async (id: Uuid) => (await lead().get(url(`inspection-rounds/${id}`))).body
const tick = (id: Uuid, place: number, when: object) =>
  cleaner().post(url(`inspection-rounds/${id}/stops/${floors[place]?.id}/tick`), when)
const finish = (id: Uuid, when: object) => cleaner().post(url(`inspection-rounds/${id}/finish`), when)
/** All places where a miss is counted, listed or exported. */
const missesOf = async ({ id, name, date, planId }: Round) => {
  const listed = (await lead().get(url(`inspection-rounds?planId=${planId}&missed=true`))).body.rows
  const { days } = (await lead().get(url(`inspection-round-counts?from=${date}&to=${date}`))).body
  const plan = (await lead().get(url(`inspection-plans/${planId}`))).body
  const sheet = await sheetOf((await lead().get(url(`inspection-rounds.xlsx?planId=${planId}&missed=true`))).body)
  return {
    listed: listed.some((r: { id: Uuid }) => r.id === id),
    day: days[0]?.missed as number,
    plan: plan.missed30 as number,
    exported: JSON.stringify(sheet).includes(name),
  }
}
const heard = async ({ name }: Round) =>
  (await told(t, 'inspection.missed'))
    .concat(await told(t, 'inspection.escalated'))
    .filter((m) => m.body.includes(name))

test('FD-810 what was done in time without signal and arrives later is done in time: in no count, list or export of misses', async () => {
  const round = await missedRound()
  const before = await missesOf(round)
  expect(before).toMatchObject({ listed: true, plan: 1, exported: true })
  const people = (await heard(round)).length
  expect(people).toBeGreaterThan(0)

  await tick(round.id, 0, done(120))
  await tick(round.id, 1, done(61))
  // under way it is not yet known whether it was done
  expect((await of(round.id)).missedAt).toBe(round.dueAt)
  // signed a little after its time: the places were done before
  expect((await finish(round.id, done(55))).body).toMatchObject({ state: 'done', missedAt: null })

  expect(await missesOf(round)).toEqual({ listed: false, day: before.day - 1, plan: 0, exported: false })
  const shown = await of(round.id)
  expect(shown).toMatchObject({ state: 'done', missedAt: null })
  // that it was heard of late is kept and said
  expect(Math.round((Date.parse(shown.dueAt) - Date.parse(shown.arrivedLate.doneAt)) / MINUTE)).toBe(1)
  expect(shown.arrivedLate.arrivedAt > shown.dueAt).toBe(true)
  // whoever was told is not told again, nor is anybody else
  await change(round.id, { escalate_at: ago(1) })
  await sweepRounds(t.house)
  expect(await heard(round)).toHaveLength(people)
})

test('FD-810 one place done after the due time, or left out after it, and the round stays missed', async () => {
  const round = await missedRound()
  await tick(round.id, 0, done(120))
  await tick(round.id, 1, done(59))
  expect((await finish(round.id, done(58))).body).toMatchObject({ state: 'done', missedAt: round.dueAt })
  expect(await missesOf(round)).toMatchObject({ listed: true, plan: 1 })
  expect((await of(round.id)).arrivedLate).toBeNull()

  const other = await missedRound()
  await tick(other.id, 0, done(120))
  const skipped = [{ placeId: floors[1]?.id, reason: '封闭' }]
  const late = await finish(other.id, { ...done(30), skipped })
  expect(late.body).toMatchObject({ state: 'done', missedAt: other.dueAt })
})

test('FD-810 a round that ends late before anybody has written that down is missed all the same, and nobody calls it in time', async () => {
  const id = await dueRound()
  await tick(id, 0, done(120))
  await tick(id, 1, done(30))
  const ended = (await finish(id, done(20))).body
  expect(ended).toMatchObject({ state: 'done', missedAt: ended.dueAt })
  expect((await of(id)).arrivedLate).toBeNull()
  // ended in time it is none, and a place that was left out and looked at later does not make it one
  const kept = await dueRound()
  await tick(kept, 0, done(120))
  await finish(kept, { ...done(70), skipped: [{ placeId: floors[1]?.id, reason: '封闭' }] })
  await tick(kept, 1, done(5))
  expect(await of(kept)).toMatchObject({ state: 'done', missedAt: null, arrivedLate: null })
})

test('FD-770 the last look of a round arrives later: done in time it is no breach; the same of a phone whose clock is wrong', async () => {
  const round = await missedRound({ kind: 'self', task: null, placeIds: lifts.map((p) => p.id) })
  const items = CATALOGUE_ITEMS.filter((i) => i.touchpoint === 'T12' && i.trait === null)
  const ahead = 45
  const sent = await cleaner().post(url('inspections'), {
    id: newId(),
    roundId: round.id,
    placeId: lifts[0]?.id,
    beganAt: done(80, ahead).at,
    // by the phone's own clock it was late
    endedAt: done(70, ahead).at,
    sentAt: done(0, ahead).sentAt,
    standardId: STANDARD,
    answers: answersTo(items),
  })
  expect(sent.status).toBe(201)
  expect((await finish(round.id, done(65, ahead))).body).toMatchObject({ state: 'done', missedAt: null })
  expect(await missesOf(round)).toMatchObject({ listed: false, plan: 0 })
})

test('FD-770: of start, tick and finish the phone’s time and the server’s are kept, and their difference is shown', async () => {
  const round = await missedRound()
  const minutes = (arrival: { receivedAt: string; clockOffMs: number }) => Math.round(arrival.clockOffMs / MINUTE) + 0
  await cleaner().post(url(`inspection-rounds/${round.id}/start`), done(100, 20))
  await tick(round.id, 0, done(90, 20))
  await tick(round.id, 1, done(80, -7))
  await finish(round.id, done(70))
  const shown = await of(round.id)
  expect(minutes(shown.startArrival)).toBe(20)
  expect(minutes(shown.doneArrival)).toBe(0)
  expect(shown.stops.map((s: { arrival: { receivedAt: string; clockOffMs: number } }) => minutes(s.arrival))).toEqual([
    20, -7,
  ])
  expect(Math.round((Date.parse(shown.stops[0].arrival.receivedAt) - Date.parse(shown.stops[0].doneAt)) / MINUTE)).toBe(
    90,
  )
  expect(shown.clockWarnMs).toBeGreaterThan(0)
  const file = await lead().get(url(`inspection-rounds.xlsx?planId=${round.planId}`))
  const [head = [], ...lines] = await sheetOf(file.body)
  const line = lines.find((cells) => cells[head.indexOf('日期')] === round.date) ?? []
  const cell = (title: string) => line[head.indexOf(title)]
  expect(
    [cell('开始时手机时间差（秒）'), cell('完成时手机时间差（秒）')].map((s) => Math.round(Number(s) / 60)),
  ).toEqual([20, 0])
  expect([cell('开始上报时间'), cell('完成上报时间')]).toEqual([expect.any(String), expect.any(String)])
})
