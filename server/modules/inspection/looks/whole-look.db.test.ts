import { afterAll, beforeAll, expect, test } from 'vitest'
import { CATALOGUE_ITEMS } from '#content/touchpoint-catalogue.ts'
import type { Uuid } from '#contract/values.ts'
import { plusMilliseconds } from '#platform/calendar/instants.rules.ts'
import { newId } from '#platform/ids.ts'
import { openTestHouse, type TestHouse } from '#test/house.ts'
import { answersTo, sendPhoto } from '#test/look-steps.ts'
import { placesIn } from '#test/places.ts'
import { sheetOf } from '#test/sheet-of.ts'

let t: TestHouse
let lift: Uuid
beforeAll(async () => {
  t = await openTestHouse()
  const [place] = await placesIn(t, t.a.id, [{ code: '1栋电梯', touchpoint: 'T12' }])
  lift = place?.id ?? ''
})
afterAll(() => t.close())

const LIFT = CATALOGUE_ITEMS.filter((i) => i.touchpoint === 'T12' && i.trait === null)
const CERTIFICATE = 'T12-F-13'
const url = (path: string) => `/api/v1/estates/${t.a.id}/${path}`
const technician = () => t.as(t.a.staff.technician)
const lead = () => t.as(t.a.staff.csLead)
const now = () => new Date().toISOString()
const going = async (over: object = {}, by = lead()): Promise<Uuid> => {
  const { body: plan } = await by.post(url('inspection-plans'), {
    name: `电梯检查 ${newId()}`,
    kind: 'self',
    recurrence: { kind: 'days', every: 1 },
    placeIds: [lift],
    fromDate: '2026-01-01',
    assigneeId: t.a.staff.technician,
    ...over,
  })
  return (await by.get(url(`inspection-rounds?planId=${plan.id}&limit=200`))).body.rows.at(-1).id
}
const look = (answers: object[], more: object = {}) => ({
  id: newId(),
  placeId: lift,
  beganAt: plusMilliseconds(now(), -300_000),
  endedAt: plusMilliseconds(now(), -60_000),
  sentAt: now(),
  standardId: '00000000-0000-7000-8000-000000000001',
  answers,
  ...more,
})
const send = (body: object, who = technician()) => who.post(url('inspections'), body)
const roundOf = async (id: Uuid) => (await lead().get(url(`inspection-rounds/${id}`))).body
const end = (id: Uuid) => technician().post(url(`inspection-rounds/${id}/finish`), { at: now(), sentAt: now() })

test('required evidence cannot be skipped: a look with less than its round asks is kept, names what is missing and leaves its place open', async () => {
  const roundId = await going()
  const photo = await sendPhoto(t, t.a.staff.technician)
  const critical = { itemId: CERTIFICATE, answer: 'fail', note: '没有合格证', fileIds: [photo] }
  const body = look([critical, ...answersTo(LIFT.slice(0, 2))], { roundId })
  const { status, body: taken } = await send(body)
  const missing = LIFT.map((i) => i.id).filter((id) => ![CERTIFICATE, LIFT[0]?.id, LIFT[1]?.id].includes(id))
  // what was seen does not wait: the failure is a finding at once
  expect([status, taken.findings.length]).toEqual([201, 1])
  expect(taken).toMatchObject({ missing, warnings: ['incomplete'], failed: 1, passed: 2 })
  expect((await send(body)).body).toEqual(taken)
  expect(await roundOf(roundId)).toMatchObject({ state: 'started', seen: 0 })
  expect((await end(roundId)).body.error).toMatchObject({ code: 'E_PLACES_OPEN', details: { codes: '1栋电梯' } })

  const shown = (await lead().get(url(`inspections/${body.id}`))).body
  expect(shown).toMatchObject({ unanswered: missing.length, failed: 1 })
  const names = new Map(LIFT.map((i) => [i.id, i.zh]))
  expect(shown.missing.map((m: { statement: { zh: string } }) => m.statement.zh)).toEqual(
    missing.map((id) => names.get(id)),
  )
  const ids = async (query: string) =>
    (await lead().get(url(`inspections?${query}`))).body.rows.map((r: { id: Uuid }) => r.id)
  expect(await ids('incomplete=true')).toEqual([body.id])
  const [heads, line] = await sheetOf((await lead().get(url('inspections.xlsx?incomplete=true'))).body)
  expect(line?.[heads?.indexOf('未回答') ?? -1]).toBe(String(missing.length))

  const lastDone = async () => (await lead().get(url(`last-done?placeId=${lift}`))).body.rows[0].lastAt
  expect(await lastDone()).toBeNull()

  const whole = look(answersTo(LIFT), { roundId })
  expect((await send(whole)).body).toMatchObject({ missing: [], warnings: [] })
  expect((await roundOf(roundId)).stops[0]).toMatchObject({ look: { id: whole.id } })
  expect((await end(roundId)).body.state).toBe('done')
  expect(await lastDone()).toBe((await roundOf(roundId)).stops[0].doneAt)
  expect(await ids('incomplete=true')).toEqual([body.id])
})

test('of what a plan asks nothing may be missing, of the rest everything; what counts apart is no answer', async () => {
  const asked = LIFT.filter((i) => i.severity === 'critical')
  const roundId = await going({ items: { severities: ['critical'], proofOnPass: false } })
  const strange = { itemId: 'T12-X-99', answer: 'pass' }
  const short = await send(look([...answersTo(asked.slice(1)), strange], { roundId }))
  expect(short.body).toMatchObject({ missing: [asked[0]?.id], warnings: ['incomplete'] })
  expect(await roundOf(roundId)).toMatchObject({ seen: 0 })
  const na = { itemId: asked[0]?.id, answer: 'na', note: '正在维修' }
  expect((await send(look([...answersTo(asked.slice(1)), na], { roundId }))).body).toMatchObject({ missing: [] })
  expect(await roundOf(roundId)).toMatchObject({ seen: 1 })
})

test('a mystery visitor, too, answers all that the plan asks; a free look outside a round says what was seen and no more', async () => {
  const quality = t.as(t.a.staff.qualityDept)
  const roundId = await going({ kind: 'mystery', assigneeId: t.a.staff.qualityDept }, quality)
  expect((await send(look(answersTo(LIFT.slice(0, 3)), { roundId }), quality)).body.warnings).toEqual(['incomplete'])
  expect((await quality.get(url(`inspection-rounds/${roundId}`))).body).toMatchObject({ seen: 0 })
  expect((await send(look(answersTo(LIFT.slice(0, 3)), { kind: 'spot' }))).body).toMatchObject({
    missing: [],
    warnings: [],
  })
})
