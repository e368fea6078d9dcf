import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '#platform/calendar/dates.rules.ts'
import { DEFAULT_SETTINGS } from '#platform/settings/settings.ts'
import { at, bare, cal, cal2027 } from '#test/work-calendars.ts'
import {
  isLargeCentre,
  monthlyReportDue,
  publicationDue,
  quarterlyReportDue,
  quarterPeriod,
  type ReportDays,
  statMonthOf,
  statPeriod,
} from './report-clocks.rules.ts'

const DAYS: ReportDays = {
  reportDay: DEFAULT_SETTINGS.get('complaint.reportDay'),
  reportWarnDays: DEFAULT_SETTINGS.get('complaint.reportWarnDays'),
  statCutoffDay: DEFAULT_SETTINGS.get('complaint.statCutoffDay'),
}

test.each([
  // [month, limit, target]; 28 November 2026 is a Saturday
  ['2026-10', '2026-10-28 18:00', '2026-10-27 24:00'],
  ['2026-11', '2026-11-27 18:00', '2026-11-27 18:00'],
  ['2026-12', '2026-12-28 18:00', '2026-12-27 24:00'],
  ['2026-06', '2026-06-26 18:00', '2026-06-26 18:00'],
  // a Saturday, but made up after the Spring Festival
  ['2026-02', '2026-02-28 18:00', '2026-02-27 24:00'],
])('CP-128a the report of %s is due %s, our own target is %s', (month, due, target) => {
  expect(monthlyReportDue(cal, month, DAYS)).toMatchObject({ due: at(due), target: at(target), missing: false })
})

test('CP-128a the limit moves back over a whole holiday, and the make-up day before it counts', () => {
  const days = { ...DAYS, reportDay: 22, reportWarnDays: [12, 20], statCutoffDay: 10 }
  expect(monthlyReportDue(cal, '2026-02', days)).toMatchObject({
    due: at('2026-02-14 18:00'),
    warnOn: ['2026-02-12', '2026-02-14'],
  })
  expect(monthlyReportDue(cal2027, '2027-02', { ...days, reportDay: 12 }).due).toBe(at('2027-02-04 18:00'))
})

test('CP-128a reminders come on the 25th and 27th, and never after the limit', () => {
  expect(monthlyReportDue(cal, '2026-10', DAYS).warnOn).toEqual(['2026-10-25', '2026-10-27'])
  // limit Friday the 26th
  expect(monthlyReportDue(cal, '2026-06', DAYS).warnOn).toEqual(['2026-06-25', '2026-06-26'])
  expect(monthlyReportDue(cal, '2026-10', { ...DAYS, reportWarnDays: [] }).warnOn).toEqual([])
})

test('CP-128a the close of business is the estate’s own, and a report day that the month lacks is its last one', () => {
  expect(monthlyReportDue({ ...cal, workEnd: '17:30' }, '2026-10', DAYS).due).toBe(at('2026-10-28 17:30'))
  expect(monthlyReportDue(cal, '2026-04', { ...DAYS, reportDay: 31 }).due).toBe(at('2026-04-30 18:00'))
  expect(monthlyReportDue(cal, '2028-02', { ...DAYS, reportDay: 31 }).due).toBe(at('2028-02-29 18:00'))
})

test('CP-128a a month of a year that nobody has entered says so', () => {
  expect(monthlyReportDue(cal, '2027-01', DAYS)).toMatchObject({ due: at('2027-01-28 18:00'), missing: true })
  expect(monthlyReportDue(bare, '2026-10', DAYS).missing).toBe(true)
  expect(monthlyReportDue(cal2027, '2027-01', DAYS).missing).toBe(false)
})

