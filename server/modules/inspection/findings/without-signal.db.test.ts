import { afterAll, beforeAll, expect, test } from 'vitest'
import { isRefusal } from '#contract/refusal.ts'
import type { Instant, Uuid } from '#contract/values.ts'
import { moveMatter, sweepClocks } from '#modules/matters/index.ts'
import { plusMilliseconds } from '#platform/calendar/instants.rules.ts'
import { actorOf, at } from '#test/desk-house.ts'
import { openTestHouse, type TestHouse } from '#test/house.ts'
import { addPhoto, addPlace, proposed } from '#test/inspection-rows.ts'

let t: TestHouse
beforeAll(async () => {
  t = await openTestHouse()
})
afterAll(() => t.close())

const HOUR = 3_600_000
const url = (path: string) => `/api/v1/estates/${t.a.id}/${path}`
const later = (instant: Instant, hours: number) => plusMilliseconds(instant, hours * HOUR)
const matterOf = async (id: Uuid) => (await t.as(t.a.staff.centreHead).get(url(`matters/${id}`))).body
const act = async (by: Uuid, id: Uuid, verb: string, input: object = {}) =>
  t.as(by).post(url(`findings/${id}/${verb}`), { version: (await matterOf(id)).version, ...input })
/** The same as it would arrive at a moment still to come. */
const actThen = async (now: Instant, by: Uuid, id: Uuid, verb: string, input: object) => {
  const actor = await actorOf(t, by)
  const move = { estateId: t.a.id, id, kind: 'finding', verb, input: { photoIds: [], ...input } }
  const moved = await at(t, now, (tx) => moveMatter(tx, actor, move))
  if (isRefusal(moved)) throw new Error(`${moved.code} ${moved.field}`)
  return moved
}
const clockOf = async (id: Uuid, name: string) =>
  t.tx(({ db }) =>
    db
      .selectFrom('clock')
      .select(['state', 'met_at', 'breached_at', 'due_at'])
      .where('matter_id', '=', id)
      .where('name', '=', name)
      .executeTakeFirstOrThrow(),
  )
const rowOf = async (id: Uuid) =>
  t.tx(({ db }) => db.selectFrom('finding').selectAll().where('matter_id', '=', id).executeTakeFirstOrThrow())
/** Its clock comes due and is written down as missed; the due time. */
const missed = async (id: Uuid, name: string): Promise<Instant> => {
  const due = (await clockOf(id, name)).due_at
  // warned first, then missed
  while ((await t.tx((tx) => sweepClocks(tx), { now: later(due, 1) })) > 0);
  expect(await clockOf(id, name)).toMatchObject({ state: 'breached', breached_at: due })
  expect(await matterOf(id)).toMatchObject({ overdue: true })
  return due
}

const assigned = async (): Promise<Uuid> => {
  const [one] = await proposed(t, t.a.staff.areaSteward, await addPlace(t, 'T13'), ['minor'])
  if (!one) throw new Error('nothing was found')
  const { technician, centreHead } = t.a.staff
  await act(centreHead, one.matterId, 'confirm', { line: 'repair', handlerId: technician })
  return one.matterId
}
const mended = async (over: object = {}) => ({
  measure: '更换灯管',
  photoIds: [await addPhoto(t, t.a.staff.technician)],
  ...over,
})

test('FD-770 what was put right in time without signal is put right in time: its clock is met then and no breach any more', async () => {
  const { technician } = t.a.staff
  const id = await assigned()
  const due = await missed(id, 'finding.rectify')
  const done = later(due, -1)
  await actThen(later(due, 2), technician, id, 'rectify', await mended({ at: done, clockOffMs: 7_200_000 }))
  expect(await clockOf(id, 'finding.rectify')).toMatchObject({ state: 'met', met_at: done, breached_at: null })
  expect(await matterOf(id)).toMatchObject({ state: 'RECTIFIED', overdue: false })
  expect(await rowOf(id)).toMatchObject({ rectified_by: technician, rectified_at: done })
  // that it came later, and how wrong the phone's clock was, stays on the timeline
  const line = await t.tx(({ db }) =>
    db
      .selectFrom('timeline')
      .select(['at', 'data'])
      .where('matter_id', '=', id)
      .where('verb', '=', 'rectify')
      .executeTakeFirstOrThrow(),
  )
  expect(line).toMatchObject({ at: later(due, 2), data: { input: { at: done, clockOffMs: 7_200_000 } } })
})

