import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Uuid } from '#contract/values.ts'
import { plusMilliseconds } from '#platform/calendar/instants.rules.ts'
import { newId } from '#platform/ids.ts'
import { openTestHouse, type TestHouse } from '#test/house.ts'
import { addPhoto, addPlace, itemOf, proposed, type TestPlace } from '#test/inspection-rows.ts'
import { answersTo, checklistOf, takenLook } from '#test/look-steps.ts'

let t: TestHouse
beforeAll(async () => {
  t = await openTestHouse()
})
afterAll(() => t.close())

const HOUR = 3_600_000
const url = (path: string) => `/api/v1/estates/${t.a.id}/${path}`
const read = async (path: string) => (await t.as(t.a.staff.centreHead).get(url(path))).body
const ago = (hours: number) => plusMilliseconds(new Date().toISOString(), -hours * HOUR)
const act = async (by: Uuid, id: Uuid, verb: string, input: object = {}) => {
  const { version } = await read(`matters/${id}`)
  const done = await t.as(by).post(url(`findings/${id}/${verb}`), { version, ...input })
  expect(done.status, JSON.stringify(done.body)).toBe(200)
}
const one = async (by: Uuid, place: TestPlace, over: Parameters<typeof proposed>[4] = {}, which = 'minor') => {
  const [made] = await proposed(t, by, place, [which], over)
  if (!made) throw new Error('nothing was proposed')
  return made
}
const mended = async () => ({
  measure: '已修',
  rootCause: '线路老化',
  photoIds: [await addPhoto(t, t.a.staff.technician)],
})
/** Put right by the technician, looked at again by the head: closed just now. */
const putRight = async (id: Uuid): Promise<Uuid> => {
  const { centreHead, technician } = t.a.staff
  await act(centreHead, id, 'confirm', { line: 'repair', handlerId: technician })
  await act(technician, id, 'rectify', await mended())
  await act(centreHead, id, 'pass-check')
  return id
}
const listed = async (place: TestPlace) => (await read(`findings?placeId=${place.id}`)).rows
const toldOf = (id: Uuid) =>
  t.tx(({ db }) => db.selectFrom('outbox_message').select('template').where('matter_id', '=', id).execute())

test('FD-766 what was seen before it was put right and arrives later is no new finding: it joins the one that was closed since', async () => {
  const place = await addPlace(t, 'T13')
  const { guard, areaSteward } = t.a.staff
  const id = await putRight((await one(guard, place)).matterId)
  const before = { matter: await read(`matters/${id}`), told: (await toldOf(id)).length }
  // seen by a phone without signal six hours ago, also before the other found it
  const fileIds = [await addPhoto(t, areaSteward)]
  const late = await one(areaSteward, place, { at: ago(6), note: '灯不亮', fileIds })
  expect(late).toMatchObject({ matterId: id, joined: true })
  expect(await listed(place)).toMatchObject([{ id, state: 'CLOSED', times: 2, repeat: false }])
  const card = await read(`findings/${id}`)
  expect(card.sightings).toHaveLength(2)
  expect(JSON.stringify(card)).toContain(fileIds[0])
  // its history says so, nobody is called to it, and it stays as it is
  expect(JSON.stringify(await read(`matters/${id}/timeline`))).toContain('seenBefore')
  expect(await read(`matters/${id}`)).toMatchObject({ state: 'CLOSED', version: before.matter.version, open: false })
  expect(await toldOf(id)).toHaveLength(before.told)
})

