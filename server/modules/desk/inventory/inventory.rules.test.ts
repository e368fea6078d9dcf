import { expect, test } from 'vitest'
import type { WorkCalendar } from '#platform/calendar/working-days.rules.ts'
import { ageInDays, daysToCheck, gapCutoff, isSupervising } from './inventory.rules.ts'

const calendar: WorkCalendar = {
  timeZone: 'Asia/Shanghai',
  workStart: '09:00',
  workEnd: '18:00',
  days: new Map(),
  knownThrough: '2026-12-31',
}

test('FD-404 age is counted in local days', () => {
  // 23:59 and 00:01 in Shanghai
  expect(ageInDays(calendar, '2026-11-19T15:59:00.000Z', '2026-11-20')).toBe(1)
  expect(ageInDays(calendar, '2026-11-19T16:01:00.000Z', '2026-11-20')).toBe(0)
})

test('FD-404 without a signature everything of the day counts; with one, what came after it belongs to the next day', () => {
  expect(gapCutoff(calendar, '2026-11-20', null, '17:30')).toBe('2026-11-20T16:00:00.000Z')
  expect(gapCutoff(calendar, '2026-11-20', '2026-11-20T11:00:00.000Z', '17:30')).toBe('2026-11-20T11:00:00.000Z')
})

test('FD-404 signing in the morning does not free the afternoon', () => {
  expect(gapCutoff(calendar, '2026-11-20', '2026-11-20T01:00:00.000Z', '17:30')).toBe('2026-11-20T09:30:00.000Z')
})

test('FD-404 each day is looked at once, after its midnight, and none before the estate was there', () => {
  const justAfterMidnight = '2026-11-20T16:05:00.000Z'
  expect(daysToCheck(calendar, justAfterMidnight, '2026-11-19', '2026-01-01T00:00:00.000Z')).toEqual(['2026-11-20'])
  expect(daysToCheck(calendar, justAfterMidnight, '2026-11-20', '2026-01-01T00:00:00.000Z')).toEqual([])
  expect(daysToCheck(calendar, justAfterMidnight, '2026-11-17', '2026-01-01T00:00:00.000Z')).toEqual([
    '2026-11-18',
    '2026-11-19',
    '2026-11-20',
  ])
  expect(daysToCheck(calendar, justAfterMidnight, null, '2026-11-18T16:00:00.000Z')).toEqual([
    '2026-11-19',
    '2026-11-20',
  ])
  expect(daysToCheck(calendar, justAfterMidnight, null, '2026-11-20T02:00:00.000Z')).toEqual([])
  expect(daysToCheck(calendar, justAfterMidnight, null, '2020-01-01T00:00:00.000Z')).toHaveLength(31)
})

test('OS-011 a note of owner, co-owner or handler is their supervising', () => {
  const matter = { owner_id: 'a', co_owner_id: 'b', handler_id: 'c' }
  expect(['a', 'b', 'c', 'd'].map((id) => isSupervising(id, matter))).toEqual([true, true, true, false])
})
