import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from './dates.rules.ts'
import {
  addWorkingDays,
  addWorkingMinutes,
  closeOfBusiness,
  endOfLocalDay,
  instantAt,
  isBeyondCalendar,
  isWorkingDay,
  isWorkingTime,
  localDateOf,
  localTimeOf,
  type WorkCalendar,
  workingDayOnOrAfter,
  workingDayOnOrBefore,
  workingDaysBetween,
  workingMinutesBetween,
} from './working-days.rules.ts'

const range = (from: string, days: number) => Array.from({ length: days }, (_, k) => addDays(from, k))
const weekendsOnly: WorkCalendar = {
  timeZone: 'Asia/Shanghai',
  workStart: '09:00',
  workEnd: '18:00',
  days: new Map(),
  knownThrough: '2026-12-31',
}
const cal: WorkCalendar = {
  ...weekendsOnly,
  days: new Map([...range('2026-10-01', 7).map((date) => [date, 'off'] as const), ['2026-10-10', 'work']]),
}
const at = (date: string, time: string, on: WorkCalendar = cal) => instantAt(on, date, time)

test.each([
  ['2025-11-03', '2025-11-12'],
  ['2025-11-07', '2025-11-18'],
  ['2025-11-08', '2025-11-18'],
])('FD-005 FD-161 seven working days after %s is %s', (pass, refundable) => {
  expect(addWorkingDays(weekendsOnly, pass, 7)).toEqual({ date: refundable, missing: false })
})

test('FD-005 holidays are left out and make-up days counted', () => {
  const autumn = { ...weekendsOnly, days: new Map(range('2025-10-01', 8).map((date) => [date, 'off'] as const)) }
  expect(addWorkingDays(autumn, '2025-09-26', 7).date).toBe('2025-10-15')
  expect(addWorkingDays(cal, '2026-10-09', 1).date).toBe('2026-10-10')
  expect(addWorkingDays(cal, '2026-10-12', -2).date).toBe('2026-10-09')
  expect([isWorkingDay(cal, '2026-10-01'), isWorkingDay(cal, '2026-10-10'), isWorkingDay(cal, '2026-10-11')]).toEqual([
    false,
    true,
    false,
  ])
})

test('FD-005 past the maintained calendar weekends only are counted and the gap is reported', () => {
  expect(addWorkingDays(cal, '2026-12-30', 1)).toEqual({ date: '2026-12-31', missing: false })
  expect(addWorkingDays(cal, '2026-12-31', 1)).toEqual({ date: '2027-01-01', missing: true })
  expect(addWorkingDays(cal, '2027-01-04', -1)).toEqual({ date: '2027-01-01', missing: true })
  // The result is known again, the way to it was not.
  expect(addWorkingDays(cal, '2027-01-04', -2)).toEqual({ date: '2026-12-31', missing: true })
  expect(addWorkingDays(cal, '2027-01-04', 0)).toEqual({ date: '2027-01-04', missing: false })
  expect(addWorkingDays({ ...cal, knownThrough: null }, '2026-11-02', 1).missing).toBe(true)
  expect(isBeyondCalendar(cal, '2026-12-31')).toBe(false)
  expect(isBeyondCalendar(cal, '2027-01-01')).toBe(true)
})

test('CP-128a VS-050 a limit on a day off moves to the last working day before', () => {
  expect(workingDayOnOrBefore(cal, '2026-10-04')).toEqual({ date: '2026-09-30', missing: false })
  expect(workingDayOnOrBefore(cal, '2026-10-10').date).toBe('2026-10-10')
  expect(workingDayOnOrAfter(cal, '2026-10-04').date).toBe('2026-10-08')
  expect(workingDayOnOrAfter(cal, '2026-10-09').date).toBe('2026-10-09')
  expect(workingDayOnOrBefore(cal, '2027-02-28').missing).toBe(true)
})

