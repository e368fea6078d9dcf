import { afterAll, beforeAll, expect, test } from 'vitest'
import { CATALOGUE_ITEMS } from '#content/touchpoint-catalogue.ts'
import { openTestHouse, type TestHouse } from '#test/house.ts'

let t: TestHouse
beforeAll(async () => {
  t = await openTestHouse()
})
afterAll(() => t?.close())

test('the standard that the database brings is the catalogue, item by item', async () => {
  const rows = await t.tx((tx) =>
    tx.db
      .selectFrom('standard_item as i')
      .innerJoin('standard_version as v', 'v.id', 'i.version_id')
      .where('v.company_id', 'is', null)
      .select(['i.item', 'i.active'])
      .orderBy('i.seq')
      .execute(),
  )
  expect(rows).not.toHaveLength(0)
  expect(rows.every((r) => r.active)).toBe(true)
  expect(rows.map((r) => r.item)).toEqual(CATALOGUE_ITEMS)
})
