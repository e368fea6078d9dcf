import { afterAll, beforeAll, expect, test } from 'vitest'
import { TRAINING_KINDS } from '#contract/trainings.ts'
import type { Uuid } from '#contract/values.ts'
import { newId } from '#platform/ids.ts'
import { told } from '#test/desk-house.ts'
import { openTestHouse, type TestHouse } from '#test/house.ts'
import { sheetOf } from '#test/sheet-of.ts'

let t: TestHouse
let fresh: Uuid
beforeAll(async () => {
  t = await openTestHouse()
  fresh = await t.hire(t.a.id, 'customerSteward', { name: '新管家' })
})
afterAll(() => t.close())

const url = (path = '') => `/api/v1/estates/${t.a.id}/trainings${path}`
const lead = () => t.as(t.a.staff.frontDeskLead)
const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()
const planOf = (over: object = {}) => ({
  topic: '访谈礼仪',
  kind: 'observation',
  startsAt: inHours(-2),
  place: '会议室',
  trainer: '陈主管',
  watchedId: t.a.staff.frontDeskLead,
  attendeeIds: [fresh, t.a.staff.areaSteward],
  ...over,
})
const planned = async (over: object = {}) => (await lead().post(url(), planOf(over))).body

test('FD-765 a training is planned with who is to come, who are told; planned anew until it is held', async () => {
  const made = await planned({ startsAt: inHours(48) })
  expect(made).toMatchObject({ state: 'planned', invited: 2, attended: 0, mayChange: true })
  expect(made.attendees.map((a: { attended: boolean | null }) => a.attended)).toEqual([null, null])
  const messages = (await told(t, 'training.planned')).map((m) => m.to_id)
  expect(messages.sort()).toEqual([fresh, t.a.staff.areaSteward].sort())
  const changed = await lead().put(url(`/${made.id}`), {
    ...planOf({ startsAt: inHours(24), attendeeIds: [fresh] }),
    version: made.version,
  })
  expect(changed.body).toMatchObject({ invited: 1, attendees: [{ person: { id: fresh, name: '新管家' } }] })
  const stale = await lead().put(url(`/${made.id}`), { ...planOf(), version: made.version })
  expect(stale.body.error.code).toBe('E_VERSION_STALE')
  const early = { attendees: [{ staffId: fresh, attended: true }], version: changed.body.version }
  expect((await lead().post(url(`/${made.id}/hold`), early)).body.error.code).toBe('E_TIME_RANGE')
})

test('FD-765 a held training says of everybody whether they came and what came of it, and never changes again', async () => {
  const made = await planned()
  const hold = (attendees: object[], version = made.version) =>
    lead().post(url(`/${made.id}/hold`), { attendees, summary: '观摩两场', version })
  const one = { staffId: fresh, attended: true, passed: true, note: '可独立访谈' }
  const other = { staffId: t.a.staff.areaSteward, attended: false }
  expect((await hold([one])).body.error).toMatchObject({ code: 'E_SHEET_INCOMPLETE', details: { count: 1 } })
  expect((await hold([one, { ...other, passed: true }])).body.error).toMatchObject({
    code: 'E_INPUT',
    field: 'body.attendees.1.passed',
  })
  expect((await hold([one, other, { staffId: newId(), attended: true }])).body.error).toMatchObject({
    code: 'E_NOT_FOUND',
    field: 'body.attendees.2.staffId',
  })
  const held = await hold([one, other, { staffId: t.a.staff.guard, attended: true, passed: false }])
  expect(held.body).toMatchObject({
    state: 'held',
    invited: 3,
    attended: 2,
    passed: 1,
    failed: 1,
    summary: '观摩两场',
    heldBy: { id: t.a.staff.frontDeskLead },
    mayChange: false,
  })
  expect((await hold([one, other], held.body.version)).body.error.code).toBe('E_FIXED')
  const again = await lead().put(url(`/${made.id}`), { ...planOf(), version: held.body.version })
  expect(again.body.error.code).toBe('E_FIXED')
})

test('FD-765 called off with a reason, and told; a person’s trainings are listed and exported', async () => {
  const made = await planned({ topic: '消防演练', kind: 'regular', attendeeIds: [t.a.staff.cashier] })
  expect((await lead().post(url(`/${made.id}/cancel`), { reason: ' ', version: made.version })).status).toBe(400)
  const off = await lead().post(url(`/${made.id}/cancel`), { reason: '下雨', version: made.version })
  expect(off.body).toMatchObject({ state: 'cancelled', cancelReason: '下雨' })
  expect((await told(t, 'training.cancelled')).map((m) => m.to_id)).toEqual([t.a.staff.cashier])
  const of = async (query: string) =>
    (await t.as(t.a.staff.areaSteward).get(url(`?${query}`))).body.rows.map((r: { topic: string }) => r.topic)
  expect(await of(`staffId=${t.a.staff.cashier}`)).toEqual(['消防演练'])
  expect(await of('kind=regular')).toEqual(['消防演练'])
  expect(await of('state=planned&kind=regular')).toEqual([])
  expect(await of('from=2020-01-01&to=2020-01-02')).toEqual([])
  const sheet = await sheetOf((await lead().get(url('.xlsx?state=cancelled'))).body)
  expect(sheet.flat().join(' ')).toContain('消防演练')
})

test('FD-765 who is invited works here and once; who does not plan does not write', async () => {
  const fault = async (over: object) => {
    const { body } = await lead().post(url(), planOf(over))
    return [body.error?.code, body.error?.field]
  }
  expect(await fault({ attendeeIds: [newId()] })).toEqual(['E_NOT_FOUND', 'body.attendeeIds.0'])
  expect(await fault({ attendeeIds: [fresh, fresh] })).toEqual(['E_DUPLICATE', 'body.attendeeIds.1'])
  expect(await fault({ attendeeIds: [] })).toEqual(['E_INPUT', 'body.attendeeIds'])
  expect(await fault({ topic: '' })).toEqual(['E_INPUT', 'body.topic'])
  expect((await t.as(t.a.staff.frontDeskClerk).post(url(), planOf())).status).toBe(403)
  expect((await t.as(t.a.staff.guard).get(url())).status).toBe(403)
})

test('FD-765 every kind of training is planned, also safety and the emergency drills of a centre, and found by it', async () => {
  for (const kind of TRAINING_KINDS) await planned({ kind, topic: `${kind} 一场`, startsAt: inHours(30) })
  for (const kind of TRAINING_KINDS) {
    const { rows } = (await lead().get(url(`?kind=${kind}`))).body
    expect(rows.map((r: { topic: string }) => r.topic)).toContain(`${kind} 一场`)
    expect(rows.every((r: { kind: string }) => r.kind === kind)).toBe(true)
  }
})
