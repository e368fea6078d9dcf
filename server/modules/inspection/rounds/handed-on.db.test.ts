import { afterAll, beforeAll, expect, test } from 'vitest'
import { CATALOGUE_ITEMS } from '#content/touchpoint-catalogue.ts'
import type { Uuid } from '#contract/values.ts'
import { newId } from '#platform/ids.ts'
import { told } from '#test/desk-house.ts'
import { openTestHouse, type TestHouse } from '#test/house.ts'
import { answersTo } from '#test/look-steps.ts'
import { photoOf, placesIn, type TestPlace } from '#test/places.ts'
import { sweepRounds } from './sweep-rounds.ts'

let t: TestHouse
let floors: TestPlace[]
let lift: TestPlace
let locked: TestPlace
const STANDARD = '00000000-0000-7000-8000-000000000001'
beforeAll(async () => {
  t = await openTestHouse()
  floors = await placesIn(
    t,
    t.a.id,
    Array.from({ length: 3 }, (_, i) => ({ code: `1栋${i + 1}层`, touchpoint: 'T13' })),
  )
  const [a, b] = await placesIn(t, t.a.id, [
    { code: '1栋电梯', touchpoint: 'T12' },
    { code: '机房', touchpoint: 'T13', scanNeeded: true },
  ])
  if (!a || !b) throw new Error('no places')
  ;[lift, locked] = [a, b]
})
afterAll(() => t.close())

type Stop = { placeId: Uuid; doneAt: string | null; doneBy: { id: Uuid } | null; skippedReason: string | null }
const url = (path: string) => `/api/v1/estates/${t.a.id}/${path}`
const lead = () => t.as(t.a.staff.csLead)
const quality = () => t.as(t.a.staff.qualityDept)
const cleaner = () => t.as(t.a.staff.cleaner)
const now = () => {
  const at = new Date().toISOString()
  return { at, sentAt: at }
}
const idOf = (at: number): Uuid => floors[at]?.id ?? ''
/** A plan and its first round that can be gone now. */
const going = async (over: object, by = lead()) => {
  const { body: plan } = await by.post(url('inspection-plans'), {
    name: `清扫 ${newId()}`,
    kind: 'task',
    task: '清扫',
    recurrence: { kind: 'days', every: 1 },
    placeIds: floors.map((p) => p.id),
    fromDate: '2026-01-01',
    assigneeId: t.a.staff.cleaner,
    ...over,
  })
  const { rows } = (await by.get(url(`inspection-rounds?planId=${plan.id}&limit=200`))).body
  return { plan, id: rows.at(-1).id as Uuid, version: rows.at(-1).version as number }
}
const of = async (id: Uuid) => (await lead().get(url(`inspection-rounds/${id}`))).body
const give = async (id: Uuid, assigneeId: Uuid) =>
  lead().post(url(`inspection-rounds/${id}/reassign`), { assigneeId, version: (await of(id)).version })
const start = (who: Uuid, id: Uuid) => t.as(who).post(url(`inspection-rounds/${id}/start`), now())
const tick = (who: Uuid, id: Uuid, placeId: Uuid, more: object = {}) =>
  t.as(who).post(url(`inspection-rounds/${id}/stops/${placeId}/tick`), { ...now(), ...more })
const finish = (who: Uuid, id: Uuid, more: object = {}) =>
  t.as(who).post(url(`inspection-rounds/${id}/finish`), { ...now(), ...more })
const carried = async (who: Uuid, id: Uuid) =>
  (await t.as(who).get(url('field/pack'))).body.rounds.some((r: { id: Uuid }) => r.id === id)

