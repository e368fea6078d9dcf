import { expect, test } from 'vitest'
import { dueAt, type Span } from '#platform/calendar/due.rules.ts'
import { DEFAULT_SETTINGS } from '#platform/settings/settings.ts'
import { at, bare, cal, cal2027 } from '#test/work-calendars.ts'
import { headAppearsBy, holdingReplyAt, progressSpan, quietUntil, reopenUntil } from './case-times.rules.ts'
import { dayBeforeWindow } from './hot/hot.rules.ts'

const setting = DEFAULT_SETTINGS
const timed = { calendar: cal, settings: setting }

const SPANS = {
  'CP-094 major report': { kind: 'workingDays', n: setting.get('clock.majorReportWorkingDays') },
  'CP-100 hot report': { kind: 'calendarDays', n: setting.get('complaint.hotReportDays') },
  'CP-101 topic report': { kind: 'calendarDays', n: setting.get('complaint.topicReportDays') },
  'CP-065 progress': progressSpan({ flags: [], external: false }, setting),
  'CP-065 urgent progress': progressSpan({ flags: ['online', 'hot'], external: false }, setting),
  'CP-065 progress of an outside body': progressSpan({ flags: [], external: true }, setting),
  'CP-120b quiet week': { kind: 'calendarDays', n: setting.get('complaint.quietDays') },
} as const satisfies Record<string, Span>

test.each([
  // the examples of the rules
  ['CP-094 major report', '2026-11-20 15:00', '2026-11-23 18:00'],
  ['CP-100 hot report', '2026-11-20 09:00', '2026-11-27 24:00'],
  ['CP-120b quiet week', '2026-11-20 10:00', '2026-11-27 24:00'],
  ['CP-120b quiet week', '2026-11-20 23:59', '2026-11-27 24:00'],
  ['CP-101 topic report', '2026-11-20 16:30', '2026-11-27 24:00'],
  ['CP-065 progress', '2026-11-20 16:30', '2026-11-25 18:00'],
  ['CP-065 urgent progress', '2026-11-20 16:30', '2026-11-23 18:00'],
  ['CP-065 progress of an outside body', '2026-11-20 16:30', '2026-11-27 24:00'],
  // New Year 2026: 1 to 3 January off, Sunday the 4th made up
  ['CP-094 major report', '2025-12-31 15:00', '2026-01-04 18:00'],
  ['CP-065 progress', '2025-12-31 15:00', '2026-01-06 18:00'],
  ['CP-100 hot report', '2025-12-31 15:00', '2026-01-07 24:00'],
  ['CP-120b quiet week', '2025-12-28 15:00', '2026-01-04 24:00'],
  // Spring Festival 2026: Saturday 14 February made up, 15 to 23 off, Saturday 28 made up
  ['CP-094 major report', '2026-02-13 15:00', '2026-02-14 18:00'],
  ['CP-094 major report', '2026-02-14 15:00', '2026-02-24 18:00'],
  ['CP-094 major report', '2026-02-18 15:00', '2026-02-24 18:00'],
  ['CP-094 major report', '2026-02-27 15:00', '2026-02-28 18:00'],
  ['CP-065 progress', '2026-02-13 15:00', '2026-02-25 18:00'],
  ['CP-065 urgent progress', '2026-02-15 15:00', '2026-02-24 18:00'],
  ['CP-100 hot report', '2026-02-14 15:00', '2026-02-21 24:00'],
  ['CP-065 progress of an outside body', '2026-02-16 15:00', '2026-02-23 24:00'],
  // month end, the 31st, and a leap day
  ['CP-100 hot report', '2026-08-31 10:00', '2026-09-07 24:00'],
  ['CP-120b quiet week', '2026-10-31 10:00', '2026-11-07 24:00'],
  ['CP-094 major report', '2026-07-31 10:00', '2026-08-03 18:00'],
  ['CP-100 hot report', '2028-02-22 10:00', '2028-02-29 24:00'],
  ['CP-120b quiet week', '2028-02-29 10:00', '2028-03-07 24:00'],
] as const)('%s that starts %s is due %s', (clock, start, due) => {
  expect(dueAt(cal, at(start), SPANS[clock]).due).toBe(at(due))
})