test('CP-073 the local day ends at its 24:00, and midnight opens the next', () => {
  expect(endOfLocalDay(cal, '2026-11-20T08:40:00.000Z')).toBe('2026-11-20T16:00:00.000Z')
  expect(endOfLocalDay(cal, '2026-11-20T15:59:59.999Z')).toBe('2026-11-20T16:00:00.000Z')
  expect(endOfLocalDay(cal, '2026-11-20T16:00:00.000Z')).toBe('2026-11-21T16:00:00.000Z')
  expect(localDateOf(cal, '2026-11-20T16:00:00.000Z')).toBe('2026-11-21')
  expect(localTimeOf(cal, '2026-11-20T15:59:59.999Z')).toBe('23:59')
})

test('CP-073 days on which clocks change are 23 or 25 hours long', () => {
  const newYork = { ...cal, timeZone: 'America/New_York' }
  expect(endOfLocalDay(newYork, '2026-03-08T05:00:00.000Z')).toBe('2026-03-09T04:00:00.000Z')
  expect(endOfLocalDay(newYork, '2026-11-01T04:00:00.000Z')).toBe('2026-11-02T05:00:00.000Z')
  expect(closeOfBusiness(newYork, '2026-03-06')).toBe('2026-03-06T23:00:00.000Z')
  expect(closeOfBusiness(newYork, '2026-03-09')).toBe('2026-03-09T22:00:00.000Z')
  // Midnight itself is skipped in Santiago when summer time begins.
  const santiago = { ...cal, timeZone: 'America/Santiago' }
  expect(endOfLocalDay(santiago, '2026-09-06T02:00:00.000Z')).toBe('2026-09-06T04:00:00.000Z')
})

test('CP-077 working time runs from 09:00 included to 18:00 excluded on working days', () => {
  expect(isWorkingTime(cal, at('2026-11-20', '08:59'))).toBe(false)
  expect(isWorkingTime(cal, at('2026-11-20', '09:00'))).toBe(true)
  expect(isWorkingTime(cal, at('2026-11-20', '17:59'))).toBe(true)
  expect(isWorkingTime(cal, at('2026-11-20', '18:00'))).toBe(false)
  expect(isWorkingTime(cal, at('2026-11-21', '10:00'))).toBe(false)
  expect(isWorkingTime(cal, at('2026-10-10', '10:00'))).toBe(true)
  expect(isWorkingTime({ ...cal, workEnd: '17:00' }, at('2026-11-20', '17:00'))).toBe(false)
  expect(() => isWorkingTime({ ...cal, workEnd: '09:00' }, at('2026-11-20', '17:00'))).toThrow(RangeError)
})

test('CP-113 working minutes run only in working time, forward and back', () => {
  const plus = (date: string, time: string, minutes: number) => addWorkingMinutes(cal, at(date, time), minutes).instant
  expect(plus('2026-11-20', '16:00', 120)).toBe(at('2026-11-20', '18:00'))
  expect(plus('2026-11-20', '16:00', 121)).toBe(at('2026-11-23', '09:01'))
  expect(plus('2026-11-21', '12:00', 15)).toBe(at('2026-11-23', '09:15'))
  expect(plus('2026-09-30', '17:30', 60)).toBe(at('2026-10-08', '09:30'))
  expect(plus('2026-11-20', '23:00', -120)).toBe(at('2026-11-20', '16:00'))
  expect(plus('2026-11-23', '10:00', -120)).toBe(at('2026-11-20', '17:00'))
  expect(plus('2026-11-21', '12:00', 0)).toBe(at('2026-11-21', '12:00'))
  expect(addWorkingMinutes(cal, at('2026-12-31', '17:59'), 1).missing).toBe(false)
  expect(addWorkingMinutes(cal, at('2026-12-31', '17:59'), 2).missing).toBe(true)
  expect(addWorkingMinutes(cal, at('2027-01-04', '10:00'), -700).instant).toBe(at('2026-12-31', '16:20'))
  expect(addWorkingMinutes(cal, at('2027-01-04', '10:00'), -700).missing).toBe(true)
  expect(workingMinutesBetween(cal, at('2026-11-20', '17:00'), at('2026-11-23', '10:30'))).toBe(150)
  expect(workingMinutesBetween(cal, at('2026-11-23', '10:30'), at('2026-11-20', '17:00'))).toBe(-150)
  expect(workingMinutesBetween(cal, at('2026-11-21', '00:00'), at('2026-11-22', '23:59'))).toBe(0)
  expect(workingMinutesBetween(cal, '2026-11-20T02:00:00.000Z', '2026-11-20T02:00:30.000Z')).toBe(0.5)
})