test('FD-770 what somebody did on a round that was given away meanwhile counts; only who goes now leaves places out and ends it', async () => {
  const { cleaner: before, technician: after, guard } = t.a.staff
  const { id } = await going({})
  await give(id, after)
  expect([await carried(before, id), await carried(after, id)]).toEqual([false, true])
  const begun = await start(before, id)
  expect([begun.status, begun.body.state, begun.body.assignee.id]).toEqual([200, 'planned', after])
  expect((await start(guard, id)).body.error.code).toBe('E_FORBIDDEN')
  expect((await tick(guard, id, idOf(0))).body.error.code).toBe('E_FORBIDDEN')

  const ticked = await tick(before, id, idOf(0))
  expect(ticked.body).toMatchObject({ state: 'started', assignee: { id: after } })
  expect(ticked.body.stops[0]).toMatchObject({ doneBy: { id: before } })
  const given = { code: 'E_ROUND_REASSIGNED', details: { assignee: expect.any(String) } }
  expect((await tick(before, id, idOf(1), { skippedReason: '门锁着' })).body.error).toMatchObject(given)
  const skipped = floors.slice(1).map((p) => ({ placeId: p.id, reason: '下班了' }))
  expect((await finish(before, id, { skipped })).body.error).toMatchObject(given)
  expect((await of(id)).stops.map((s: Stop) => s.skippedReason)).toEqual([null, null, null])

  // having begun it does not make it theirs again
  expect(await carried(before, id)).toBe(false)
  await tick(after, id, idOf(1))
  await tick(before, id, idOf(1))
  await tick(before, id, idOf(2))
  const stops: Stop[] = (await of(id)).stops
  expect(stops.map((s) => s.doneBy?.id)).toEqual([before, after, before])
  // nothing is left to be done: whoever comes first ends it
  expect((await finish(before, id)).body.state).toBe('done')
  expect((await finish(after, id)).body.error.code).toBe('E_ROUND_CLOSED')
})

test('FD-770 a round given away while it was under way is the other person’s; given back it is one’s own again', async () => {
  const { cleaner: before, technician: after } = t.a.staff
  const { id } = await going({})
  await start(before, id)
  await give(id, after)
  expect(await carried(before, id)).toBe(false)
  expect((await finish(before, id)).body.error.code).toBe('E_ROUND_REASSIGNED')
  await give(id, before)
  expect([await carried(before, id), await carried(after, id)]).toEqual([true, false])
  const skipped = floors.map((p) => ({ placeId: p.id, reason: '停水' }))
  expect((await finish(before, id, { skipped })).body).toMatchObject({ state: 'done' })
})

test('FD-770 of a role’s round given to one person the others’ work counts too', async () => {
  const { id } = await going({ assigneeId: null, assigneeRole: 'cleaner' })
  const colleague = await t.hire(t.a.id, 'cleaner')
  await give(id, colleague)
  expect((await tick(t.a.staff.cleaner, id, idOf(0))).status).toBe(200)
  expect((await finish(t.a.staff.cleaner, id)).body.error.code).toBe('E_ROUND_REASSIGNED')
})

test('FD-810 what was done before a round was called off is ticked all the same; it stays called off', async () => {
  const { id } = await going({})
  await tick(t.a.staff.cleaner, id, idOf(0))
  await lead().post(url(`inspection-rounds/${id}/cancel`), { reason: '停水', version: (await of(id)).version })
  const ticked = await tick(t.a.staff.cleaner, id, idOf(1))
  expect(ticked.body).toMatchObject({ state: 'cancelled' })
  expect((await of(id)).stops.filter((s: Stop) => s.doneAt !== null)).toHaveLength(2)
  expect((await tick(t.a.staff.cleaner, id, idOf(2), { skippedReason: '停水' })).body.error.code).toBe('E_ROUND_CLOSED')
  expect((await start(t.a.staff.cleaner, id)).body.error.code).toBe('E_ROUND_CLOSED')
})

test('FD-810 a place that asks for its label is ticked with its label alone, with photos that are one’s own', async () => {
  const { id } = await going({ placeIds: [locked.id, idOf(0)] })
  const { cleaner: who } = t.a.staff
  const [own, foreign] = [await photoOf(t, t.a.id, who), await photoOf(t, t.a.id, t.a.staff.guard)]
  expect((await tick(who, id, locked.id)).body.error).toMatchObject({
    code: 'E_SCAN_MISSING',
    field: 'body.labelToken',
  })
  expect((await tick(who, id, locked.id, { labelToken: floors[0]?.label })).body.error.code).toBe('E_LABEL_OTHER')
  expect((await tick(who, id, idOf(2))).body.error.code).toBe('E_PLACE_UNKNOWN')
  const scanned = { labelToken: locked.label }
  expect((await tick(who, id, locked.id, { ...scanned, fileIds: [foreign] })).body.error).toMatchObject({
    code: 'E_FILE_FOREIGN',
    field: 'body.fileIds',
  })
  expect((await tick(who, id, locked.id, { ...scanned, fileIds: [own] })).status).toBe(200)
  const [stop] = (await of(id)).stops
  expect(stop).toMatchObject({ scanned: true, fileIds: [own] })
})

