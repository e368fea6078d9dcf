import { afterAll, beforeAll, expect, test } from 'vitest'
import { NO_ESTATE } from '#platform/ids.ts'
import { openTestHouse, type TestHouse } from '#test/house.ts'
import { addLook, addPlace } from '#test/inspection-rows.ts'

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
