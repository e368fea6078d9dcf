import { z } from 'zod'
import { Instant } from '#contract/values.ts'
import { addDays, periodEnd } from './dates.rules.ts'
import { instantOf, millisecondsOf, plusMilliseconds } from './instants.rules.ts'
import {
  addWorkingDays,
  addWorkingMinutes,
  closeOfBusiness,
  endOfDate,
  endOfLocalDay,
  isBeyondCalendar,
  isWorkingDay,
  localDateOf,
  type WorkCalendar,
} from './working-days.rules.ts'

const count = (least: number) => z.number().int().min(least).max(100_000)

/** How long a clock runs, as a value, so that every deadline can be a setting. What each kind means: `dueAt`. */
export const Span = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('sameDay') }),
  z.object({ kind: z.literal('workingDays'), n: count(1) }),
  z.object({ kind: z.literal('calendarDays'), n: count(0) }),
  z.object({ kind: z.literal('minutes'), n: count(0), working: z.boolean().optional() }),
  z.object({ kind: z.literal('until'), at: Instant, weekendsOnly: z.boolean().optional() }),
  z.object({ kind: z.literal('nextWorkingDayEnd') }),
  z.object({ kind: z.literal('calendarMonth'), n: count(1) }),
])
export type Span = z.infer<typeof Span>

/** `missing` is W_CALENDAR_MISSING: the due time leans on days whose holidays nobody has entered. */
export type Due = { due: Instant; missing: boolean }

const sure = (due: Instant): Due => ({ due, missing: false })

/**
 * When a clock that starts at `start` is due. Local days are those of the calendar's time zone.
 * - `sameDay` (CP-073): 24:00 of the local day, days off too.
 * - `workingDays` n (CP-072): close of business of the n-th working day, the day of the start being day 0.
 * - `calendarDays` n (CP-100, CP-120b): 24:00 of day n, the day of the start being day 0.
 * - `minutes` n: elapsed, or of working time when `working`.
 * - `until`: that instant, even when it lies before the start; `weekendsOnly` when whoever reckoned it knew no days off.
 * - `nextWorkingDayEnd` (CP-075): 24:00 of the day on which work goes on after the start: today while the
 *   working day is not over, else the next working day.
 * - `calendarMonth` n: 24:00 of the last day of the period of FD-001, so that "within a month" of 24 October
 *   ends with 23 November, as CP-096 counts it.
 */
export const dueAt = (cal: WorkCalendar, start: Instant, span: Span): Due => {
  switch (span.kind) {
    case 'sameDay':
      return sure(endOfLocalDay(cal, start))
    case 'workingDays':
      return closeOfWorkingDay(cal, localDateOf(cal, start), span.n)
    case 'calendarDays':
      return sure(endOfDate(cal, addDays(localDateOf(cal, start), span.n)))
    case 'minutes': {
      if (!span.working) return sure(plusMilliseconds(start, span.n * 60_000))
      const { instant, missing } = addWorkingMinutes(cal, start, span.n)
      return { due: instant, missing }
    }
    case 'until':
      return { due: span.at, missing: span.weekendsOnly ?? false }
    case 'nextWorkingDayEnd':
      return endOfDayWorkGoesOn(cal, start)
    case 'calendarMonth':
      return sure(endOfDate(cal, periodEnd(localDateOf(cal, start), span.n)))
  }
}

const closeOfWorkingDay = (cal: WorkCalendar, day0: string, n: number): Due => {
  // Close of business of day 0 may lie before the start: a span of no working days is a fault.
  if (n < 1) throw new RangeError(`a clock needs at least one working day: ${n}`)
  const { date, missing } = addWorkingDays(cal, day0, n)
  return { due: closeOfBusiness(cal, date), missing }
}

const endOfDayWorkGoesOn = (cal: WorkCalendar, start: Instant): Due => {
  const today = localDateOf(cal, start)
  if (isWorkingDay(cal, today) && start < closeOfBusiness(cal, today)) {
    return { due: endOfDate(cal, today), missing: isBeyondCalendar(cal, today) }
  }
  const { date, missing } = addWorkingDays(cal, today, 1)
  return { due: endOfDate(cal, date), missing }
}

/**
 * CP-082: the instants at which handler and owner are warned, earliest first; default 50 % and 80 % of the time.
 * Plain elapsed time: the calendar stands in the signature of every clock rule and is not asked here.
 * Fractions outside 0…1 and a clock without any time give no warning.
 */
export const warnTimes = (
  _cal: WorkCalendar,
  start: Instant,
  due: Instant,
  fractions: readonly number[] = [0.5, 0.8],
): Instant[] => {
  const from = millisecondsOf(start)
  const to = millisecondsOf(due)
  const times = fractions.map((fraction) => Math.round(from + (to - from) * fraction))
  return [...new Set(times)]
    .filter((at) => from < at && at < to)
    .sort((a, b) => a - b)
    .map(instantOf)
}

/**
 * CP-082: when a breach reaches the quality department: close of business of the working day after the day on
 * which the clock was due. A clock due at 24:00 was due on the day that ended then.
 */
export const oneWorkingDayAfter = (cal: WorkCalendar, due: Instant): Due =>
  closeOfWorkingDay(cal, localDateOf(cal, plusMilliseconds(due, -1)), 1)
