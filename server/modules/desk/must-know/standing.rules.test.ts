import { expect, test } from 'vitest'
import type { WorkCalendar } from '#platform/calendar/working-days.rules.ts'
import { readingDue } from './standing.rules.ts'

const calendar: WorkCalendar = {
  timeZone: 'Asia/Shanghai',
  workStart: '09:00',
  workEnd: '18:00',
  days: new Map(),
  knownThrough: '2026-12-31',
}

test('KN-003 what changed is read within one working day of coming into force', () => {
  // in force on a Friday: by Monday's close of business
  expect(readingDue(calendar, { approved_at: '2026-11-18T02:00:00.000Z', effective_date: '2026-11-20' }, 1)).toBe(
    '2026-11-23T10:00:00.000Z',
  )
  // approved in the course of the day on which it comes into force
  expect(readingDue(calendar, { approved_at: '2026-11-19T08:00:00.000Z', effective_date: '2026-11-19' }, 1)).toBe(
    '2026-11-20T10:00:00.000Z',
  )
  expect(readingDue(calendar, { approved_at: '2026-11-19T08:00:00.000Z', effective_date: '2026-11-19' }, 0)).toBe(
    '2026-11-19T16:00:00.000Z',
  )
  expect(readingDue(calendar, { approved_at: null, effective_date: null }, 1)).toBeNull()
})