test('FD-770 put right after the due time it stays missed, and nothing was done before it was theirs to do', async () => {
  const { technician, centreHead } = t.a.staff
  const late = await assigned()
  const due = await missed(late, 'finding.rectify')
  await actThen(later(due, 2), technician, late, 'rectify', await mended({ at: later(due, 1), clockOffMs: 0 }))
  expect(await clockOf(late, 'finding.rectify')).toMatchObject({ state: 'breached', breached_at: due })

  const early = await assigned()
  const its = await missed(early, 'finding.rectify')
  const { repairLead } = t.a.staff
  await actThen(later(its, 2), centreHead, early, 'reassign', { line: 'repair', handlerId: repairLead })
  const photoIds = [await addPhoto(t, repairLead)]
  const said = { measure: '更换灯管', photoIds, at: later(its, -5), clockOffMs: 0 }
  await actThen(later(its, 3), repairLead, early, 'rectify', said)
  expect(await clockOf(early, 'finding.rectify')).toMatchObject({ state: 'breached', met_at: later(its, 2) })
})

test('FD-770 a time in the future or before it was theirs is refused, and counts as the nearest that can be from a phone that tells how wrong its clock is', async () => {
  const { technician } = t.a.staff
  const id = await assigned()
  const hours = (n: number) => later(new Date().toISOString(), n)
  const future = await act(technician, id, 'rectify', await mended({ at: hours(1) }))
  expect(future.body.error).toMatchObject({ code: 'E_TIME_FUTURE', field: 'body.at' })
  const old = await act(technician, id, 'rectify', await mended({ at: hours(-48) }))
  expect(old.body.error).toMatchObject({ code: 'E_TIME_RANGE', field: 'body.at' })
  expect((await act(technician, id, 'rectify', await mended({ at: hours(1), clockOffMs: 1 }))).status).toBe(200)
  expect(((await rowOf(id)).rectified_at ?? '') <= new Date().toISOString()).toBe(true)
})

test.each(['passCheck', 'failCheck'])(
  'FD-766 a second look without signal (%s) is in time when it was',
  async (verb) => {
    const { technician, areaSteward } = t.a.staff
    const id = await assigned()
    await act(technician, id, 'rectify', await mended())
    const due = await missed(id, 'finding.recheck')
    const seen = later(due, -1)
    await actThen(later(due, 3), areaSteward, id, verb, { reason: '仍不亮', at: seen, clockOffMs: 0 })
    expect(await clockOf(id, 'finding.recheck')).toMatchObject({ state: 'met', met_at: seen, breached_at: null })
    const when = verb === 'passCheck' ? seen : null
    expect(await rowOf(id)).toMatchObject({ closed_at: when, checked_at: when })
  },
)

test('FD-770 a second sighting in between does not refuse what was put right without signal; another handler does', async () => {
  const place = await addPlace(t, 'T13')
  const { technician, centreHead, areaSteward, guard, repairLead } = t.a.staff
  const [one] = await proposed(t, areaSteward, place, ['minor'])
  const id = one?.matterId ?? ''
  await act(centreHead, id, 'confirm', { line: 'repair', handlerId: technician })
  const { version } = await matterOf(id)
  await proposed(t, guard, place, ['minor'], { note: '还在' })
  expect((await t.as(centreHead).get(url(`findings/${id}`))).body.sightings).toHaveLength(2)
  const done = await t.as(technician).post(url(`findings/${id}/rectify`), { ...(await mended()), version })
  expect(done.body.matter).toMatchObject({ state: 'RECTIFIED' })

  const other = await assigned()
  const before = (await matterOf(other)).version
  await act(centreHead, other, 'reassign', { line: 'repair', handlerId: repairLead })
  const refused = await t
    .as(technician)
    .post(url(`findings/${other}/rectify`), { ...(await mended()), version: before })
  // it is not theirs to see any more
  expect(refused.body.error.code).toBe('E_NOT_FOUND')
  expect((await matterOf(other)).state).toBe('ASSIGNED')
})
