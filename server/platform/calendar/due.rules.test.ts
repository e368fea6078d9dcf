import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from './dates.rules.ts'
import { dueAt, oneWorkingDayAfter, Span, warnTimes } from './due.rules.ts'
import { endOfDate, instantAt, type WorkCalendar } from './working-days.rules.ts'

const holiday = Array.from({ length: 7 }, (_, k) => [addDays('2026-10-01', k), 'off'] as const)
const cal: WorkCalendar = {
  timeZone: 'Asia/Shanghai',
  workStart: '09:00',
  workEnd: '18:00',
  days: new Map([...holiday, ['2026-10-10', 'work']]),
  knownThrough: '2026-12-31',
}
const at = (date: string, time: string) => instantAt(cal, date, time)
const due = (date: string, time: string, span: Span) => dueAt(cal, at(date, time), span).due

test('CP-073 a same-day clock runs to 24:00 of the local day, days off too', () => {
  expect(due('2026-11-20', '16:40', { kind: 'sameDay' })).toBe(endOfDate(cal, '2026-11-20'))
  expect(due('2026-10-03', '00:00', { kind: 'sameDay' })).toBe(endOfDate(cal, '2026-10-03'))
  expect(due('2026-11-22', '23:59', { kind: 'sameDay' })).toBe('2026-11-22T16:00:00.000Z')
})

test('CP-072 working days end at close of business of day n, the day of receipt being day 0', () => {
  expect(due('2026-11-20', '09:30', { kind: 'workingDays', n: 2 })).toBe(at('2026-11-24', '18:00'))
  expect(due('2026-11-20', '19:30', { kind: 'workingDays', n: 1 })).toBe(at('2026-11-23', '18:00'))
  expect(due('2026-10-09', '10:00', { kind: 'workingDays', n: 2 })).toBe(at('2026-10-12', '18:00'))
})

test('CP-094 a major claim of Friday 15:00 is reported by Monday 18:00', () => {
  expect(due('2026-11-20', '15:00', { kind: 'workingDays', n: 1 })).toBe(at('2026-11-23', '18:00'))
})

test('CP-100 CP-120b seven calendar days end at 24:00 of day 7, not after 168 hours', () => {
  expect(due('2026-11-20', '10:00', { kind: 'calendarDays', n: 7 })).toBe(endOfDate(cal, '2026-11-27'))
  expect(due('2026-11-20', '10:00', { kind: 'calendarDays', n: 7 })).toBe(at('2026-11-28', '00:00'))
  expect(due('2026-11-20', '10:00', { kind: 'calendarDays', n: 0 })).toBe(endOfDate(cal, '2026-11-20'))
})

test('CP-075 work goes on today until close of business, else on the next working day', () => {
  const span: Span = { kind: 'nextWorkingDayEnd' }
  expect(due('2026-11-20', '17:59', span)).toBe(endOfDate(cal, '2026-11-20'))
  expect(due('2026-11-20', '18:00', span)).toBe(endOfDate(cal, '2026-11-23'))
  expect(due('2026-11-23', '07:30', span)).toBe(endOfDate(cal, '2026-11-23'))
  expect(due('2026-09-30', '18:30', span)).toBe(endOfDate(cal, '2026-10-08'))
})

test('CP-043 CP-113 minutes are elapsed ones unless they are said to be working ones', () => {
  expect(due('2026-11-20', '17:50', { kind: 'minutes', n: 15 })).toBe(at('2026-11-20', '18:05'))
  expect(due('2026-11-20', '17:50', { kind: 'minutes', n: 15, working: true })).toBe(at('2026-11-23', '09:05'))
})

test('CP-096 within a month of 24 October ends with 23 November, and of 31 January with February', () => {
  expect(due('2026-10-24', '12:00', { kind: 'calendarMonth', n: 1 })).toBe(endOfDate(cal, '2026-11-23'))
  expect(due('2026-10-25', '12:00', { kind: 'calendarMonth', n: 1 })).toBe(endOfDate(cal, '2026-11-24'))
  expect(due('2026-01-31', '12:00', { kind: 'calendarMonth', n: 1 })).toBe(endOfDate(cal, '2026-02-28'))
})

test('CP-042 a clock until a promised time is due then', () => {
  expect(due('2026-11-20', '09:00', { kind: 'until', at: at('2026-11-20', '15:30') })).toBe(at('2026-11-20', '15:30'))
})

