import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Uuid } from '#contract/values.ts'
import { newId } from '#platform/ids.ts'
import { told } from '#test/desk-house.ts'
import { openTestHouse, type TestHouse } from '#test/house.ts'
import { answersTo, checklistOf } from '#test/look-steps.ts'
import { placesIn, type TestPlace } from '#test/places.ts'
import { sheetOf } from '#test/sheet-of.ts'
import { sweepRounds } from './sweep-rounds.ts'

let t: TestHouse
let lift: TestPlace
let locked: TestPlace
beforeAll(async () => {
  t = await openTestHouse()
  const [a, b] = await placesIn(t, t.a.id, [
    { code: '1栋电梯', touchpoint: 'T12' },
    { code: '2栋电梯', touchpoint: 'T12', scanNeeded: true },
  ])
  if (!a || !b) throw new Error('no places')
  ;[lift, locked] = [a, b]
})
afterAll(() => t.close())

const url = (path: string) => `/api/v1/estates/${t.a.id}/${path}`
const lead = () => t.as(t.a.staff.csLead)
const quality = () => t.as(t.a.staff.qualityDept)
const planOf = (over: object) => ({
  name: `计划 ${newId()}`,
  kind: 'mystery',
  recurrence: { kind: 'days', every: 1 },
  placeIds: [lift.id],
  fromDate: '2026-01-01',
  ...over,
})
/** A plan with its round of now and one that is to come. */
const planned = async (over: object, by = quality()) => {
  const body = planOf(over)
  expect((await by.post(url('inspection-plans'), body)).status).toBe(201)
  const { id } = (await by.get(url('inspection-plans?limit=200'))).body.rows.find(
    (p: { name: string }) => p.name === body.name,
  )
  const { rows } = (await by.get(url(`inspection-rounds?planId=${id}&limit=200`))).body
  return { name: body.name, now: rows.at(-1).id as Uuid, later: rows[0].id as Uuid }
}
const versionOf = async (id: Uuid, by = quality()) => (await by.get(url(`inspection-rounds/${id}`))).body.version
const act = async (id: Uuid, verb: string, body: object, by = quality()) =>
  by.post(url(`inspection-rounds/${id}/${verb}`), { ...body, version: await versionOf(id) })
/** What the outbox shows this person of messages with these words. */
const found = async (who: Uuid, words: string): Promise<{ template: string; to: { id: Uuid } }[]> =>
  (await t.as(who).get(url('outbox?limit=200'))).body.rows.filter((m: { body: string }) => m.body.includes(words))
const templatesFor = async (who: Uuid, words: string) => [
  ...new Set((await found(who, words)).map((m) => m.template.replace('inspection.', ''))),
]
const look = async (who: Uuid, placeId: Uuid, over: object) => {
  const { standardId, variantId, items } = await checklistOf(t, t.a.staff.csLead, placeId)
  const at = new Date().toISOString()
  const times = { beganAt: at, endedAt: at, sentAt: at }
  const sent = { id: newId(), placeId, standardId, variantId, answers: answersTo(items), ...times, ...over }
  return { id: sent.id, ...(await t.as(who).post(url('inspections'), sent)) }
}
const EVERY = ['assigned', 'called', 'cancelled', 'escalated', 'missed', 'takenAway', 'warn']

/** Everything that is told of a plan's rounds. */
const sayAll = async (over: object, by = quality()) => {
  const before = await t.hire(t.a.id, 'receptionist')
  const after = await t.hire(t.a.id, 'receptionist')
  const { name, now, later } = await planned({ ...over, assigneeId: before }, by)
  await act(later, 'reassign', { assigneeId: after }, by)
  await act(later, 'cancel', { reason: '下雨' }, by)
  const { dueAt } = (await by.get(url(`inspection-rounds/${now}`))).body
  const minutes = (n: number) => new Date(Date.parse(dueAt) + n * 60_000).toISOString()
  await sweepRounds(t.house, minutes(-1))
  await sweepRounds(t.house, minutes(1))
  await sweepRounds(t.house, minutes(10 * 24 * 60))
  const waiting = await by.post(
    url('inspection-plans'),
    planOf({
      ...over,
      name: `${name} 雨`,
      assigneeId: after,
      recurrence: { kind: 'called', when: 'at' },
      conditions: ['weather:rain'],
    }),
  )
  expect(waiting.status).toBe(201)
  return { name, before, after }
}

