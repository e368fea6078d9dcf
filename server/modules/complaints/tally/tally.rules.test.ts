import { expect, test } from 'vitest'
import type { WorkCalendar } from '#platform/calendar/working-days.rules.ts'
import { firstWholeDay } from '../days-owed.rules.ts'
import { daysOver, missingDays } from './tally.rules.ts'

const calendar: WorkCalendar = {
  timeZone: 'Asia/Shanghai',
  workStart: '09:00',
  workEnd: '18:00',
  days: new Map(),
  knownThrough: '2026-12-31',
}

test('CP-127 nothing is owed for the day on which an estate was opened, unless it was there from midnight', () => {
  expect(firstWholeDay(calendar, '2026-11-19T16:00:00.000Z')).toBe('2026-11-20')
  expect(firstWholeDay(calendar, '2026-11-19T16:00:00.001Z')).toBe('2026-11-21')
})

test('CP-127 the day that runs is not over, and nobody is told of more than a month', () => {
  // half past midnight in Shanghai
  expect(daysOver(calendar, '2026-11-22T16:30:00.000Z', '2026-11-20T00:00:00.000Z')).toEqual([
    '2026-11-21',
    '2026-11-22',
  ])
  expect(daysOver(calendar, '2026-11-22T15:59:59.999Z', '2026-11-20T00:00:00.000Z')).toEqual(['2026-11-21'])
  const far = daysOver(calendar, '2026-11-22T16:30:00.000Z', '2020-01-01T00:00:00.000Z')
  expect([far.length, far[0], far.at(-1)]).toEqual([31, '2026-10-23', '2026-11-22'])
})

test('CP-127a each unsigned day is told once, with how many there are in a row', () => {
  const days = ['2026-11-18', '2026-11-19', '2026-11-20', '2026-11-21']
  const signed = { signed_at: '2026-11-19T10:00:00.000Z', missing_told_at: null }
  const told = { signed_at: null, missing_told_at: '2026-11-20T16:07:00.000Z' }
  expect(missingDays(days, [])).toEqual(days.map((date, i) => ({ date, inARow: i + 1 })))
  expect(
    missingDays(days, [
      { on_date: '2026-11-19', ...signed },
      { on_date: '2026-11-20', ...told },
    ]),
  ).toEqual([
    { date: '2026-11-18', inARow: 1 },
    { date: '2026-11-21', inARow: 2 },
  ])
})
