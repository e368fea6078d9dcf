import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestHouse, type TestHouse } from '#test/house.ts'
import { sheetOf } from '#test/sheet-of.ts'
import { deskRoutes } from './index.ts'

let t: TestHouse
beforeAll(async () => {
  t = await openTestHouse()
})
afterAll(() => t.close())

const url = (path: string) => `/api/v1/estates/${t.a.id}/${path}`
const clerk = () => t.as(t.a.staff.frontDeskClerk)

test('every list of the desk has its Excel file, with the rights of the list', async () => {
  const lists = deskRoutes
    .filter((s) => s.mode === 'read' && s.route.query && 'cursor' in s.route.query.shape)
    .map((s) => s.route)
  const files = new Map(deskRoutes.filter((s) => s.mode === 'raw').map((s) => [s.route.id, s.route]))
  expect(lists.length).toBeGreaterThan(14)
  for (const list of lists) expect(files.get(`${list.id}Xlsx`)?.access, list.id).toEqual(list.access)
})

test('every Excel file of the desk can be read, in both languages', async () => {
  const head = t.as(t.a.staff.centreHead)
  for (const { route } of deskRoutes.filter((s) => s.mode === 'raw')) {
    const path = route.path.replace(':estateId', t.a.id).replace(':date', '2026-11-20')
    for (const lang of ['zh', 'en']) {
      const answer = await head.get(`${path}?lang=${lang}`)
      expect(answer.status, `${route.id} ${JSON.stringify(answer.body)}`).toBe(200)
      const [headings] = await sheetOf(answer.body)
      expect(headings?.length, route.id).toBeGreaterThan(2)
      // a heading that is still its key has no text
      expect(headings?.filter((h) => h.includes('.') && h.startsWith('desk'))).toEqual([])
    }
  }
}, 60_000)

test('FD-012 an export holds what the list holds, all pages of it, in words and on the estate’s clock, and is logged', async () => {
  for (let i = 0; i < 3; i += 1) await clerk().post(url('queue'), { name: `客户${i}`, purpose: '=1+1' })
  const list = (await clerk().get(url('queue-visitors'))).body.rows
  const { body } = await clerk().get(url('queue-visitors.xlsx?state=waiting'))
  const rows = await sheetOf(body)
  expect(rows).toHaveLength(1 + list.length)
  expect(rows[0]).toEqual([
    '号',
    '到达时间',
    '等候分钟',
    '称呼',
    '事由',
    '房号',
    '状态',
    '经办人',
    '呼叫时间',
    '结束时间',
  ])
  expect(rows[1]).toEqual(expect.arrayContaining(['客户2', '等候', "'=1+1"]))
  const logged = await t.tx((tx) =>
    tx.db
      .selectFrom('audit')
      .select(['actor_id', 'after'])
      .where('estate_id', '=', t.a.id)
      .where('action', '=', 'export.queueVisitors')
      .execute(),
  )
  expect(logged.filter((l) => l.actor_id === t.a.staff.frontDeskClerk).at(-1)).toEqual({
    actor_id: t.a.staff.frontDeskClerk,
    after: { query: { state: 'waiting' } },
  })
})