test('FD-005 a due time that leans on unknown holidays says so', () => {
  const missing = (date: string, span: Span) => dueAt(cal, at(date, '10:00'), span).missing
  expect(missing('2026-12-30', { kind: 'workingDays', n: 1 })).toBe(false)
  expect(missing('2026-12-31', { kind: 'workingDays', n: 1 })).toBe(true)
  expect(missing('2027-01-04', { kind: 'nextWorkingDayEnd' })).toBe(true)
  expect(missing('2026-12-31', { kind: 'minutes', n: 600, working: true })).toBe(true)
  expect(missing('2027-01-04', { kind: 'sameDay' })).toBe(false)
  expect(missing('2027-01-04', { kind: 'calendarDays', n: 7 })).toBe(false)
})

test('CP-072 a span as a setting is whole and lasts at least a working day', () => {
  expect(Span.safeParse({ kind: 'workingDays', n: 0 }).success).toBe(false)
  expect(Span.safeParse({ kind: 'workingDays', n: 1.5 }).success).toBe(false)
  expect(Span.safeParse({ kind: 'hours', n: 1 }).success).toBe(false)
  expect(Span.safeParse({ kind: 'minutes', n: 15, working: true }).success).toBe(true)
  expect(() => dueAt(cal, at('2026-11-20', '19:00'), { kind: 'workingDays', n: 0 })).toThrow(RangeError)
})

test('CP-082 handler and owner are warned at half and four fifths of the elapsed time', () => {
  expect(warnTimes(cal, at('2026-11-20', '08:00'), at('2026-11-20', '18:00'))).toEqual([
    at('2026-11-20', '13:00'),
    at('2026-11-20', '16:00'),
  ])
  expect(warnTimes(cal, at('2026-11-20', '08:00'), at('2026-11-20', '18:00'), [0.9, 0.1, 0.1, 0, 1])).toEqual([
    at('2026-11-20', '09:00'),
    at('2026-11-20', '17:00'),
  ])
  expect(warnTimes(cal, at('2026-11-20', '08:00'), at('2026-11-20', '08:00'))).toEqual([])
  expect(warnTimes(cal, at('2026-11-20', '08:00'), at('2026-11-19', '08:00'))).toEqual([])
})

test('CP-082 the quality department hears of it one working day after the day that was missed', () => {
  expect(oneWorkingDayAfter(cal, at('2026-11-23', '18:00')).due).toBe(at('2026-11-24', '18:00'))
  expect(oneWorkingDayAfter(cal, at('2026-11-20', '18:00')).due).toBe(at('2026-11-23', '18:00'))
  // 24:00 of Thursday belongs to Thursday, though it is written 00:00 of Friday.
  expect(oneWorkingDayAfter(cal, endOfDate(cal, '2026-11-19')).due).toBe(at('2026-11-20', '18:00'))
  expect(oneWorkingDayAfter(cal, endOfDate(cal, '2026-11-21')).due).toBe(at('2026-11-23', '18:00'))
  expect(oneWorkingDayAfter(cal, at('2026-12-31', '18:00')).missing).toBe(true)
})

const zone = fc.constantFrom('Asia/Shanghai', 'America/New_York', 'Europe/London', 'America/Santiago')
const instant = fc
  .integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 1, 1) })
  .map((ms) => new Date(ms).toISOString())
const span: fc.Arbitrary<Span> = fc.oneof(
  fc.constantFrom<Span>({ kind: 'sameDay' }, { kind: 'nextWorkingDayEnd' }),
  fc.integer({ min: 1, max: 20 }).map((n): Span => ({ kind: 'workingDays', n })),
  fc.integer({ min: 0, max: 60 }).map((n): Span => ({ kind: 'calendarDays', n })),
  fc.integer({ min: 1, max: 12 }).map((n): Span => ({ kind: 'calendarMonth', n })),
  fc
    .tuple(fc.integer({ min: 0, max: 2000 }), fc.boolean())
    .map(([n, working]): Span => ({ kind: 'minutes', n, working })),
)

test('CP-072 CP-073 CP-075 no clock is due before its start, and a later start is never due earlier', () => {
  fc.assert(
    fc.property(zone, span, instant, instant, (timeZone, length, a, b) => {
      const on = { ...cal, timeZone }
      const [first = '', second = ''] = [a, b].sort()
      expect(dueAt(on, first, length).due >= first).toBe(true)
      expect(dueAt(on, second, length).due >= dueAt(on, first, length).due).toBe(true)
    }),
    { numRuns: 200 },
  )
})

test('CP-082 warnings lie between start and due time, in order', () => {
  const fractions = fc.array(fc.double({ min: -1, max: 2, noNaN: true }), { maxLength: 5 })
  fc.assert(
    fc.property(instant, instant, fractions, (start, end, parts) => {
      const times = warnTimes(cal, start, end, parts)
      expect(times).toEqual([...times].sort())
      for (const time of times) expect(start < time && time < end).toBe(true)
    }),
  )
})
