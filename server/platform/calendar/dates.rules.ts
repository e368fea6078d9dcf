import { Temporal } from 'temporal-polyfill'
import type { LocalDate } from '#contract/values.ts'

/** Both ends included. */
export type Period = { start: LocalDate; end: LocalDate }

const whole = (n: number, least: number, what: string) => {
  if (!Number.isInteger(n) || n < least)
    throw new RangeError(`${what} must be a whole number of at least ${least}: ${n}`)
}

/**
 * The month a start stands for. A start on the 1st may stand for the month before, when that month is too
 * short for the anchor day (FD-003): 1 March with anchor 31 is the "31 February".
 */
const nominalMonth = (start: Temporal.PlainDate, anchorDay: number): Temporal.PlainYearMonth => {
  const month = start.toPlainYearMonth()
  if (start.day === anchorDay) return month
  const before = month.subtract({ months: 1 })
  if (start.day === 1 && before.daysInMonth < anchorDay && anchorDay <= 31) return before
  throw new RangeError(`${start.toString()} cannot start a period anchored on day ${anchorDay}`)
}

/**
 * The first day after `months` monthly periods (FD-001). Where the target month lacks the anchor day, the
 * 1st of the month after it (FD-002). Throws RangeError when `start` does not fit the anchor.
 */
export const anniversary = (start: LocalDate, months: number, anchorDay?: number): LocalDate => {
  whole(months, 0, 'months')
  const day = Temporal.PlainDate.from(start)
  const anchor = anchorDay ?? day.day
  const target = nominalMonth(day, anchor).add({ months })
  const date =
    anchor <= target.daysInMonth
      ? target.toPlainDate({ day: anchor })
      : target.add({ months: 1 }).toPlainDate({ day: 1 })
  return date.toString()
}

/**
 * FD-001, FD-002, FD-004: the last day of a period of `months` months, start day counted.
 * `anchorDay` (FD-003) is the start day of the first period of a chain; leave it out for a first period.
 */
export const periodEnd = (start: LocalDate, months: number, anchorDay?: number): LocalDate => {
  whole(months, 1, 'months')
  return addDays(anniversary(start, months, anchorDay), -1)
}

/** FD-003: `count` consecutive periods of `months` months (default 1) that keep the anchor day. */
export const periods = (
  start: LocalDate,
  count: number,
  options: { months?: number; anchorDay?: number } = {},
): Period[] => {
  whole(count, 0, 'count')
  const { months = 1, anchorDay } = options
  whole(months, 1, 'months')
  const starts = Array.from({ length: count }, (_, k) => anniversary(start, k * months, anchorDay))
  return starts.map((from, k) => ({
    start: from,
    end: addDays(starts[k + 1] ?? anniversary(start, count * months, anchorDay), -1),
  }))
}

/** Calendar days; `days` may be negative. */
export const addDays = (date: LocalDate, days: number): LocalDate =>
  Temporal.PlainDate.from(date).add({ days }).toString()

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number =>
  Temporal.PlainDate.from(from).until(to, { largestUnit: 'days' }).days