test('FD-810 a place that asks where the phone is is ticked with its position, or with the reason why there is none', async () => {
  const place = idOf(0)
  await t.tx(({ db }) =>
    db
      .updateTable('place')
      .set({ position_needed: true, latitude: 31.23, longitude: 121.47 })
      .where('estate_id', '=', t.a.id)
      .where('id', '=', place)
      .execute(),
  )
  const { cleaner: who } = t.a.staff
  const ticked = async (more: object) => {
    const { id } = await going({ placeIds: [place] })
    const { status } = await tick(who, id, place, more)
    return { status, stop: (await of(id)).stops[0] }
  }
  const { id } = await going({ placeIds: [place] })
  expect((await tick(who, id, place)).body.error).toMatchObject({
    code: 'E_POSITION_MISSING',
    field: 'body.position',
  })
  // what is left out is nowhere
  expect((await tick(who, id, place, { skippedReason: '停水' })).status).toBe(200)
  const located = await ticked({ position: { latitude: 31.23, longitude: 121.471, accuracyM: 12 } })
  expect(located).toMatchObject({
    status: 200,
    stop: { position: { latitude: 31.23, accuracyM: 12, metresAway: 95 }, positionMissing: null },
  })
  const lost = await ticked({ positionMissing: '地下室没有信号' })
  expect(lost).toMatchObject({ status: 200, stop: { position: null, positionMissing: '地下室没有信号' } })
})

const LIFT = CATALOGUE_ITEMS.filter((i) => i.touchpoint === 'T12' && i.trait === null)
const look = (over: object = {}) => ({
  id: newId(),
  placeId: lift.id,
  beganAt: new Date().toISOString(),
  endedAt: new Date().toISOString(),
  sentAt: new Date().toISOString(),
  standardId: STANDARD,
  answers: answersTo(LIFT),
  ...over,
})
const send = async (who: Uuid, over: object) => {
  const body = look(over)
  return { id: body.id, ...(await t.as(who).post(url('inspections'), body)) }
}

test('FD-770 a look at a place that the changed round does not go to any more is taken and said; the round is not begun by it', async () => {
  const self = { kind: 'self', task: null, placeIds: [lift.id], assigneeId: t.a.staff.technician }
  const { id } = await going(self)
  await t.tx(({ db }) =>
    db
      .updateTable('inspection_stop')
      .set({ place_id: idOf(0) })
      .where('estate_id', '=', t.a.id)
      .where('round_id', '=', id)
      .execute(),
  )
  const sent = await send(t.a.staff.technician, { roundId: id })
  expect([sent.status, sent.body.warnings]).toEqual([201, ['notInRound']])
  expect(await of(id)).toMatchObject({ state: 'planned', seen: 0 })
})

test('FD-770 a look that comes after its round had ended is taken and said', async () => {
  const self = { kind: 'self', task: null, placeIds: [lift.id], assigneeId: t.a.staff.technician }
  const { id } = await going(self)
  await finish(t.a.staff.technician, id, { skipped: [{ placeId: lift.id, reason: '电梯停用' }] })
  expect((await send(t.a.staff.technician, { roundId: id })).body.warnings).toEqual(['roundEnded'])
  expect((await of(id)).stops[0]).toMatchObject({ doneBy: { id: t.a.staff.technician }, skippedReason: null })
})

test('FD-810 a task that asks for proof is not ticked without a photo, and a photo is a picture', async () => {
  const { cleaner: who } = t.a.staff
  const { id } = await going({ items: { proofOnPass: true } })
  await start(who, id)
  const bare = await tick(who, id, idOf(1))
  expect(bare.body.error).toMatchObject({ code: 'E_PHOTO_MISSING', field: 'body.fileIds' })
  const paper = await photoOf(t, t.a.id, who, 'application/pdf')
  const filed = await tick(who, id, idOf(1), { fileIds: [paper] })
  expect(filed.body.error).toMatchObject({ code: 'E_FILE_TYPE', field: 'body.fileIds' })
  const done = await tick(who, id, idOf(1), { fileIds: [await photoOf(t, t.a.id, who)] })
  expect(done.body.stops[1]).toMatchObject({ doneBy: { id: who } })
  const left = await tick(who, id, idOf(2), { skippedReason: '门锁着' })
  expect(left.body.stops[2]).toMatchObject({ skippedReason: '门锁着' })
})

