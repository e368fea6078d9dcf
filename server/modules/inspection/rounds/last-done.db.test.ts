import { afterAll, beforeAll, expect, test } from 'vitest'
import { CATALOGUE_ITEMS } from '#content/touchpoint-catalogue.ts'
import type { Uuid } from '#contract/values.ts'
import { newId } from '#platform/ids.ts'
import { openTestHouse, type TestHouse } from '#test/house.ts'
import { addLook, addPlace } from '#test/inspection-rows.ts'
import { placesIn, type TestPlace } from '#test/places.ts'

let t: TestHouse
let places: TestPlace[]
let buildings: Uuid[]
beforeAll(async () => {
  t = await openTestHouse()
  buildings = await t.tx(async ({ db }) => {
    const ids = [newId(), newId()]
    await db
      .insertInto('building')
      .values(
        ids.map((id, i) => ({ estate_id: t.a.id, id, code: `${i + 61}`, name: `${i + 61}栋`, kind: 'residential' })),
      )
      .execute()
    return ids
  })
  places = await placesIn(t, t.a.id, [
    { code: '61栋大堂', touchpoint: 'T11', buildingId: buildings[0] ?? '' },
    { code: '62栋大堂', touchpoint: 'T11', buildingId: buildings[1] ?? '' },
    { code: '东门', touchpoint: 'T01' },
  ])
})
afterAll(() => t.close())

const url = (path: string) => `/api/v1/estates/${t.a.id}/${path}`
const lead = () => t.as(t.a.staff.csLead)
const quality = () => t.as(t.a.staff.qualityDept)
type Row = { code: string; task: string | null; lastAt: string | null; lastBy: { id: Uuid } | null }
const asked = async (query: string): Promise<Row[]> =>
  (await t.as(t.a.staff.frontDeskClerk).get(url(`last-done?${query}`))).body.rows

test('FD-810 a task that goes to one area is asked of its buildings alone', async () => {
  const areaId = await t.tx(async ({ db }) => {
    const id = newId()
    await db.insertInto('area').values({ estate_id: t.a.id, id, name: '北区' }).execute()
    await db
      .insertInto('area_building')
      .values({ estate_id: t.a.id, area_id: id, building_id: buildings[0] ?? '' })
      .execute()
    return id
  })
  const plan = { name: '北区大堂', kind: 'task', task: '清扫大堂', recurrence: { kind: 'days', every: 1 } }
  const made = await lead().post(url('inspection-plans'), {
    ...plan,
    touchpoints: ['T11'],
    areaId,
    fromDate: '2026-01-01',
  })
  expect(made.status).toBe(201)
  const tasks = (await asked('touchpoint=T11')).map((r) => [r.code, r.task])
  expect(tasks).toEqual([
    ['61栋大堂', null],
    ['61栋大堂', '清扫大堂'],
    ['62栋大堂', null],
  ])
})

test('FD-810 the desk finds it by the words of a customer in any order, or by the building of the caller', async () => {
  expect((await asked(`q=${encodeURIComponent('清扫 61')}`)).map((r) => r.task)).toEqual(['清扫大堂'])
  expect(await asked(`q=${encodeURIComponent('清扫 62')}`)).toEqual([])
  expect((await asked(`buildingId=${buildings[1]}`)).map((r) => r.code)).toEqual(['62栋大堂'])
  expect(await asked(`q=${encodeURIComponent('东门')}`)).toMatchObject([{ lastAt: null, lastBy: null }])
})

test('FD-810 a voided look was not done; a mystery visit is told by nobody before its release', async () => {
  const gate = places[2]?.id ?? ''
  const items = CATALOGUE_ITEMS.filter(
    (i) => i.touchpoint === 'T01' && i.trait === null && i.evidence !== 'measurement',
  )
  const send = async (who: Uuid, kind: string) => {
    const at = new Date().toISOString()
    const body = { id: newId(), placeId: gate, kind, beganAt: at, endedAt: at, sentAt: at }
    const answers = items.map((i) => ({ itemId: i.id, answer: 'pass' }))
    const standardId = '00000000-0000-7000-8000-000000000001'
    const sent = await t.as(who).post(url('inspections'), { ...body, standardId, answers })
    expect(sent.status).toBe(201)
    return body.id
  }
  const by = async () => (await asked(`placeId=${gate}`))[0]?.lastBy?.id
  const guard = await send(t.a.staff.guard, 'self')
  expect(await by()).toBe(t.a.staff.guard)
  await send(t.a.staff.qualityDept, 'mystery')
  expect(await by()).toBe(t.a.staff.guard)
  expect((await quality().get(url(`last-done?placeId=${gate}`))).body.rows[0].lastBy.id).toBe(t.a.staff.qualityDept)
  await lead().post(url(`inspections/${guard}/void`), { reason: '演示' })
  expect(await by()).toBeUndefined()
})

test('FD-810 of two looks on one day the one that ended later was the last, whatever their ids', async () => {
  const place = await addPlace(t, 'T01', '西门')
  const [small, great] = [newId(), newId()]
  const on = '2026-01-05'
  await addLook(t, { place, by: t.a.staff.guard, on, at: '08:00', id: small })
  await addLook(t, { place, by: t.a.staff.technician, on, at: '01:00', id: great })
  expect(await asked(`placeId=${place.id}`)).toMatchObject([
    { lastAt: '2026-01-05T08:00:00.000Z', lastBy: { id: t.a.staff.guard } },
  ])
})