const zone = fc.constantFrom('Asia/Shanghai', 'America/New_York', 'Europe/London', 'America/Santiago', 'Asia/Kolkata')
const calendar = fc
  .record({
    timeZone: zone,
    workStart: fc.constantFrom('00:00', '08:30', '09:00'),
    workEnd: fc.constantFrom('17:00', '18:00', '23:59'),
    odd: fc.array(fc.tuple(fc.integer({ min: 0, max: 400 }), fc.constantFrom('off' as const, 'work' as const))),
  })
  .map(({ odd, ...rest }): WorkCalendar => {
    const days = new Map(odd.map(([day, kind]) => [addDays('2026-01-01', day), kind] as const))
    return { ...rest, days, knownThrough: '2026-12-31' }
  })
const date = fc.integer({ min: 0, max: 400 }).map((days) => addDays('2026-01-01', days))
const instant = fc
  .integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 1, 1) })
  .map((ms) => new Date(ms).toISOString())

test('FD-005 counting working days undoes adding them, both ways, and lands on a working day', () => {
  fc.assert(
    fc.property(calendar, date, fc.integer({ min: -40, max: 40 }), (on, from, n) => {
      const { date: to } = addWorkingDays(on, from, n)
      expect(workingDaysBetween(on, from, to)).toBe(n)
      if (n !== 0) expect(isWorkingDay(on, to)).toBe(true)
    }),
  )
})

test('CP-073 every instant lies in its local day, which ends within 25 hours where the next begins', () => {
  fc.assert(
    fc.property(calendar, instant, (on, now) => {
      const end = endOfLocalDay(on, now)
      expect(end > now).toBe(true)
      expect(Date.parse(end) - Date.parse(now)).toBeLessThanOrEqual(25 * 3_600_000)
      expect(localDateOf(on, end)).toBe(addDays(localDateOf(on, now), 1))
    }),
  )
})

test('CP-113 adding working minutes is undone by counting them, and adds up', () => {
  const minutes = fc.integer({ min: -3000, max: 3000 })
  fc.assert(
    fc.property(calendar, instant, minutes, (on, now, n) => {
      const { instant: then } = addWorkingMinutes(on, now, n)
      expect(workingMinutesBetween(on, now, then)).toBe(n)
      expect(n > 0 ? then > now : n < 0 ? then < now : then === now).toBe(true)
    }),
    { numRuns: 60 },
  )
  fc.assert(
    fc.property(
      calendar,
      instant,
      fc.integer({ min: 1, max: 1500 }),
      fc.integer({ min: 1, max: 1500 }),
      (on, now, a, b) => {
        const once = addWorkingMinutes(on, now, a + b).instant
        expect(addWorkingMinutes(on, addWorkingMinutes(on, now, a).instant, b).instant).toBe(once)
      },
    ),
    { numRuns: 60 },
  )
})

test('CP-113 the minutes of two neighbouring stretches add up to those of both', () => {
  fc.assert(
    fc.property(calendar, fc.tuple(instant, instant, instant), (on, three) => {
      const [a = '', b = '', c = ''] = [...three].sort()
      const whole = workingMinutesBetween(on, a, c)
      expect(workingMinutesBetween(on, a, b) + workingMinutesBetween(on, b, c)).toBeCloseTo(whole, 6)
    }),
    { numRuns: 30 },
  )
})