test('FD-766 a surprise without a name is in every quality inspector’s phone and told to them alone; it takes no role', async () => {
  const { qualityDept, guard, areaSteward, csLead } = t.a.staff
  const body = {
    name: `突击 ${newId()}`,
    kind: 'surprise',
    recurrence: { kind: 'days', every: 1 },
    touchpoints: ['T13'],
    fromDate: '2026-01-01',
  }
  const toRole = await quality().post(url('inspection-plans'), { ...body, assigneeRole: 'guard' })
  expect(toRole.body.error).toMatchObject({ code: 'E_INPUT', field: 'body.assigneeRole' })
  for (const kind of ['surprise', 'mystery']) {
    const { plan, id } = await going(
      { ...body, name: `${kind} ${newId()}`, kind, task: null, assigneeId: null },
      quality(),
    )
    // one that was given to a role before is nobody's of the centre either
    await t.tx(({ db }) =>
      db.updateTable('inspection_round').set({ assignee_role: 'guard' }).where('plan_id', '=', plan.id).execute(),
    )
    const who = [qualityDept, guard, areaSteward, csLead]
    expect(await Promise.all(who.map((one) => carried(one, id)))).toEqual([true, false, false, false])
    const { warn_at } = await t.tx(({ db }) =>
      db.selectFrom('inspection_round').select('warn_at').where('id', '=', id).executeTakeFirstOrThrow(),
    )
    await sweepRounds(t.house, warn_at ?? undefined)
    const warned = (await told(t, 'inspection.warn')).filter((m) => m.body.includes(plan.name))
    expect(new Set(warned.map((m) => m.to_id))).toEqual(new Set([qualityDept]))
    expect((await start(guard, id)).body.error.code).toBe('E_FORBIDDEN')
    expect((await start(qualityDept, id)).body.state).toBe('started')
  }
})

test('FD-770 what failed critically on a mystery visit is a finding at once, and not found again by the release', async () => {
  const by = t.a.staff.technician
  const mystery = { kind: 'mystery', task: null, placeIds: [lift.id], assigneeId: t.a.staff.receptionist }
  const { id } = await going(mystery, quality())
  const fileIds = [await photoOf(t, t.a.id, by)]
  const minor = LIFT.filter((i) => i.severity === 'minor').at(-1)?.id ?? ''
  const answers = answersTo(LIFT, { 'T12-F-13': { answer: 'fail', fileIds }, [minor]: { answer: 'fail', fileIds } })
  const sent = await send(by, { roundId: id, answers })
  expect(sent.body.findings).toMatchObject([{ itemId: 'T12-F-13', severity: 'critical' }])
  await quality().post(url(`inspection-rounds/${id}/release`), {})
  const { rows } = (await lead().get(url(`findings?placeId=${lift.id}`))).body
  const times = (itemId: string) => rows.find((r: { itemId: string }) => r.itemId === itemId)?.times
  expect([times('T12-F-13'), times(minor)]).toEqual([1, 1])
})

test('FD-770 what a mystery visitor’s phone sends after the release is released with it, and all that failed is a finding', async () => {
  const visitor = t.a.staff.receptionist
  const by = t.a.staff.technician
  const mystery = { kind: 'mystery', task: null, placeIds: [lift.id, idOf(0)], assigneeId: visitor }
  const { id } = await going(mystery, quality())
  const minor = LIFT.find((i) => i.severity === 'minor')?.id ?? ''
  const failing = async () => {
    const fileIds = [await photoOf(t, t.a.id, by), await photoOf(t, t.a.id, by, 'audio/ogg')]
    const answers = answersTo(LIFT, { [minor]: { answer: 'fail', fileIds } })
    return { ...(await send(by, { roundId: id, answers })), fileIds }
  }
  const first = await failing()
  expect([first.body.findings, (await lead().get(url(`inspections/${first.id}`))).status]).toEqual([[], 404])
  expect((await quality().post(url(`inspection-rounds/${id}/release`), {})).status).toBe(200)
  // who looked has found it, with the photos and what they said of it; who released it stands in the audit
  const { rows } = (await lead().get(url(`findings?placeId=${lift.id}&itemId=${minor}`))).body
  expect(rows).toMatchObject([{ owner: { id: by }, times: 1 }])
  const card = (await lead().get(url(`findings/${rows[0].id}`))).body
  expect(card.photos.before).toMatchObject(first.fileIds.map((file: Uuid) => ({ id: file })))
  expect(card.sightings).toMatchObject([{ by: { id: by }, inspectionId: first.id }])
  const audited = await t.tx(({ db }) =>
    db
      .selectFrom('audit')
      .select('actor_id')
      .where('action', '=', 'inspectionRound.release')
      .where('subject_id', '=', id)
      .execute(),
  )
  expect(audited).toEqual([{ actor_id: t.a.staff.qualityDept }])
  const late = await failing()
  expect(late.body.findings).toMatchObject([{ itemId: minor }])
  expect((await lead().get(url(`inspections/${late.id}`))).status).toBe(200)
  expect((await cleaner().get(url(`inspections/${late.id}`))).status).toBe(404)
})
