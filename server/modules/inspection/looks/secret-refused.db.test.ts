import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Uuid } from '#contract/values.ts'
import { plusMilliseconds } from '#platform/calendar/instants.rules.ts'
import { NO_ESTATE, newId } from '#platform/ids.ts'
import { told } from '#test/desk-house.ts'
import { openTestHouse, type TestHouse } from '#test/house.ts'
import { answersTo, checklistOf } from '#test/look-steps.ts'
import { photoOf, placesIn, type TestPlace } from '#test/places.ts'
import { sheetOf } from '#test/sheet-of.ts'
import { sweepRounds } from '../rounds/sweep-rounds.ts'

let t: TestHouse
let lift: TestPlace
let spare: TestPlace
let visitor: Uuid
const MINUTE = 60_000
beforeAll(async () => {
  t = await openTestHouse()
  const [a, b] = await placesIn(t, t.a.id, [
    { code: '1栋电梯', touchpoint: 'T12', scanNeeded: true },
    { code: '2栋电梯', touchpoint: 'T12' },
  ])
  if (!a || !b) throw new Error('no places')
  ;[lift, spare] = [a, b]
  visitor = t.a.staff.guard
})
afterAll(() => t.close())

const url = (path: string) => `/api/v1/estates/${t.a.id}/${path}`
const lead = () => t.as(t.a.staff.csLead)
const quality = () => t.as(t.a.staff.qualityDept)
const planOf = () => ({
  name: `计划 ${newId()}`,
  kind: 'mystery',
  recurrence: { kind: 'days', every: 1 },
  placeIds: [lift.id],
  assigneeId: visitor,
  fromDate: '2026-01-01',
})
const roundOf = async (over: object, by = quality()): Promise<Uuid> => {
  const plan = (await by.post(url('inspection-plans'), { ...planOf(), ...over })).body
  const { rows } = (await by.get(url(`inspection-rounds?planId=${plan.id}&limit=200`))).body
  return rows.at(-1).id
}
/** A look that was made where the label had to be scanned, and was not. */
const refusedLook = async (who: Uuid, over: object = {}, minutesAgo = 1) => {
  const { standardId, variantId, items } = await checklistOf(t, t.a.staff.csLead, lift.id)
  const photo = await photoOf(t, t.a.id, who)
  const fault = items.find((i) => i.severity === 'minor' && i.evidence === 'photo') ?? items[0]
  const now = new Date().toISOString()
  const sent = {
    id: newId(),
    placeId: lift.id,
    beganAt: plusMilliseconds(now, -(minutesAgo + 5) * MINUTE),
    endedAt: plusMilliseconds(now, -minutesAgo * MINUTE),
    sentAt: now,
    standardId,
    variantId,
    answers: answersTo(items, { [fault?.id ?? '']: { answer: 'fail', note: '有划痕', fileIds: [photo] } }),
    ...over,
  }
  const answer = await t.as(who).post(url('inspections'), sent)
  expect(answer.body.error.code).toBe('E_SCAN_MISSING')
  return sent
}
const kept = async (by: ReturnType<typeof lead>, inspectionId: Uuid) =>
  (await by.get(url('refused-inspections?limit=200'))).body.rows.find(
    (r: { inspectionId: Uuid }) => r.inspectionId === inspectionId,
  )
const resolve = (by: ReturnType<typeof lead>, id: Uuid, placeId?: Uuid) =>
  by.post(url(`refused-inspections/${id}/resolve`), { resolution: '标签坏了', placeId })
const toldOf = async () => (await told(t, 'inspection.refused')).map((m) => m.to_id)

test('FD-766 of a mystery visit that could not be taken the quality department alone is told, sees it and answers for it', async () => {
  const roundId = await roundOf({})
  const sent = await refusedLook(visitor, { roundId, kind: 'mystery' })
  expect(await toldOf()).toEqual([t.a.staff.qualityDept])
  const row = await kept(quality(), sent.id)
  expect(row).toMatchObject({ sentBy: { id: visitor }, failed: 1 })
  for (const who of [t.a.staff.csLead, t.a.staff.centreHead]) {
    expect(await kept(t.as(who), sent.id)).toBeUndefined()
    expect((await resolve(t.as(who), row.id, lift.id)).body.error?.code).toMatch(/E_NOT_FOUND|E_FORBIDDEN/)
  }
  const sheet = (await sheetOf((await lead().get(url('refused-inspections.xlsx'))).body)).flat()
  expect(sheet.some((cell) => cell.includes('1栋电梯'))).toBe(false)
})

test('FD-770 a mystery look that is taken after all stays in its round: hidden with its failures until the release, its place ticked', async () => {
  const roundId = await roundOf({})
  // the phone says nothing of the kind: the round does
  const sent = await refusedLook(visitor, { roundId })
  const { id } = await kept(quality(), sent.id)
  expect((await resolve(quality(), id, lift.id)).status).toBe(200)
  expect((await quality().get(url(`inspections/${sent.id}`))).body).toMatchObject({
    kind: 'mystery',
    roundId,
    inspector: { id: visitor },
  })
  expect((await lead().get(url(`inspections/${sent.id}`))).status).toBe(404)
  const findings = async () => (await lead().get(url(`findings?placeId=${lift.id}`))).body.rows.length
  expect(await findings()).toBe(0)
  const { stops } = (await quality().get(url(`inspection-rounds/${roundId}`))).body
  expect(stops).toMatchObject([{ doneBy: { id: visitor }, look: { id: sent.id } }])
  await quality().post(url(`inspection-rounds/${roundId}/release`), {})
  expect((await lead().get(url(`inspections/${sent.id}`))).status).toBe(200)
  expect(await findings()).toBe(1)
})

