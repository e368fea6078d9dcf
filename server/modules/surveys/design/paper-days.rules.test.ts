import { expect, test } from 'vitest'
import { closesBefore, paperOnlyUntil } from './paper-days.rules.ts'

test('QM 4 paper alone is taken from the day after the last one, so many days, and not at all without such days', () => {
  const on = (today: string, paperDays = 3, closesOn: string | null = '2026-12-30') => ({
    closes: closesOn !== null && closesOn < closesBefore(today, paperDays),
    paperOnly: paperOnlyUntil(closesOn, today, paperDays),
  })
  expect(on('2026-12-30')).toEqual({ closes: false, paperOnly: null })
  expect(on('2026-12-31')).toEqual({ closes: false, paperOnly: '2027-01-02' })
  expect(on('2027-01-02')).toEqual({ closes: false, paperOnly: '2027-01-02' })
  expect(on('2027-01-03')).toEqual({ closes: true, paperOnly: null })
  expect(on('2026-12-30', 0)).toEqual({ closes: false, paperOnly: null })
  expect(on('2026-12-31', 0)).toEqual({ closes: true, paperOnly: null })
  expect(on('2027-12-31', 3, null)).toEqual({ closes: false, paperOnly: null })
})
