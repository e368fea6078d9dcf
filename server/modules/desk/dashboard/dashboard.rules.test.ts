import { expect, test } from 'vitest'
import { addDays } from '#platform/calendar/dates.rules.ts'
import type { WorkCalendar } from '#platform/calendar/working-days.rules.ts'
import { ageBuckets, shareOf } from './dashboard.rules.ts'

const calendar: WorkCalendar = {
  timeZone: 'Asia/Shanghai',
  workStart: '09:00',
  workEnd: '18:00',
  days: new Map(),
  knownThrough: '2026-12-31',
}

test('CP-127 age buckets follow one another without gap or overlap', () => {
  const buckets = ageBuckets(calendar, '2026-11-20')
  expect(buckets[0]).toMatchObject({ bucket: 'today', from: '2026-11-20', since: '2026-11-19T16:00:00.000Z' })
  for (const [i, bucket] of buckets.entries()) {
    const younger = buckets[i - 1]
    if (younger?.from) expect(bucket.to).toBe(addDays(younger.from, -1))
  }
  expect(buckets.at(-1)).toMatchObject({ from: undefined, since: null })
})

test('CP-127 a share of nothing is no share', () => {
  expect(shareOf(0, 0)).toBeNull()
  expect(shareOf(2, 3)).toBe(0.6667)
})