test('FD-770 the outbox shows what is told of a secret visit to whom it is told and to the quality department alone, on paper too', async () => {
  const open = await sayAll({ kind: 'self' }, lead())
  const secrets = [await sayAll({ kind: 'surprise' }), await sayAll({ kind: 'mystery' })]
  const called = await lead().post(url('condition-calls'), { condition: 'weather:rain' })
  expect(called.status).toBe(201)
  const { csLead, centreHead, frontDeskLead, systemAdmin, qualityDept } = t.a.staff
  // what was told is there
  for (const { name, before, after } of secrets) {
    expect((await templatesFor(qualityDept, name)).sort()).toEqual(EVERY)
    const mine = async (who: Uuid) =>
      (await t.as(who).get(url('my-messages'))).body.rows.map((m: { body: string }) => m.body)
    expect((await mine(before)).join()).toContain(name)
    expect((await mine(after)).join()).toContain(name)
  }
  for (const who of [csLead, centreHead, frontDeskLead, systemAdmin]) {
    expect((await templatesFor(who, open.name)).sort()).toEqual(EVERY)
    for (const { name, before } of secrets) {
      expect(await found(who, name)).toEqual([])
      const theirs = (await t.as(who).get(url(`outbox?staffId=${before}`))).body
      expect(theirs).toEqual({ rows: [], next: null })
    }
    const { body } = await t.as(who).get(url('outbox.xlsx'))
    const sheet = (await sheetOf(body)).flat().join()
    expect(sheet).toContain(open.name)
    for (const { name } of secrets) expect(sheet).not.toContain(name)
  }
  const { body } = await quality().get(url('outbox.xlsx'))
  expect((await sheetOf(body)).flat().join()).toContain(secrets[0]?.name)
})

test('FD-770 who was told of a secret visit and reads the outbox finds their own message there and no other’s', async () => {
  const { frontDeskLead, guard } = t.a.staff
  const { name, later } = await planned({ assigneeId: guard })
  await act(later, 'reassign', { assigneeId: frontDeskLead })
  expect((await found(frontDeskLead, name)).map((m) => [m.template, m.to.id])).toEqual([
    ['inspection.assigned', frontDeskLead],
  ])
})

test('FD-766 that a look of a secret visit could not be taken is found in the outbox by the quality department alone', async () => {
  const { guard, csLead, qualityDept } = t.a.staff
  const { now } = await planned({ assigneeId: guard, placeIds: [locked.id] })
  const refused = await look(guard, locked.id, { roundId: now, kind: 'mystery' })
  expect(refused.body.error.code).toBe('E_SCAN_MISSING')
  expect(await told(t, 'inspection.refused')).toHaveLength(1)
  expect((await found(qualityDept, '没有被接收')).map((m) => m.template)).toEqual(['inspection.refused'])
  expect(await found(csLead, '没有被接收')).toEqual([])
})

test('FD-770 the centre that sees a surprise begun neither calls it off nor hands it on; what it does not see is not there', async () => {
  const { guard, csLead, centreHead } = t.a.staff
  const { now, later } = await planned({ kind: 'surprise', assigneeId: guard })
  const tries = async (who: Uuid, id: Uuid) => [
    (await act(id, 'cancel', { reason: '不方便' }, t.as(who))).body.error?.code,
    (await act(id, 'reassign', { assigneeId: csLead }, t.as(who))).body.error?.code,
  ]
  expect(await tries(csLead, now)).toEqual(['E_NOT_FOUND', 'E_NOT_FOUND'])
  const at = new Date().toISOString()
  expect((await t.as(guard).post(url(`inspection-rounds/${now}/start`), { at, sentAt: at })).status).toBe(200)
  for (const who of [csLead, centreHead]) {
    expect((await t.as(who).get(url(`inspection-rounds/${now}`))).body).toMatchObject({ state: 'started', may: [] })
    expect(await tries(who, now)).toEqual(['E_FORBIDDEN', 'E_FORBIDDEN'])
    expect(await tries(who, later)).toEqual(['E_NOT_FOUND', 'E_NOT_FOUND'])
  }
  expect((await act(now, 'reassign', { assigneeId: t.a.staff.technician })).status).toBe(200)
  expect((await act(now, 'cancel', { reason: '停电' })).body).toMatchObject({ state: 'cancelled' })
})

test('FD-770 the centre does not void what the quality department saw; the quality department does', async () => {
  const { guard, csLead, centreHead, qualityDept } = t.a.staff
  const surprise = await planned({ kind: 'surprise', assigneeId: guard })
  const mystery = await planned({ kind: 'mystery', assigneeId: guard })
  const seen = await look(guard, lift.id, { roundId: surprise.now })
  const hidden = await look(guard, lift.id, { roundId: mystery.now })
  expect([seen.status, hidden.status]).toEqual([201, 201])
  const tried = async (who: Uuid, id: Uuid) =>
    (await t.as(who).post(url(`inspections/${id}/void`), { reason: '不算' })).body.error?.code
  expect(await tried(csLead, hidden.id)).toBe('E_NOT_FOUND')
  await quality().post(url(`inspection-rounds/${mystery.now}/release`), {})
  for (const { id } of [seen, hidden]) {
    for (const who of [csLead, centreHead]) {
      expect((await t.as(who).get(url(`inspections/${id}`))).body).toMatchObject({ mayVoid: false, voidedAt: null })
      expect(await tried(who, id)).toBe('E_FORBIDDEN')
    }
    expect((await t.as(qualityDept).get(url(`inspections/${id}`))).body.mayVoid).toBe(true)
    expect(await tried(qualityDept, id)).toBeUndefined()
  }
})
