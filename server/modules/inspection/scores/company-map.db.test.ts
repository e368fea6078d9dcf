import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { TOUCHPOINTS } from '#contract/complaint-categories.ts'
import { NO_ESTATE, newId } from '#platform/ids.ts'
import { openTestHouse, type TestHouse } from '#test/house.ts'
import { addLook, addPlace, addVersion } from '#test/inspection-rows.ts'

let t: TestHouse
beforeAll(async () => {
  t = await openTestHouse()
})
afterAll(() => t.close())
const PATH = '/api/v1/company/scores/print.pdf'

test('the heat map of a company is printed in both languages for who may see it, and who printed it is on the record (FD-731)', async () => {
  const place = await addPlace(t, 'T12')
  await addLook(t, { place, by: t.a.staff.lineLead, on: '2025-04-04' })
  const reader = t.as(t.a.staff.qualityDept)
  for (const lang of ['zh', 'en']) {
    const answer = await reader.get(`${PATH}?month=2025-04&sort=name&direction=desc&lang=${lang}`)
    expect(answer.status).toBe(200)
    expect(answer.body.subarray(0, 4).toString()).toBe('%PDF')
  }
  expect((await reader.get(`${PATH}?month=2025-13`)).body.error.field).toBe('query.month')
  expect((await reader.get(`${PATH}?sort=T01`)).status).toBe(400)
  expect((await t.as(t.a.staff.centreHead).get(PATH)).status).toBe(403)
  const record = await t.tx(({ db }) =>
    db
      .selectFrom('audit')
      .select(['actor_id', 'estate_id', 'after'])
      .where('action', '=', 'export.companyScores')
      .orderBy('id')
      .execute(),
  )
  const query = { month: '2025-04', sort: 'name', direction: 'desc' }
  expect(record).toEqual(
    ['zh', 'en'].map((lang) => ({
      actor_id: t.a.staff.qualityDept,
      estate_id: NO_ESTATE,
      after: { query: { ...query, lang } },
    })),
  )
})

test('quality-model 7 the map takes each estate by its own settings: the last look of a place instead of their mean, other weights', async () => {
  const [lift, gate] = [await addPlace(t, 'T12'), await addPlace(t, 'T01')]
  // a month of its own each time: what was read once is kept for half a minute
  for (const month of ['2025-05', '2025-07', '2025-09']) {
    const look = (place: typeof lift, day: string, answers = {}) =>
      addLook(t, { place, by: t.a.staff.lineLead, on: `${month}-${day}`, answers })
    await look(lift, '04', { 'T12-F-13': 'fail' })
    await look(lift, '10')
    await look(gate, '10')
  }
  const map = async (month: string) =>
    (await t.as(t.a.staff.qualityDept).get(`/api/v1/company/scores?month=${month}`)).body.rows[0]
  const put = async (key: string, value: unknown) =>
    expect((await t.as(t.a.staff.centreHead).put(`/api/v1/estates/${t.a.id}/settings/${key}`, { value })).status).toBe(
      200,
    )
  expect(await map('2025-05')).toMatchObject({ score: 89.75 })
  await put(
    'inspection.touchpointWeights',
    TOUCHPOINTS.map((code) => (code === 'T12' ? 3 : 1)),
  )
  // (3 × 79.5 + 100) / 4
  expect(await map('2025-07')).toMatchObject({ score: 84.63 })
  await put('inspection.placeScore', 'latest')
  expect(await map('2025-09')).toMatchObject({ score: 100 })
  // the month before is put together in the same way
  expect(await map('2025-10')).toMatchObject({ score: null, before: 100 })
})

test('quality-model 7 the map says of each estate since when it is held to another standard than the month before', async () => {
  const place = await addPlace(t, 'T12')
  for (const on of ['2024-03-04', '2024-04-04', '2024-05-04', '2024-06-04'])
    await addLook(t, { place, by: t.a.staff.lineLead, on })
  await addVersion(t, { from: '2024-04-16', name: '2024 年 4 月版' })
  const estateVersion = (number: number, from: string, state: string) =>
    t.tx(({ db }) =>
      sql`insert into estate_standard (estate_id, id, number, state, effective_from, created_at, published_at)
        values (${t.a.id}, ${newId()}, ${number}, ${state}, ${from}, now(), now())`.execute(db),
    )
  await estateVersion(90, '2024-06-01', 'published')
  await estateVersion(91, '2024-06-02', 'withdrawn')
  const since = async (month: string) =>
    (await t.as(t.a.staff.qualityDept).get(`/api/v1/company/scores?month=${month}`)).body.rows.map(
      (r: { estate: { id: string }; newStandardOn: string | null }) => r.estate.id === t.a.id && r.newStandardOn,
    )
  expect(await since('2024-03')).toContain(null)
  expect(await since('2024-04')).toContain('2024-04-16')
  expect(await since('2024-05')).toContain('2024-04-16')
  expect(await since('2024-06')).toContain('2024-06-01')
  expect(await since('2024-08')).toContain(null)
})