test.each([
  ['CP-094 major report', '2026-12-31 15:00', '2027-01-04 18:00'],
  ['CP-094 major report', '2027-01-29 15:00', '2027-01-31 18:00'],
  ['CP-094 major report', '2027-02-04 15:00', '2027-02-14 18:00'],
  ['CP-065 progress', '2027-02-03 15:00', '2027-02-15 18:00'],
  ['CP-100 hot report', '2027-02-04 15:00', '2027-02-11 24:00'],
] as const)('%s across the entered days of 2027: from %s to %s', (clock, start, due) => {
  expect(dueAt(cal2027, at(start), SPANS[clock])).toEqual({ due: at(due), missing: false })
})

test('CP-072 clocks of working days in a year that nobody has entered say so, clocks of calendar days never', () => {
  for (const [clock, span] of Object.entries(SPANS)) {
    const { missing } = dueAt(cal, at('2026-12-31 15:00'), span)
    expect(missing, clock).toBe(span.kind === 'workingDays')
    expect(dueAt(bare, at('2026-11-20 15:00'), span).missing, clock).toBe(span.kind === 'workingDays')
  }
})

test.each([
  ['2026-11-20 16:40', '2026-11-20 24:00'],
  ['2026-11-20 19:59', '2026-11-20 24:00'],
  ['2026-11-20 20:00', '2026-11-21 12:00'],
  ['2026-11-20 23:59', '2026-11-21 12:00'],
  ['2026-11-21 00:00', '2026-11-21 24:00'],
  ['2026-12-31 21:00', '2027-01-01 12:00'],
  ['2026-02-16 10:00', '2026-02-16 24:00'],
  ['2028-02-29 22:00', '2028-03-01 12:00'],
])('CP-024 of what is received %s the head has met the customer by %s', (received, by) => {
  expect(headAppearsBy(at(received), timed)).toBe(at(by))
})

test.each([
  ['2026-10-24 10:00', '2026-11-23 24:00'],
  ['2026-10-25 23:59', '2026-11-24 24:00'],
  ['2026-12-31 10:00', '2027-01-30 24:00'],
  ['2027-01-31 10:00', '2027-02-28 24:00'],
  ['2028-01-30 10:00', '2028-02-29 24:00'],
  ['2028-02-29 10:00', '2028-03-28 24:00'],
])('CP-125 what was closed %s is reopened until %s', (closed, until) => {
  expect(reopenUntil(at(closed), timed)).toBe(at(until))
})

test('CP-125 reopening and the window of the hot ones count a month alike', () => {
  const closed = '2026-10-25'
  expect(dayBeforeWindow('2026-11-24', 1) < closed).toBe(true)
  expect(reopenUntil(at(`${closed} 10:00`), timed) > at('2026-11-24 23:59')).toBe(true)
})

test.each([
  ['2026-11-24 18:00', '2026-11-24 16:00'],
  ['2026-11-20 24:00', '2026-11-20 16:00'],
  ['2026-11-23 10:00', '2026-11-20 17:00'],
  ['2026-11-22 24:00', '2026-11-20 16:00'],
  ['2026-02-23 24:00', '2026-02-14 16:00'],
  ['2026-01-04 10:00', '2025-12-31 17:00'],
])('CP-113 with a deadline at %s the holding reply goes out at %s', (deadline, due) => {
  expect(holdingReplyAt(at('2025-12-01 09:00'), at(deadline), timed)).toBe(at(due))
})

test('CP-113 the holding reply never goes out before the review was asked for', () => {
  const asked = at('2026-11-20 17:30')
  expect(holdingReplyAt(asked, at('2026-11-20 24:00'), timed)).toBe(asked)
})

test('CP-065 what is urgent stays so while others work on it', () => {
  const daily = { kind: 'workingDays', n: 1 }
  for (const flag of ['major', 'majorSuspected', 'hot', 'extremeRisk'])
    for (const external of [true, false]) expect(progressSpan({ flags: [flag], external }, setting)).toEqual(daily)
  expect(progressSpan({ flags: ['online', 'wideImpact'], external: false }, setting)).toEqual({
    kind: 'workingDays',
    n: 3,
  })
})

test.each([
  ['2026-11-20 10:00', '2026-11-27 24:00'],
  ['2026-02-14 23:59', '2026-02-21 24:00'],
  ['2028-02-22 00:00', '2028-02-29 24:00'],
])('CP-120b what ended %s closes %s, not so many hours later', (ended, closes) => {
  expect(quietUntil(at(ended), timed)).toBe(at(closes))
})