test('FD-766 what was seen after it was put right is a new finding and a repeat; so is nothing that was closed later', async () => {
  const place = await addPlace(t, 'T13')
  const { guard, areaSteward, technician } = t.a.staff
  const first = await putRight((await one(guard, place)).matterId)
  const again = await one(areaSteward, place)
  expect(again.joined).toBe(false)
  expect(await read(`matters/${again.matterId}`)).toMatchObject({ links: [{ kind: 'repeatOf', id: first }] })
  // the first was put right after this: it is that one’s, though the second is open by now
  const late = await one(technician, place, { at: ago(2) })
  expect(late).toMatchObject({ matterId: first, joined: true })
  expect((await read(`findings/${again.matterId}`)).sightings).toHaveLength(1)
  // both closed, it is the one that was put right first after the sighting
  await putRight(again.matterId)
  expect(await one(guard, place, { at: ago(3) })).toMatchObject({ matterId: first, joined: true })
})

test('FD-766 what was rejected was not put right: seen earlier by another it is proposed anew and no repeat', async () => {
  const place = await addPlace(t, 'T13')
  const { guard, areaSteward, centreHead } = t.a.staff
  const { matterId } = await one(guard, place)
  await act(centreHead, matterId, 'reject', { reason: '现场看是合格的' })
  const late = await one(areaSteward, place, { at: ago(1) })
  expect(late).toMatchObject({ joined: false })
  expect(await listed(place)).toMatchObject([{ id: late.matterId, repeat: false }, { id: matterId }])
})

test('quality-model 8.1 a critical fault seen before it was put right opens no order and alarms nobody when it arrives', async () => {
  const place = await addPlace(t, 'T13')
  const { guard, areaSteward, technician, centreHead } = t.a.staff
  const { matterId } = await one(guard, place, {}, 'critical')
  await act(centreHead, matterId, 'reassign', { line: 'repair', handlerId: technician })
  await act(technician, matterId, 'rectify', await mended())
  await act(centreHead, matterId, 'pass-check')
  const told = (await toldOf(matterId)).length
  expect(await one(areaSteward, place, { at: ago(1) }, 'critical')).toMatchObject({ matterId, joined: true })
  expect(await toldOf(matterId)).toHaveLength(told)
  expect(await listed(place)).toHaveLength(1)
})

test('FD-770 what a mystery visitor saw and the centre put right before the release joins that finding', async () => {
  const place = await addPlace(t, 'T13')
  const { guard, qualityDept } = t.a.staff
  const quality = t.as(qualityDept)
  const plan = await quality.post(url('inspection-plans'), {
    name: `神秘访客 ${newId()}`,
    kind: 'mystery',
    recurrence: { kind: 'days', every: 1 },
    placeIds: [place.id],
    fromDate: '2026-01-01',
    assigneeId: qualityDept,
  })
  const roundId = (await quality.get(url(`inspection-rounds?planId=${plan.body.id}&limit=200`))).body.rows.at(-1).id
  const carried = await checklistOf(t, qualityDept, place.id)
  const { id: itemId } = itemOf('T13', 'minor')
  const failing = async (by: Uuid) => ({ [itemId]: { answer: 'fail' as const, fileIds: [await addPhoto(t, by)] } })
  const now = new Date().toISOString()
  const visit = await quality.post(url('inspections'), {
    id: newId(),
    roundId,
    placeId: place.id,
    beganAt: plusMilliseconds(now, -120_000),
    endedAt: plusMilliseconds(now, -60_000),
    sentAt: now,
    standardId: carried.standardId,
    variantId: carried.variantId,
    answers: answersTo(carried.items, await failing(qualityDept)),
  })
  expect(visit.status, JSON.stringify(visit.body)).toBe(201)
  const { findings } = await takenLook(t, { placeId: place.id, by: guard, carried, over: await failing(guard) })
  const id = await putRight(findings[0]?.matterId ?? '')

  expect((await quality.post(url(`inspection-rounds/${roundId}/release`), {})).status).toBe(200)
  expect(await listed(place)).toMatchObject([{ id, state: 'CLOSED', times: 2 }])
  const { answers } = (await quality.get(url(`inspections/${visit.body.id}`))).body
  expect(answers.find((a: { itemId: string }) => a.itemId === itemId)).toMatchObject({ findingId: id })
})
