import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import {
  CALL_OVERRIDES,
  type CalledPerson,
  CallHoursSettings,
  judgeCall,
  NoCallHours,
  nextAllowedTime,
  nextFreeTime,
  DEFAULT_CALL_HOURS as settings,
} from './call-hours.ts'
import type { WorkCalendar } from './work-calendar.ts'

const off = ['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07']
const cal: WorkCalendar = {
  timeZone: 'Asia/Shanghai',
  workStart: '09:00',
  workEnd: '18:00',
  days: new Map([...off.map((date) => [date, 'off'] as const), ['2026-10-10', 'work']]),
  knownThrough: '2026-12-31',
}

/** Local time in Shanghai (or the given zone) → instant. */
const at = (local: string, timeZone = 'Asia/Shanghai') =>
  Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone).toInstant().toString({ fractionalSecondDigits: 3 })
const judge = (local: string, person: CalledPerson = {}) => judgeCall(cal, settings, at(local), person)

// 2026-11-18 is a Wednesday, 11-20 a Friday, 11-21 a Saturday, 11-23 a Monday.
test.each([
  ['2026-11-18T06:59:59.999', 'blocked', ['too_early']],
  ['2026-11-18T07:00:00', 'free', []],
  ['2026-11-18T08:59', 'free', []],
  ['2026-11-18T09:00', 'discouraged', ['first_work_hours']],
  ['2026-11-18T10:59:59.999', 'discouraged', ['first_work_hours']],
  ['2026-11-18T11:00', 'free', []],
  ['2026-11-18T12:00', 'blocked', ['noon_break']],
  ['2026-11-18T13:59', 'blocked', ['noon_break']],
  ['2026-11-18T14:00', 'free', []],
  ['2026-11-18T18:00', 'blocked', ['meal']],
  ['2026-11-18T19:00', 'free', []],
  ['2026-11-18T21:59:59.999', 'free', []],
  ['2026-11-18T22:00:00', 'blocked', ['too_late']],
  ['2026-11-18T00:00', 'blocked', ['too_early']],
  ['2026-11-20T13:59', 'blocked', ['noon_break']],
  ['2026-11-20T14:00', 'discouraged', ['friday_afternoon']],
  ['2026-11-20T17:59', 'discouraged', ['friday_afternoon']],
  ['2026-11-20T18:00', 'blocked', ['meal']],
  ['2026-11-20T19:00', 'free', []],
  ['2026-11-21T10:00', 'discouraged', ['day_off']],
  ['2026-11-21T12:30', 'blocked', ['noon_break', 'day_off']],
  ['2026-11-23T06:30', 'blocked', ['too_early']],
  ['2026-11-23T07:00', 'discouraged', ['monday_morning']],
  ['2026-11-23T10:00', 'discouraged', ['monday_morning', 'first_work_hours']],
  ['2026-11-23T11:59', 'discouraged', ['monday_morning']],
  ['2026-11-23T14:00', 'free', []],
  ['2026-10-01T15:00', 'discouraged', ['day_off']],
  ['2026-10-10T10:00', 'discouraged', ['first_work_hours']],
  ['2026-10-10T15:00', 'free', []],
] as const)('KN-205 a call at %s is %s, for every reason %j', (local, grade, reasons) => {
  expect(judge(local)).toMatchObject({ grade, reasons })
})

test('KN-205 a blocked call is refused, a discouraged one warned of, a free one goes', () => {
  expect(judge('2026-11-18T23:00').outcome).toBe('refuse')
  expect(judge('2026-11-21T10:00').outcome).toBe('warn')
  expect(judge('2026-11-18T15:00').outcome).toBe('go')
})

test.each(CALL_OVERRIDES)('KN-205 FD-009 %s turns the block into a warning and keeps the reasons', (override) => {
  const blocked = judgeCall(cal, settings, at('2026-11-18T23:00'), {}, override)
  expect(blocked).toEqual({ grade: 'blocked', reasons: ['too_late'], outcome: 'warn' })
  expect(judgeCall(cal, settings, at('2026-11-21T10:00'), {}, override).outcome).toBe('warn')
  expect(judgeCall(cal, settings, at('2026-11-18T15:00'), {}, override).outcome).toBe('go')
})

test('KN-205 the local time of the called person counts', () => {
  const losAngeles = { timeZone: 'America/Los_Angeles' }
  expect(judge('2026-11-18T15:00', losAngeles)).toMatchObject({ grade: 'blocked', reasons: ['too_late'] })
  expect(judge('2026-11-18T23:30', losAngeles)).toMatchObject({ grade: 'free' })
  // The clocks there went back the day before: seven o’clock now comes an hour later in UTC.
  expect(judgeCall(cal, settings, at('2026-11-02T06:59', 'America/Los_Angeles'), losAngeles).grade).toBe('blocked')
  expect(judgeCall(cal, settings, at('2026-11-02T07:00', 'America/Los_Angeles'), losAngeles).grade).toBe('discouraged')
})

