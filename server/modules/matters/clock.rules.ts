import type { Instant } from '#contract/values.ts'
import { dueAt, oneWorkingDayAfter, type Span, warnTimes } from '#platform/calendar/due.rules.ts'
import { millisecondsOf, plusMilliseconds } from '#platform/calendar/instants.rules.ts'
import {
  addWorkingDays,
  closeOfBusiness,
  localDateOf,
  type WorkCalendar,
} from '#platform/calendar/working-days.rules.ts'
import type { Step } from './clock-step.ts'

export type ClockPlan = { dueAt: Instant; calendarMissing: boolean; steps: Step[] }
export type LadderSettings = { fractions: readonly number[]; escalateWorkingDays: number; escalates: boolean }

/**
 * CP-082: the whole life of a clock, computed once at its start: warnings at fractions of the time, the due time,
 * and the day on which a breach goes one step up. Steps are sorted by time.
 */
export const planClock = (calendar: WorkCalendar, start: Instant, span: Span, ladder: LadderSettings): ClockPlan => {
  const { due, missing } = dueAt(calendar, start, span)
  const steps: Step[] = warnTimes(calendar, start, due, ladder.fractions).map((at) => ({ at, do: 'warn' }))
  steps.push({ at: due, do: 'due' })
  if (ladder.escalates) steps.push({ at: escalationAt(calendar, due, ladder.escalateWorkingDays), do: 'escalate' })
  return { dueAt: due, calendarMissing: missing, steps }
}

const escalationAt = (calendar: WorkCalendar, due: Instant, workingDays: number): Instant => {
  if (workingDays === 1) return oneWorkingDayAfter(calendar, due).due
  if (workingDays === 0) return plusMilliseconds(due, 1)
  const day = localDateOf(calendar, plusMilliseconds(due, -1))
  return closeOfBusiness(calendar, addWorkingDays(calendar, day, workingDays).date)
}

/** A pause moves everything that is still to come by its length; what has passed stays. */
export const shiftSteps = (steps: readonly Step[], done: number, byMs: number): Step[] =>
  steps.map((step, i) => (i < done ? step : { ...step, at: plusMilliseconds(step.at, byMs) }))

/** Milliseconds a pause has lasted, never more than its limit. */
export const pauseLength = (pausedAt: Instant, now: Instant, limitDays: number): number =>
  Math.min(Math.max(0, millisecondsOf(now) - millisecondsOf(pausedAt)), limitDays * 86_400_000)
