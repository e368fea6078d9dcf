import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Recurrence } from '#contract/inspection-plans.ts'
import { addDays, daysBetween } from '#platform/calendar/dates.rules.ts'
import { seedWorkCalendar } from '#platform/calendar/seed.ts'
import { isWorkingDay } from '#platform/calendar/working-days.rules.ts'
import { bare, cal } from '#test/work-calendars.ts'
import { firstDays } from './holidays.rules.ts'
import { daysOfPlan } from './recurrence.rules.ts'

const HOLIDAYS = firstDays(seedWorkCalendar([2025, 2026]).rows)
const YEAR = { from: '2026-01-01', to: '2026-12-31' }
const days = (recurrence: object, within = YEAR, over: object = {}) =>
  daysOfPlan(
    { recurrence: Recurrence.parse(recurrence), months: [], fromDate: '2026-01-01', untilDate: null, ...over },
    within,
    cal,
    HOLIDAYS,
  )

test('FD-810 so many times a day, week or month is so many times, spread evenly', () => {
  expect(days({ kind: 'days', every: 1 })).toHaveLength(365)
  expect(days({ kind: 'perWeek', n: 1 }, { from: '2026-06-01', to: '2026-06-28' })).toHaveLength(4)
  expect(days({ kind: 'perWeek', n: 3 }, { from: '2026-06-01', to: '2026-06-07' })).toEqual([
    '2026-06-01',
    '2026-06-03',
    '2026-06-05',
  ])
  expect(days({ kind: 'perMonth', n: 2 }, { from: '2026-02-01', to: '2026-03-31' })).toEqual([
    '2026-02-01',
    '2026-02-16',
    '2026-03-01',
    '2026-03-16',
  ])
})

test('FD-810 every k days is reckoned from the first day of the plan, across months and years', () => {
  expect(days({ kind: 'days', every: 10 }, { from: '2026-01-25', to: '2026-02-15' })).toEqual([
    '2026-01-31',
    '2026-02-10',
  ])
  expect(days({ kind: 'days', every: 10 }, { from: '2026-12-28', to: '2027-01-10' })).toEqual(['2027-01-06'])
})

test('FD-810 a month without the 31st has its last day instead, and only once', () => {
  const ends = ['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30']
  expect(days({ kind: 'monthDays', days: [31] }, { from: '2026-01-01', to: '2026-04-30' })).toEqual(ends)
  expect(days({ kind: 'monthDays', days: [29, 30, 31] }, { from: '2026-02-01', to: '2026-02-28' })).toEqual([
    '2026-02-28',
  ])
  expect(days({ kind: 'monthDays', days: [15], every: 3 })).toEqual([
    '2026-01-15',
    '2026-04-15',
    '2026-07-15',
    '2026-10-15',
  ])
})

test('FD-810 the n-th working day of a month, from its start or its end, by the working calendar', () => {
  // 1 to 3 January are off, the 4th (a Sunday) is made up for
  expect(days({ kind: 'workingDay', nth: 1 }, { from: '2026-01-01', to: '2026-02-28' })).toEqual([
    '2026-01-04',
    '2026-02-02',
  ])
  expect(days({ kind: 'workingDay', nth: -1 }, { from: '2026-01-01', to: '2026-02-28' })).toEqual([
    '2026-01-30',
    '2026-02-28',
  ])
})

test('FD-810 a day off is kept, left out, or put off to the next working day, where two are one', () => {
  const week = { from: '2026-09-28', to: '2026-10-11' }
  expect(days({ kind: 'days', every: 1 }, week)).toHaveLength(14)
  const working = days({ kind: 'days', every: 1, daysOff: 'skip' }, week)
  expect(working).not.toHaveLength(0)
  expect(working.every((d) => isWorkingDay(cal, d))).toBe(true)
  expect(days({ kind: 'days', every: 1, daysOff: 'shift' }, week)).toEqual(working)
  // the first of October waits for the end of the holidays, though they began before what is asked
  const after = working.find((d) => d > '2026-10-01') ?? ''
  expect(days({ kind: 'monthDays', days: [1], daysOff: 'shift' }, { from: '2026-10-05', to: '2026-10-31' })).toEqual([
    after,
  ])
})

test('a season holds a plan to its months; first and last day are kept', () => {
  const winter = days({ kind: 'days', every: 1 }, YEAR, { months: [11, 12, 1, 2] })
  expect(new Set(winter.map((d) => d.slice(5, 7)))).toEqual(new Set(['01', '02', '11', '12']))
  const short = days({ kind: 'days', every: 1 }, YEAR, { fromDate: '2026-03-30', untilDate: '2026-04-02' })
  expect(short).toEqual(['2026-03-30', '2026-03-31', '2026-04-01', '2026-04-02'])
})

test('a holiday is its first day, by name or all of them; a day named twice is two holidays', () => {
  const all = days({ kind: 'holidays' })
  expect(all).toEqual(HOLIDAYS.filter((h) => h.date.startsWith('2026')).map((h) => h.date))
  expect(all.length).toBeGreaterThanOrEqual(7)
  expect(days({ kind: 'holidays', names: ['元旦', '春节'] })).toHaveLength(2)
})

test('what a condition calls never goes by the calendar', () => {
  expect(days({ kind: 'called' })).toEqual([])
})

const anyRecurrence = fc.oneof(
  fc.record({
    kind: fc.constant('days'),
    every: fc.integer({ min: 1, max: 40 }),
    daysOff: fc.constantFrom('keep', 'skip', 'shift'),
  }),
  fc.record({
    kind: fc.constant('monthDays'),
    days: fc.uniqueArray(fc.integer({ min: 1, max: 31 }), { minLength: 1, maxLength: 4 }),
    daysOff: fc.constantFrom('keep', 'skip', 'shift'),
  }),
  fc.record({
    kind: fc.constant('perWeek'),
    n: fc.integer({ min: 1, max: 7 }),
    daysOff: fc.constantFrom('keep', 'skip', 'shift'),
  }),
)
test('asked in pieces a plan goes on the same days as asked at once: none twice, none lost between two askings', () => {
  fc.assert(
    fc.property(anyRecurrence, fc.integer({ min: 1, max: 60 }), (recurrence, cut) => {
      const whole = { from: '2026-01-20', to: '2026-05-20' }
      const middle = addDays(whole.from, cut)
      const parts = [
        ...days(recurrence, { from: whole.from, to: middle }),
        ...days(recurrence, { from: addDays(middle, 1), to: whole.to }),
      ]
      expect(parts).toEqual(days(recurrence, whole))
      expect(new Set(parts).size).toBe(parts.length)
    }),
    { numRuns: 60 },
  )
})

test('without any calendar of holidays the weekends alone are days off', () => {
  const plan = {
    recurrence: Recurrence.parse({ kind: 'days', every: 1, daysOff: 'skip' }),
    months: [],
    fromDate: '2026-01-01',
    untilDate: null,
  }
  const found = daysOfPlan(plan, { from: '2026-10-01', to: '2026-10-31' }, bare, [])
  expect(found).toHaveLength(22)
  expect(daysBetween(found[0] ?? '', '2026-10-01')).toBe(0)
})
