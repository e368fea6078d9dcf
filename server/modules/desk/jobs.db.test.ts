import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#platform/ids.ts'
import { ALL_JOBS } from '#server/jobs.ts'
import { openTestHouse, type TestHouse } from '#test/house.ts'

let t: TestHouse
beforeAll(async () => {
  t = await openTestHouse()
  await t.tx((tx) =>
    tx.db
      .updateTable('estate')
      .set({ created_at: new Date(Date.now() - 3 * 86_400_000).toISOString() })
      .where('estate_id', 'in', [t.a.id, t.b.id])
      .execute(),
  )
  // comes first in the sweep and is no estate: its transaction fails
  await t.tx((tx) =>
    tx.db
      .insertInto('estate_directory')
      .values({
        estate_id: newId(),
        code: 'AAA',
        name: '无',
        company_id: t.companyId,
        centre_id: t.centreId,
        time_zone: 'Asia/Shanghai',
      })
      .execute(),
  )
})
afterAll(() => t.close())

const run = async (name: string): Promise<void> => {
  const job = ALL_JOBS.find((j) => j.name === name)
  if (!job) throw new Error(`no job is called ${name}`)
  await job.handle(t.house)
}
const gaps = () =>
  t.tx((tx) =>
    tx.db
      .selectFrom('inventory_gap')
      .select(['estate_id', 'on_date'])
      .orderBy('estate_id')
      .orderBy('on_date')
      .execute(),
  )
const missing = () => t.tx((tx) => tx.db.selectFrom('line_report_gap').select(['estate_id', 'line', 'slot']).execute())

test('FD-404 the night’s job looks at every estate, each day once, though one of them fails', async () => {
  await run('check-inventories')
  const found = await gaps()
  expect(new Set(found.map((g) => g.estate_id))).toEqual(new Set([t.a.id, t.b.id]))
  expect(found.length).toBeGreaterThanOrEqual(4)
  await run('check-inventories')
  expect(await gaps()).toEqual(found)
})

test('FD-403 the job of the line reports writes yesterday’s missing ones of every estate once', async () => {
  await run('note-missing-line-reports')
  const found = await missing()
  // yesterday alone owes five lines at two times in each of two estates
  expect(found.length).toBeGreaterThanOrEqual(20)
  await run('note-missing-line-reports')
  expect(await missing()).toHaveLength(found.length)
})