test('FD-766 a mystery look about another place stays in its round too, for nothing else would hold it back', async () => {
  const roundId = await roundOf({})
  const sent = await refusedLook(visitor, { roundId, kind: 'mystery' })
  const { id } = await kept(quality(), sent.id)
  expect((await resolve(quality(), id, spare.id)).status).toBe(200)
  expect((await quality().get(url(`inspections/${sent.id}`))).body).toMatchObject({ kind: 'mystery', roundId })
  expect((await lead().get(url(`inspections/${sent.id}`))).status).toBe(404)
})

test('FD-770 a look that the lead took after all ticks its place when it was done: its round is done in time', async () => {
  const { technician } = t.a.staff
  const roundId = await roundOf({ kind: 'self', assigneeId: technician }, lead())
  const now = new Date().toISOString()
  const dueAt = plusMilliseconds(now, -15 * MINUTE)
  const set = { from_at: plusMilliseconds(now, -120 * MINUTE), warn_at: dueAt, due_at: dueAt }
  await t.tx(({ db }) => db.updateTable('inspection_round').set(set).where('id', '=', roundId).execute())
  await sweepRounds(t.house)
  // it came twenty minutes ago and lay there
  const cameAt = plusMilliseconds(now, -20 * MINUTE)
  const sent = await refusedLook(technician, { roundId, sentAt: cameAt }, 30)
  const { id } = await kept(lead(), sent.id)
  await t.tx(({ db }) =>
    db.updateTable('inspection_refused').set({ received_at: cameAt }).where('id', '=', id).execute(),
  )
  expect((await resolve(lead(), id, lift.id)).status).toBe(200)
  const shown = (await lead().get(url(`inspections/${sent.id}`))).body
  expect(shown).toMatchObject({ kind: 'self', roundId, inspector: { id: technician }, receivedAt: cameAt })
  const finish = { at: new Date().toISOString(), sentAt: new Date().toISOString() }
  const ended = await t.as(technician).post(url(`inspection-rounds/${roundId}/finish`), finish)
  expect(ended.body).toMatchObject({ state: 'done', missedAt: null })
})

test('FD-770 a look at a place to which its round does not go is one of its own', async () => {
  const { technician } = t.a.staff
  const roundId = await roundOf({ kind: 'self', assigneeId: technician }, lead())
  const sent = await refusedLook(technician, { roundId })
  const { id } = await kept(lead(), sent.id)
  expect((await resolve(lead(), id, spare.id)).status).toBe(200)
  expect((await lead().get(url(`inspections/${sent.id}`))).body).toMatchObject({ kind: 'spot', roundId: null })
})

test('FD-770 what is planned, done and called off in secret stands in the audit of the company, not in that of its centre', async () => {
  const lines = async (estate: Uuid | null): Promise<{ action: string; about: string }[]> =>
    t.tx(async ({ db }) => {
      const rows = await db
        .selectFrom('audit')
        .select(['action', 'after'])
        .where('estate_id', '=', estate ?? NO_ESTATE)
        .where('subject_kind', 'like', 'inspection%')
        .orderBy('id')
        .execute()
      return rows.map(({ action, after }) => ({ action, about: JSON.stringify(after) }))
    })
  const before = { centre: (await lines(t.a.id)).length, company: (await lines(null)).length }
  for (const kind of ['mystery', 'surprise']) {
    const id = await roundOf({ kind, name: `暗访 ${kind}` })
    const { version } = (await quality().get(url(`inspection-rounds/${id}`))).body
    const off = await quality().post(url(`inspection-rounds/${id}/cancel`), { reason: '改期', version })
    expect(off.status, JSON.stringify(off.body)).toBe(200)
  }
  expect((await lines(t.a.id)).slice(before.centre)).toEqual([])
  const company = (await lines(null)).slice(before.company)
  expect(company.map(({ action }) => action)).toEqual([
    'inspectionPlan.create',
    'inspectionRound.cancel',
    'inspectionPlan.create',
    'inspectionRound.cancel',
  ])
  for (const { about } of company) expect(about).toContain(t.a.id)
  // a plan of the open kind that becomes a secret one is told there no more
  const open = await quality().post(url('inspection-plans'), { ...planOf(), kind: 'self', name: '先明后暗' })
  const { id, version } = open.body
  const turned = await quality().put(url(`inspection-plans/${id}`), { ...planOf(), name: '先明后暗', version })
  expect(turned.status, JSON.stringify(turned.body)).toBe(200)
  expect((await lines(t.a.id)).slice(before.centre).map(({ action }) => action)).toEqual(['inspectionPlan.create'])
  before.centre += 1
  // and what is open to all stays where its head reads it
  await roundOf({ kind: 'self', assigneeId: t.a.staff.technician }, lead())
  expect((await lines(t.a.id)).slice(before.centre)).toMatchObject([{ action: 'inspectionPlan.create' }])
})
