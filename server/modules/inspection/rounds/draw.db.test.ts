import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Uuid } from '#contract/values.ts'
import { newId } from '#platform/ids.ts'
import { openTestHouse, type TestHouse } from '#test/house.ts'
import { placesIn, type TestPlace } from '#test/places.ts'

let t: TestHouse
let floors: TestPlace[]
beforeAll(async () => {
  t = await openTestHouse()
  const codes = Array.from({ length: 9 }, (_, i) => ({ code: `1栋${i + 1}层`, touchpoint: 'T13' }))
  floors = await placesIn(t, t.a.id, codes)
})
afterAll(() => t.close())

type Line = { id: Uuid; seed: string; fromAt: string; stops: { placeId: Uuid; name: string }[] }
const url = (path: string) => `/api/v1/estates/${t.a.id}/${path}`
const lead = () => t.as(t.a.staff.csLead)
const planOf = (over: object = {}) => ({
  name: `抽检 ${newId()}`,
  kind: 'task',
  task: '清扫',
  recurrence: { kind: 'days', every: 1 },
  touchpoints: ['T13'],
  sample: 3,
  fromDate: '2026-01-01',
  ...over,
})
const create = async (over: object = {}) => (await lead().post(url('inspection-plans'), planOf(over))).body
const roundsOf = async (planId: Uuid): Promise<Line[]> => {
  const { rows } = (await lead().get(url(`inspection-rounds?planId=${planId}&limit=200`))).body
  const all = rows.map(async ({ id }: { id: Uuid }) => (await lead().get(url(`inspection-rounds/${id}`))).body)
  return ((await Promise.all(all)) as Line[]).sort((a, b) => (a.fromAt < b.fromAt ? -1 : 1))
}

test('FD-770 the seed of a round draws the same places later too, after a place was added and the quota changed', async () => {
  const plan = await create()
  const [first, second] = await roundsOf(plan.id)
  if (!first || !second) throw new Error('no rounds')
  expect(first).toMatchObject({ seed: `${plan.seed}#0`, draw: { quota: 3, pool: 9 } })
  const before = first.stops.map((s) => s.placeId)
  const start = { at: new Date().toISOString(), sentAt: new Date().toISOString() }
  await lead().post(url(`inspection-rounds/${first.id}/start`), start)

  await placesIn(t, t.a.id, [{ code: '1栋10层', touchpoint: 'T13' }])
  const { version } = (await lead().get(url(`inspection-plans/${plan.id}`))).body
  const changed = planOf({ name: plan.name, sample: 4 })
  expect((await lead().put(url(`inspection-plans/${plan.id}`), { ...changed, version })).status).toBe(200)

  const check = await lead().get(url(`inspection-rounds/${first.id}/draw`))
  expect(check.body).toMatchObject({ same: true, quota: 3, pool: 9, seed: first.seed })
  expect(check.body.places.map((p: { id: Uuid }) => p.id)).toEqual(before)
  // what was made anew was drawn from ten, and says so
  const anew = (await roundsOf(plan.id))[1]
  expect(anew).toMatchObject({ draw: { quota: 4, pool: 10 } })
  expect((await lead().get(url(`inspection-rounds/${anew?.id}/draw`))).body.same).toBe(true)
})

test('FD-770 a round whose places are not those of its seed is found out; one that drew nothing has nothing to draw again', async () => {
  const plan = await create()
  const [round] = await roundsOf(plan.id)
  if (!round) throw new Error('no round')
  const other = floors.find((p) => !round.stops.some((s) => s.placeId === p.id))
  await t.tx(({ db }) =>
    db
      .updateTable('inspection_stop')
      .set({ place_id: other?.id ?? '' })
      .where('estate_id', '=', t.a.id)
      .where('round_id', '=', round.id)
      .where('seq', '=', 1)
      .execute(),
  )
  expect((await lead().get(url(`inspection-rounds/${round.id}/draw`))).body.same).toBe(false)

  const whole = await create({ sample: null })
  const [all] = await roundsOf(whole.id)
  expect(all).toMatchObject({ draw: null, seed: null })
  expect((await lead().get(url(`inspection-rounds/${all?.id}/draw`))).status).toBe(404)
})

test('the preview of a plan that is there names the places that its rounds go to; of a new one only how many', async () => {
  const plan = await create()
  const body = planOf({ name: plan.name })
  const names = (shown: { fromAt: string; places: { id: Uuid }[] }[]) =>
    shown.map((r) => [r.fromAt, r.places.map((p) => p.id)])
  const ofRounds = (rounds: Line[]) =>
    rounds.filter((r) => r.fromAt > new Date().toISOString()).map((r) => [r.fromAt, r.stops.map((s) => s.placeId)])
  const preview = async (path = `?planId=${plan.id}`, more: object = {}) =>
    (await lead().post(url(`inspection-plans/preview${path}`), { ...body, ...more })).body
  const made = ofRounds(await roundsOf(plan.id))
  expect(made.length).toBeGreaterThan(2)
  expect(names((await preview()).rounds).slice(0, made.length)).toEqual(made)

  // saved in another shape, its rounds are those that were shown
  const shown = names((await preview(undefined, { sample: 5 })).rounds)
  const { version } = (await lead().get(url(`inspection-plans/${plan.id}`))).body
  await lead().put(url(`inspection-plans/${plan.id}`), { ...body, sample: 5, version })
  const anew = ofRounds(await roundsOf(plan.id))
  expect(shown.slice(0, anew.length)).toEqual(anew)

  const fresh = await preview('')
  expect(fresh.rounds[0]).toMatchObject({ count: 3, places: null })
  expect(fresh.places).toBe(10)
  expect((await preview('', { sample: null })).rounds[0].places).toHaveLength(10)
  expect((await preview(`?planId=${newId()}`)).error).toMatchObject({ code: 'E_NOT_FOUND', field: 'query.planId' })
})
