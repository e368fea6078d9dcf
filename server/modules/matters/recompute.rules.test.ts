import { expect, test } from 'vitest'
import type { WorkCalendar } from '#platform/calendar/working-days.rules.ts'
import { planClock } from './clock.rules.ts'
import { type OpenClock, recompute } from './recompute.rules.ts'

const calendar = (days: [string, 'off' | 'work'][] = [], knownThrough: string | null = '2026-12-31'): WorkCalendar => ({
  timeZone: 'Asia/Shanghai',
  workStart: '09:00',
  workEnd: '18:00',
  days: new Map(days),
  knownThrough,
})
const ladder = { fractions: [0.5, 0.8], escalateWorkingDays: 1, escalates: true }
// a Friday morning
const start = '2026-11-20T02:00:00.000Z'
const clockOf = (span: OpenClock['span'], more: Partial<OpenClock> = {}): OpenClock => {
  const plan = planClock(calendar(), start, span, ladder)
  return {
    span,
    state: 'running',
    started_at: start,
    due_at: plan.dueAt,
    breached_at: null,
    calendar_missing: plan.calendarMissing,
    paused_ms: 0,
    step: 0,
    steps: plan.steps,
    ...more,
  }
}
const twoDays = { kind: 'workingDays', n: 2 } as const
const mondayOff = calendar([['2026-11-23', 'off']])

test('FD-005 a day off entered later moves a clock of working days, with all its steps', () => {
  const clock = clockOf(twoDays)
  expect(clock.due_at).toBe('2026-11-24T10:00:00.000Z')
  const moved = recompute(clock, mondayOff, ladder)
  expect(moved?.dueAt).toBe('2026-11-25T10:00:00.000Z')
  expect(moved?.steps).toEqual(planClock(mondayOff, start, twoDays, ladder).steps)
  expect(moved?.nextAt).toBe(moved?.steps[0]?.at)
})

test('a clock that does not lean on the calendar stays, and so does one whose days are untouched', () => {
  expect(recompute(clockOf({ kind: 'minutes', n: 30 }), calendar([['2026-11-24', 'off']]), ladder)).toBeUndefined()
  expect(
    recompute(clockOf({ kind: 'until', at: '2026-11-21T02:00:00.000Z' }), calendar([['2026-11-25', 'off']]), ladder),
  ).toBeUndefined()
  expect(recompute(clockOf(twoDays), calendar([['2026-12-01', 'off']]), ladder)).toBeUndefined()
  expect(recompute(clockOf(twoDays), calendar(), { ...ladder, fractions: [0.9] })).toBeUndefined()
})

test('a promise on the hour keeps its due time while its escalation moves with the working days', () => {
  const clock = clockOf({ kind: 'until', at: '2026-11-21T02:00:00.000Z' })
  const moved = recompute(clock, mondayOff, ladder)
  expect(moved?.dueAt).toBe(clock.due_at)
  expect(moved?.steps.at(-1)).toEqual({ at: '2026-11-24T10:00:00.000Z', do: 'escalate' })
})

test('CP-082 warnings already given are not given again and the time of a pause is added', () => {
  const first = clockOf(twoDays)
  const moved = recompute({ ...first, step: 1 }, mondayOff, ladder)
  expect(moved?.steps[0]).toEqual(first.steps[0])
  expect(moved?.steps.map((s) => s.do)).toEqual(['warn', 'warn', 'due', 'escalate'])
  expect(moved?.nextAt).toBe(moved?.steps[1]?.at)
  const paused = recompute(
    clockOf(twoDays, { paused_ms: 3_600_000, due_at: '2026-11-24T11:00:00.000Z' }),
    mondayOff,
    ladder,
  )
  expect(paused?.dueAt).toBe('2026-11-25T11:00:00.000Z')
  expect(recompute(clockOf(twoDays, { state: 'paused' }), mondayOff, ladder)?.nextAt).toBeNull()
})

test('a breach stays a breach: only the day on which it goes one step up can move', () => {
  const clock = clockOf(twoDays)
  const breached = { ...clock, state: 'breached', breached_at: clock.due_at, step: 3 }
  const moved = recompute(breached, calendar([['2026-11-25', 'off']]), ladder)
  expect(moved?.dueAt).toBe(clock.due_at)
  expect(moved?.steps.slice(0, 3)).toEqual(clock.steps.slice(0, 3))
  expect(moved?.nextAt).toBe('2026-11-26T10:00:00.000Z')
  expect(recompute(breached, mondayOff, ladder)).toBeUndefined()
})

test('FD-005 a year entered later takes the mark of a missing calendar away', () => {
  const clock = clockOf(twoDays)
  expect(recompute({ ...clock, calendar_missing: true }, calendar(), ladder)).toMatchObject({
    dueAt: clock.due_at,
    calendarMissing: false,
  })
  expect(recompute(clock, calendar([], '2026-11-22'), ladder)).toMatchObject({ calendarMissing: true })
})
