import { expect, test } from 'vitest'
import type { WorkCalendar } from '#platform/calendar/working-days.rules.ts'
import { pauseLength, planClock, shiftSteps } from './clock.rules.ts'

const calendar: WorkCalendar = {
  timeZone: 'Asia/Shanghai',
  workStart: '09:00',
  workEnd: '18:00',
  days: new Map([
    ['2026-10-10', 'work'],
    ...['01', '02', '05', '06', '07'].map((d): [string, 'off'] => [`2026-10-${d}`, 'off']),
  ]),
  knownThrough: '2026-12-31',
}
const ladder = { fractions: [0.5, 0.8], escalateWorkingDays: 1, escalates: true }

test('CP-082 a clock warns at half and at four fifths, is due, and goes up one working day later', () => {
  const plan = planClock(calendar, '2026-11-20T02:00:00.000Z', { kind: 'minutes', n: 100 }, ladder)
  expect(plan.steps).toEqual([
    { at: '2026-11-20T02:50:00.000Z', do: 'warn' },
    { at: '2026-11-20T03:20:00.000Z', do: 'warn' },
    { at: '2026-11-20T03:40:00.000Z', do: 'due' },
    // the working day after a Friday is Monday, until close of business
    { at: '2026-11-23T10:00:00.000Z', do: 'escalate' },
  ])
  expect(plan.dueAt).toBe('2026-11-20T03:40:00.000Z')
})

test('CP-072 two working days from the eve of the October holiday end after it', () => {
  const plan = planClock(calendar, '2026-09-30T09:00:00.000Z', { kind: 'workingDays', n: 2 }, ladder)
  expect(plan.dueAt).toBe('2026-10-09T10:00:00.000Z')
  expect(plan.calendarMissing).toBe(false)
})

test('FD-005 a clock that runs past the maintained calendar says so', () => {
  expect(planClock(calendar, '2026-12-31T02:00:00.000Z', { kind: 'workingDays', n: 2 }, ladder).calendarMissing).toBe(
    true,
  )
})

test('CP-082 a clock that nobody escalates has no step after its due time', () => {
  const plan = planClock(
    calendar,
    '2026-11-20T02:00:00.000Z',
    { kind: 'minutes', n: 15 },
    { ...ladder, escalates: false },
  )
  expect(plan.steps.at(-1)).toEqual({ at: plan.dueAt, do: 'due' })
})

test('a pause moves what is still to come and leaves what has passed', () => {
  const { steps } = planClock(calendar, '2026-11-20T02:00:00.000Z', { kind: 'minutes', n: 100 }, ladder)
  const moved = shiftSteps(steps, 1, 60_000)
  expect(moved[0]).toEqual(steps[0])
  expect(moved[2]?.at).toBe('2026-11-20T03:41:00.000Z')
})

test('a pause counts only up to its limit', () => {
  expect(pauseLength('2026-11-01T00:00:00.000Z', '2026-11-20T00:00:00.000Z', 7)).toBe(7 * 86_400_000)
  expect(pauseLength('2026-11-20T00:00:00.000Z', '2026-11-20T01:00:00.000Z', 7)).toBe(3_600_000)
})