test.each([
  ['2026-11', 25, '2026-10-26', '2026-11-25'],
  ['2027-01', 25, '2026-12-26', '2027-01-25'],
  ['2026-03', 30, '2026-03-01', '2026-03-30'],
  ['2026-02', 30, '2026-01-31', '2026-02-28'],
  ['2028-02', 30, '2028-01-31', '2028-02-29'],
  ['2026-04', 31, '2026-04-01', '2026-04-30'],
  ['2028-02', 31, '2028-02-01', '2028-02-29'],
  ['2028-03', 29, '2028-03-01', '2028-03-29'],
])('CP-128b the report of %s with cut-off day %i covers %s to %s', (month, statCutoffDay, from, to) => {
  expect(monthlyReportDue(cal, month, { ...DAYS, statCutoffDay }).period).toEqual({ from, to })
  expect(statPeriod(month, { statCutoffDay })).toEqual({ from, to })
  for (const day of [from, to]) expect(statMonthOf(day, { statCutoffDay })).toBe(month)
  expect(statMonthOf(addDays(from, -1), { statCutoffDay })).not.toBe(month)
  expect(statMonthOf(addDays(to, 1), { statCutoffDay })).not.toBe(month)
})

test('CP-128b no report is due before its period has ended: with a late cut-off it comes a month later', () => {
  const due = (statCutoffDay: number) => monthlyReportDue(cal, '2026-03', { ...DAYS, statCutoffDay }).due
  expect(due(27)).toBe(at('2026-03-27 18:00'))
  expect(due(28)).toBe(at('2026-04-28 18:00'))
  expect(due(31)).toBe(at('2026-04-28 18:00'))
})

test('CP-128b periods follow each other without a gap, whatever the cut-off day', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 31 }), fc.integer({ min: 2024, max: 2032 }), (statCutoffDay, year) => {
      const months = Array.from({ length: 12 }, (_, i) => `${year}-${String(i + 1).padStart(2, '0')}`)
      const periods = months.map((month) => monthlyReportDue(cal, month, { ...DAYS, statCutoffDay }).period)
      for (const [i, { from }] of periods.slice(1).entries()) expect(from).toBe(addDays(periods[i]?.to ?? '', 1))
    }),
  )
})

test('CP-129 the quarterly report comes with the last monthly one and covers its three months', () => {
  expect(quarterlyReportDue(cal, { year: 2026, quarter: 4 }, DAYS)).toMatchObject({
    due: at('2026-12-28 18:00'),
    target: at('2026-12-27 24:00'),
    warnOn: ['2026-12-25', '2026-12-27'],
    period: { from: '2026-09-26', to: '2026-12-25' },
  })
  const first = quarterlyReportDue(cal, { year: 2026, quarter: 1 }, DAYS)
  expect(quarterPeriod({ year: 2026, quarter: 1 }, DAYS)).toEqual(first.period)
  // 28 March 2026 is a Saturday
  expect(first).toMatchObject({ due: at('2026-03-27 18:00'), period: { from: '2025-12-26', to: '2026-03-25' } })
})

test('CP-129 a centre is large from 100,000 square metres on, or when it is built in phases', () => {
  const large = (floorAreaM2: number, inPhases: boolean) =>
    isLargeCentre({ floorAreaM2, inPhases }, DEFAULT_SETTINGS.get('complaint.largeCentreM2'))
  expect(large(99_999, false)).toBe(false)
  expect(large(100_000, false)).toBe(true)
  expect(large(0, true)).toBe(true)
  expect(isLargeCentre({ floorAreaM2: 60_000, inPhases: false }, 50_000)).toBe(true)
})

test('CP-139 what residents read is out by 24:00 of the 5th, on days off too', () => {
  const publishDay = DEFAULT_SETTINGS.get('complaint.publishDay')
  expect(publicationDue(cal, '2026-10', publishDay)).toBe(at('2026-11-05 24:00'))
  expect(publicationDue(cal, '2026-11', publishDay)).toBe(at('2026-12-05 24:00'))
  expect(publicationDue(cal, '2026-12', publishDay)).toBe(at('2027-01-05 24:00'))
  expect(publicationDue(cal, '2028-01', 28)).toBe(at('2028-02-28 24:00'))
})
