import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Instant, LocalDate, Uuid } from '#contract/values.ts'
import { openTestHouse, type TestHouse } from '#test/house.ts'
import { addPlace, proposed } from '#test/inspection-rows.ts'

let t: TestHouse
beforeAll(async () => {
  t = await openTestHouse()
})
afterAll(() => t.close())

const url = (path: string) => `/api/v1/estates/${t.a.id}/${path}`
const read = async (path: string) => (await t.as(t.a.staff.centreHead).get(url(path))).body

/** A finding of that day, closed at that moment, as the years before have left it. */
const told = async (foundOn: LocalDate, closedAt: Instant | null, more: { rejected?: true; repeatOf?: Uuid } = {}) => {
  const [made] = await proposed(t, t.a.staff.areaSteward, await addPlace(t, 'T07'), ['minor'])
  const id = made?.matterId ?? ''
  await t.tx(async ({ db }) => {
    const row = { found_on: foundOn, closed_at: closedAt, repeat_of: more.repeatOf ?? null }
    await db.updateTable('finding').set(row).where('matter_id', '=', id).execute()
    const state = more.rejected ? 'REJECTED' : closedAt === null ? 'PROPOSED' : 'CLOSED'
    const matter = { state, overdue: closedAt === null }
    await db.updateTable('matter').set(matter).where('id', '=', id).execute()
  })
  return id
}

test('FD-770 what a month says of findings is of that month, by the days of the estate, and each figure is as long as the list it opens', async () => {
  const before = await told('2025-02-20', '2025-03-04T02:00:00.000Z')
  // an hour before midnight of the last day here is a day of the month; an hour after it is one of the next
  await told('2025-03-05', '2025-03-31T15:00:00.000Z')
  await told('2025-03-06', '2025-03-31T17:00:00.000Z', { repeatOf: before })
  await told('2025-03-31', null)
  await told('2025-03-07', '2025-03-08T02:00:00.000Z', { rejected: true })
  await told('2025-04-02', null)

  const counts = async (month: string) => (await read(`scores?month=${month}`)).findings
  expect(await counts('2025-02')).toEqual({ found: 1, closed: 0, open: 1, overdue: 0, repeats: 0 })
  expect(await counts('2025-03')).toEqual({ found: 3, closed: 2, open: 2, overdue: 1, repeats: 1 })
  expect(await counts('2025-04')).toEqual({ found: 1, closed: 1, open: 2, overdue: 2, repeats: 0 })
  const t07 = (await read('scores?month=2025-03')).touchpoints.find(
    (p: { touchpoint: string }) => p.touchpoint === 'T07',
  )
  expect(t07).toMatchObject({ findings: 3, openFindings: 2 })

  const days = { from: '2025-03-01', to: '2025-03-31' }
  const length = async (search: Record<string, string>) => {
    const { rows } = await read(`findings?${new URLSearchParams({ ...search, rejected: 'false' })}`)
    return rows.length
  }
  expect(await length(days)).toBe(3)
  expect(await length({ ...days, repeat: 'true' })).toBe(1)
  expect(await length({ closedFrom: days.from, closedTo: days.to })).toBe(2)
  expect(await length({ openOn: days.to })).toBe(2)
  expect(await length({ openOn: days.to, overdue: 'true' })).toBe(1)
  expect(await length({ openOn: days.to, touchpoint: 'T07' })).toBe(2)
  expect((await read('findings?rejected=true')).rows).toHaveLength(1)
})
