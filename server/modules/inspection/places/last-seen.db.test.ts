import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Uuid } from '#contract/values.ts'
import { newId } from '#platform/ids.ts'
import { openTestHouse, type TestHouse } from '#test/house.ts'
import { answersTo, checklistOf } from '#test/look-steps.ts'
import { placesIn, type TestPlace } from '#test/places.ts'
import { sheetOf } from '#test/sheet-of.ts'

let t: TestHouse
let places: TestPlace[]
beforeAll(async () => {
  t = await openTestHouse()
  places = await placesIn(
    t,
    t.a.id,
    Array.from({ length: 3 }, (_, i) => ({ code: `L-${i + 1}`, touchpoint: 'T12' })),
  )
})
afterAll(() => t.close())

const url = (path: string) => `/api/v1/estates/${t.a.id}/${path}`
const quality = () => t.as(t.a.staff.qualityDept)
const placeAt = (at: number): TestPlace => {
  const place = places[at]
  if (!place) throw new Error('no place')
  return place
}
const MINUTE = 60_000
const ago = (minutes: number) => new Date(Date.now() - minutes * MINUTE).toISOString()
const look = async (who: Uuid, placeId: Uuid, over: object = {}) => {
  const { standardId, variantId, items } = await checklistOf(t, t.a.staff.csLead, placeId)
  const times = { beganAt: ago(9), endedAt: ago(5), sentAt: ago(0) }
  const sent = { id: newId(), placeId, standardId, variantId, answers: answersTo(items), ...times, ...over }
  expect((await t.as(who).post(url('inspections'), sent)).status).toBe(201)
  return sent
}
type Row = { id: Uuid; lastSeenAt: string | null; version: number }
const rowOf = async (who: Uuid, id: Uuid): Promise<Row> =>
  (await t.as(who).get(url('places?limit=200'))).body.rows.find((p: Row) => p.id === id)
const seenBy = async (who: Uuid, id: Uuid) => (await rowOf(who, id)).lastSeenAt
const cellsOf = async (who: Uuid, code: string) =>
  (await sheetOf((await t.as(who).get(url('places.xlsx'))).body))
    .find((row) => row.includes(code))
    ?.filter((c) => /^\d{4}-/.test(c))
const changed = async (place: TestPlace, touchpoint: string) => {
  const { version } = await rowOf(t.a.staff.csLead, place.id)
  const body = { code: place.code, name: place.code, touchpoint, version, active: true }
  return t.as(t.a.staff.csLead).put(url(`places/${place.id}`), body)
}

test('FD-770 a mystery visit is no last look of a place before its release, in list, export and audit, and one for everybody from then on', async () => {
  const { guard, csLead, qualityDept } = t.a.staff
  const place = placeAt(0)
  await quality().post(url('inspection-plans'), {
    name: '神秘访客',
    kind: 'mystery',
    recurrence: { kind: 'days', every: 1 },
    placeIds: [place.id],
    assigneeId: guard,
    fromDate: '2026-01-01',
  })
  const { rows } = (await quality().get(url('inspection-rounds?kind=mystery&limit=200'))).body
  const roundId = rows.at(-1).id
  await look(guard, place.id, { roundId })
  for (const who of [guard, csLead, qualityDept]) {
    expect(await seenBy(who, place.id)).toBeNull()
    expect(await cellsOf(who, place.code)).toEqual([])
  }
  // what was seen there was seen as that, also what does not count yet
  expect((await changed(place, 'T13')).body.error).toMatchObject({ code: 'E_FIXED', field: 'body.touchpoint' })
  expect((await changed(place, 'T12')).body).toMatchObject({ lastSeenAt: null })
  const audited = await t.tx(({ db }) =>
    db
      .selectFrom('audit')
      .select('before')
      .where('action', '=', 'place.change')
      .where('subject_id', '=', place.id)
      .execute(),
  )
  expect(audited).toMatchObject([{ before: { last_seen_at: null } }])

  expect((await quality().post(url(`inspection-rounds/${roundId}/release`), {})).status).toBe(200)
  const seen = await Promise.all([guard, csLead, qualityDept].map((who) => seenBy(who, place.id)))
  expect(seen[0]).not.toBeNull()
  expect(new Set(seen).size).toBe(1)
  expect(await cellsOf(csLead, place.code)).toHaveLength(1)
})

test('FD-810 the last look of a place is at its time as it really was, however far the phone’s clock is off', async () => {
  const { technician } = t.a.staff
  const { id } = placeAt(1)
  const near = (at: string | null, expected: string) =>
    expect(Math.abs(Date.parse(at ?? '') - Date.parse(expected))).toBeLessThan(30_000)
  // three hours ahead; then one whose phone is right but who was there before
  await look(technician, id, { beganAt: ago(-175), endedAt: ago(-178), sentAt: ago(-180) })
  await look(technician, id)
  near(await seenBy(technician, id), ago(2))
  // behind: the later look is the last one although its phone says yesterday
  await look(technician, id, { beganAt: ago(1442), endedAt: ago(1441), sentAt: ago(1440) })
  near(await seenBy(technician, id), ago(1))
  // a phone that says that it ended after it was sent
  await look(technician, id, { beganAt: ago(2), endedAt: ago(-60), sentAt: ago(0) })
  near(await seenBy(technician, id), ago(0))
})

test('a place where a look was voided may be named otherwise, for nothing that counts was seen there', async () => {
  const place = placeAt(2)
  const { id } = await look(t.a.staff.technician, place.id)
  expect((await changed(place, 'T13')).body.error.code).toBe('E_FIXED')
  await t.as(t.a.staff.csLead).post(url(`inspections/${id}/void`), { reason: '培训' })
  expect(await seenBy(t.a.staff.csLead, place.id)).toBeNull()
  expect((await changed(place, 'T13')).body).toMatchObject({ touchpoint: 'T13' })
})
