import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestHouse, type TestHouse } from '#test/house.ts'
import { searching } from './search.store.ts'

let t: TestHouse
beforeAll(async () => {
  t = await openTestHouse()
  for (const [estate, title] of [
    ['a', '厨房漏水'],
    ['a', '阳台漏水'],
    ['a', '电梯有异响'],
    ['b', '厨房漏水'],
  ] as const) {
    const answer = await t.as(t[estate].staff.frontDeskClerk).post(`/api/v1/estates/${t[estate].id}/matters`, {
      contactType: 'service',
      channel: 'phone',
      title,
      customerSaid: `${title}，请派人看看`,
      customerName: '王女士',
      contactPhone: '13900000001',
      place: '1栋',
    })
    if (answer.status !== 201) throw new Error(JSON.stringify(answer.body))
  }
})
afterAll(() => t.close())

const found = (q: string, most?: number) =>
  t.tx(async (tx) => {
    const condition = await searching(tx, t.a.id, q, most)
    const { rows } = await sql<{ title: string }>`select m.title from matter m
      where m.estate_id = ${t.a.id} and ${condition} order by m.title`.execute(tx.db)
    return rows.map((r) => r.title)
  })

test.each([
  ['漏水', ['厨房漏水', '阳台漏水']],
  ['厨房 漏水', ['厨房漏水']],
  ['异响', ['电梯有异响']],
  ['游泳池', []],
  ['，。', []],
])('words are found in the estate and in no other: %s', async (q, titles) => {
  expect(await found(q)).toEqual(titles.toSorted())
  // what nearly every matter says is met on the way through them
  for (const most of [0, 1]) expect(await found(q, most)).toEqual(titles.toSorted())
})