test('KN-205 hours in which the customer wants no call block, over midnight and by weekday too', () => {
  const nap = { noCall: [{ from: '14:30', to: '16:00' }] }
  expect(judge('2026-11-18T14:29', nap).grade).toBe('free')
  expect(judge('2026-11-18T14:30', nap)).toMatchObject({ reasons: ['customer_no_call'], outcome: 'refuse' })
  expect(judge('2026-11-18T16:00', nap).grade).toBe('free')
  expect(judgeCall(cal, settings, at('2026-11-18T15:00'), nap, 'emergency').outcome).toBe('warn')

  const nightShift = { noCall: [{ from: '20:00', to: '15:00', days: [2] }] }
  expect(judge('2026-11-17T19:59', nightShift).grade).toBe('free')
  expect(judge('2026-11-17T20:00', nightShift).grade).toBe('blocked')
  expect(judge('2026-11-18T14:59', nightShift).grade).toBe('blocked')
  expect(judge('2026-11-18T15:00', nightShift).grade).toBe('free')
  expect(judge('2026-11-18T20:00', nightShift).grade).toBe('free')
  expect(judge('2026-11-19T14:30', nightShift).grade).toBe('free')

  const sundayInto = { noCall: [{ from: '21:00', to: '15:00', days: [7] }] }
  expect(judge('2026-11-23T14:30', sundayInto).reasons).toEqual(['customer_no_call'])

  const allWednesday = { noCall: [{ from: '00:00', to: '00:00', days: [3] }] }
  expect(judge('2026-11-18T21:00', allWednesday).grade).toBe('blocked')
  expect(judge('2026-11-19T14:30', allWednesday).grade).toBe('free')
})

test('KN-205 every time is a setting', () => {
  const own = CallHoursSettings.parse({
    dayFrom: '08:00',
    dayTo: '21:00',
    noonBreak: { from: '12:30', to: '13:00' },
    meals: [],
    mondayMorning: { from: '09:00', to: '10:00' },
    fridayAfternoon: { from: '16:00', to: '17:00' },
    firstWorkMinutes: 0,
  })
  const gradeAt = (local: string) => judgeCall(cal, own, at(local)).grade
  expect(gradeAt('2026-11-18T07:30')).toBe('blocked')
  expect(gradeAt('2026-11-18T21:00')).toBe('blocked')
  expect(gradeAt('2026-11-18T12:00')).toBe('free')
  expect(gradeAt('2026-11-18T12:45')).toBe('blocked')
  expect(gradeAt('2026-11-18T18:30')).toBe('free')
  expect(gradeAt('2026-11-18T09:30')).toBe('free')
  expect(gradeAt('2026-11-23T10:30')).toBe('free')
  expect(gradeAt('2026-11-20T15:00')).toBe('free')
  expect(CallHoursSettings.safeParse({ noonBreak: { from: '14:00', to: '12:00' } }).success).toBe(false)
  expect(NoCallHours.safeParse({ from: '20:00', to: '08:00', days: [8] }).success).toBe(false)
})

test.each([
  ['2026-11-18T15:20', '2026-11-18T15:20'],
  ['2026-11-18T05:00', '2026-11-18T07:00'],
  ['2026-11-18T09:30', '2026-11-18T11:00'],
  ['2026-11-18T12:10', '2026-11-18T14:00'],
  ['2026-11-18T22:00', '2026-11-19T07:00'],
  ['2026-11-20T15:00', '2026-11-20T19:00'],
  ['2026-11-20T22:30', '2026-11-23T14:00'],
  ['2026-09-30T22:00', '2026-10-08T07:00'],
])('KN-205 from %s the next free time is %s', (now, free) => {
  expect(nextFreeTime(cal, settings, at(now))).toBe(at(free))
})

test('KN-205 a time is found at the end of every window that is set', () => {
  const noMeals = CallHoursSettings.parse({ meals: [] })
  expect(nextFreeTime(cal, noMeals, at('2026-11-20T15:00'))).toBe(at('2026-11-20T18:00'))
  const nap = { noCall: [{ from: '14:00', to: '16:20' }] }
  expect(nextFreeTime(cal, settings, at('2026-11-18T12:30'), nap)).toBe(at('2026-11-18T16:20'))
})

test('KN-205 a message on a holiday evening may go the next morning, though the next free time is days away', () => {
  const now = at('2026-10-01T22:30')
  expect(nextAllowedTime(cal, settings, now)).toBe(at('2026-10-02T07:00'))
  expect(nextAllowedTime(cal, settings, at('2026-10-01T15:00'))).toBe(at('2026-10-01T15:00'))
})

test('KN-205 who wants no call at any hour has no free time', () => {
  const never = { noCall: [{ from: '00:00', to: '00:00' }] }
  expect(nextFreeTime(cal, settings, at('2026-11-18T15:00'), never)).toBeNull()
  expect(nextAllowedTime(cal, settings, at('2026-11-18T15:00'), never)).toBeNull()
})

const instant = fc
  .integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2026, 11, 1) })
  .map((ms) => Temporal.Instant.fromEpochMilliseconds(ms).toString({ fractionalSecondDigits: 3 }))
const time = fc.integer({ min: 0, max: 95 }).map((quarter) =>
  Temporal.PlainTime.from('00:00')
    .add({ minutes: quarter * 15 })
    .toString({ smallestUnit: 'minute' }),
)
const person = fc.record({
  timeZone: fc.constantFrom('Asia/Shanghai', 'America/New_York', 'Europe/London', 'Asia/Kolkata'),
  noCall: fc.array(
    fc.record({ from: time, to: time, days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }) }),
    {
      maxLength: 2,
    },
  ),
})

test('KN-205 the next free time is free, not in the past, and nothing before it is free', () => {
  fc.assert(
    fc.property(instant, person, fc.double({ min: 0, max: 1, noNaN: true }), (now, who, part) => {
      const free = nextFreeTime(cal, settings, now, who)
      if (free === null) return
      expect(free >= now).toBe(true)
      expect(judgeCall(cal, settings, free, who).grade).toBe('free')
      const [from, to] = [Date.parse(now), Date.parse(free)]
      if (to <= from) return
      const between = new Date(Math.min(to - 1, Math.floor(from + (to - from) * part))).toISOString()
      expect(judgeCall(cal, settings, between, who).grade).not.toBe('free')
    }),
    { numRuns: 300 },
  )
})
