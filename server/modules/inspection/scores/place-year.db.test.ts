import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { CATALOGUE_ITEMS } from '#content/touchpoint-catalogue.ts'
import type { PlaceMonthScore } from '#contract/scores.ts'
import { newId } from '#platform/ids.ts'
import { openTestHouse, type TestHouse } from '#test/house.ts'
import { addLook, addPlace, addVersion } from '#test/inspection-rows.ts'
import { sheetOf } from '#test/sheet-of.ts'

let t: TestHouse
beforeAll(async () => {
  t = await openTestHouse()
})
afterAll(() => t.close())

const CERTIFICATE = 'T12-F-13'
const path = (placeId: string, query = '', ending = '') =>
  `/api/v1/estates/${t.a.id}/place-scores/${placeId}/months${ending}${query}`
const monthsOf = async (placeId: string, query = '', by = t.a.staff.centreHead): Promise<PlaceMonthScore[]> => {
  const answer = await t.as(by).get(path(placeId, query))
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return answer.body.rows
}
const look = (place: Awaited<ReturnType<typeof addPlace>>, on: string, over = {}) =>
  addLook(t, { place, by: t.a.staff.lineLead, on, ...over })

test('FD-770 a place over twelve months: its own looks alone, month by month, and where its standard changed', async () => {
  const [place, other] = [await addPlace(t, 'T12', '趋势梯'), await addPlace(t, 'T12', '别的梯')]
  const second = await addVersion(t, { from: '2025-03-16', name: '2025 年 3 月版', off: CERTIFICATE })
  const items = CATALOGUE_ITEMS.filter((i) => i.touchpoint === 'T12' && i.id !== CERTIFICATE)
  const fails = { answers: { [CERTIFICATE]: 'fail' } }
  // of the month before the twelve only the change of the first is told
  await look(place, '2024-05-03')
  await look(place, '2024-06-03', fails)
  await look(place, '2025-03-03', fails)
  await look(place, '2025-03-20', { standardId: second, items })
  await look(place, '2025-04-20', { standardId: second, items })
  await look(other, '2025-04-21', fails)
  await look(place, '2025-06-01')
  const months = await monthsOf(place.id, '?month=2025-05')
  expect(months.map(({ month }) => month)).toEqual([
    ...['2024-06', '2024-07', '2024-08', '2024-09', '2024-10', '2024-11'],
    ...['2024-12', '2025-01', '2025-02', '2025-03', '2025-04', '2025-05'],
  ])
  const told = months.filter((m) => m.looks > 0)
  expect(told).toMatchObject([
    { month: '2024-06', score: 59, before: 100, looks: 1, newVersions: [] },
    { month: '2025-03', score: 79.5, before: null, looks: 2, newVersions: [{ standard: { number: 1 } }] },
    { month: '2025-04', score: 100, before: 79.5, looks: 1, newVersions: [] },
  ])
  expect(months.at(-1)).toMatchObject({ score: null, before: 100, looks: 0 })
  // each month is the same as on the page of places, and opens as many looks
  const { rows } = (await t.as(t.a.staff.centreHead).get(`/api/v1/estates/${t.a.id}/place-scores?month=2025-03`)).body
  expect(rows.find((r: { place: { id: string } }) => r.place.id === place.id)).toMatchObject({ score: 79.5, looks: 2 })
  const opened = `/api/v1/estates/${t.a.id}/scored-looks?placeId=${place.id}&month=2025-03`
  expect((await t.as(t.a.staff.centreHead).get(opened)).body.rows).toHaveLength(2)

  const sheet = await sheetOf((await t.as(t.a.staff.centreHead).get(path(place.id, '?month=2025-05', '.xlsx'))).body)
  expect(sheet).toHaveLength(13)
  expect(sheet[10]).toEqual([
    '2025-03',
    '趋势梯',
    expect.any(String),
    'T12 电梯内',
    '79.5',
    undefined,
    '2',
    '1 2025 年 3 月版',
  ])
})

test('FD-770 the twelve months of a place end today, unless a month before them is asked for; they come in pages', async () => {
  const place = await addPlace(t, 'T01')
  const lately = await monthsOf(place.id)
  expect(lately).toHaveLength(12)
  expect(await monthsOf(place.id, `?month=${lately[3]?.month}`)).toEqual(lately)
  const first = (await t.as(t.a.staff.centreHead).get(path(place.id, '?limit=5'))).body
  const rest = (await t.as(t.a.staff.centreHead).get(path(place.id, `?limit=10&cursor=${first.next}`))).body
  expect([...first.rows, ...rest.rows]).toEqual(lately)
  expect(rest.next).toBeNull()
})

test('a mystery visit that is not released and a look that was voided stand in no month of a place', async () => {
  const place = await addPlace(t, 'T03')
  const voided = await look(place, '2025-06-01')
  await look(place, '2025-06-02', { kind: 'mystery' })
  await t.tx(({ db }) =>
    sql`update inspection set voided_at = now(), void_reason = '错' where estate_id = ${t.a.id} and id = ${voided}`.execute(
      db,
    ),
  )
  const june = async (by?: string) => (await monthsOf(place.id, '?month=2025-06', by)).at(-1)
  for (const reader of [undefined, t.a.staff.qualityDept])
    expect(await june(reader)).toMatchObject({ month: '2025-06', score: null, looks: 0, newVersions: [] })
})

test('the months of a place are for those who read inspections, and of no place elsewhere', async () => {
  const [own, foreign] = [await addPlace(t, 'T01'), await addPlace(t, 'T01', '别处', t.b.id)]
  expect((await t.as(t.a.staff.cashier).get(path(own.id))).status).toBe(403)
  expect((await t.as(t.b.staff.centreHead).get(path(own.id))).status).toBe(404)
  for (const id of [foreign.id, newId()]) {
    expect((await t.as(t.a.staff.centreHead).get(path(id))).status).toBe(404)
    expect((await t.as(t.a.staff.centreHead).get(path(id, '', '.xlsx'))).status).toBe(404)
  }
  expect((await t.as(t.a.staff.centreHead).get(path(own.id, '?cursor=eyJ'))).body.error.field).toBe('query.cursor')
})
