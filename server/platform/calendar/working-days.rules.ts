import { Temporal } from 'temporal-polyfill'
import { isWorkingDay, type WorkCalendar } from '#contract/rules/work-calendar.ts'
import type { Instant, LocalDate, LocalTime } from '#contract/values.ts'
import { addDays } from './dates.rules.ts'
import { instantOf, millisecondsOf } from './instants.rules.ts'

export { isWorkingDay, type WorkCalendar }

/** `missing` is W_CALENDAR_MISSING: days past the maintained data were counted as weekends only (FD-005). */
export type WorkingDate = { date: LocalDate; missing: boolean }
export type WorkingInstant = { instant: Instant; missing: boolean }

/** FD-005: whether a date lies past the maintained calendar, so that its holidays are unknown. */
export const isBeyondCalendar = (cal: WorkCalendar, date: LocalDate): boolean =>
  cal.knownThrough === null || date > cal.knownThrough

const wholeNumber = (n: number) => {
  if (!Number.isInteger(n)) throw new RangeError(`must be a whole number: ${n}`)
}

/**
 * FD-005: the n-th working day after `date`, `date` itself not counted; before it when `n` is negative.
 * With 0 the date itself, working or not.
 */
export const addWorkingDays = (cal: WorkCalendar, date: LocalDate, n: number): WorkingDate => {
  wholeNumber(n)
  const step = n < 0 ? -1 : 1
  let day = date
  for (let left = Math.abs(n); left > 0; ) {
    day = addDays(day, step)
    if (isWorkingDay(cal, day)) left -= 1
  }
  return { date: day, missing: n !== 0 && isBeyondCalendar(cal, n > 0 ? day : addDays(date, -1)) }
}

/** The date itself when it is a working day, else the last one before it (CP-128a, VS-032, VS-050). */
export const workingDayOnOrBefore = (cal: WorkCalendar, date: LocalDate): WorkingDate => {
  const found = isWorkingDay(cal, date) ? date : addWorkingDays(cal, date, -1).date
  return { date: found, missing: isBeyondCalendar(cal, date) }
}

/** The date itself when it is a working day, else the first one after it. */
export const workingDayOnOrAfter = (cal: WorkCalendar, date: LocalDate): WorkingDate => {
  const found = isWorkingDay(cal, date) ? date : addWorkingDays(cal, date, 1).date
  return { date: found, missing: isBeyondCalendar(cal, found) }
}

/** Working days after `from` up to and including `to`; negative when `to` is earlier. Undoes `addWorkingDays`. */
export const workingDaysBetween = (cal: WorkCalendar, from: LocalDate, to: LocalDate): number => {
  if (to < from) return -workingDaysBetween(cal, addDays(to, -1), addDays(from, -1))
  let count = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(cal, day)) count += 1
  return count
}

const zoned = (cal: WorkCalendar, instant: Instant) => Temporal.Instant.from(instant).toZonedDateTimeISO(cal.timeZone)

export const localDateOf = (cal: WorkCalendar, instant: Instant): LocalDate =>
  zoned(cal, instant).toPlainDate().toString()

/** The local clock, cut to the minute. */
export const localTimeOf = (cal: WorkCalendar, instant: Instant): LocalTime =>
  zoned(cal, instant).toPlainTime().toString({ smallestUnit: 'minute' })

/** The instant of a local date and clock time. A time that a clock change skips moves forward with the clock. */
export const instantAt = (cal: WorkCalendar, date: LocalDate, time: LocalTime): Instant =>
  instantOf(millisecondsAt(cal, date, time))

const millisecondsAt = (cal: WorkCalendar, date: LocalDate, plainTime?: LocalTime): number =>
  Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: cal.timeZone, plainTime }).epochMilliseconds

/** CP-073: 24:00 of a local date, that is 00:00 of the next. */
export const endOfDate = (cal: WorkCalendar, date: LocalDate): Instant =>
  instantOf(millisecondsAt(cal, addDays(date, 1)))

/** CP-073: 24:00 of the local day in which the instant lies. Midnight belongs to the day it opens. */
export const endOfLocalDay = (cal: WorkCalendar, instant: Instant): Instant => endOfDate(cal, localDateOf(cal, instant))

/** CP-072: the end of working hours on a date, whether or not it is a working day. */
export const closeOfBusiness = (cal: WorkCalendar, date: LocalDate): Instant => instantAt(cal, date, cal.workEnd)

/** Working hours of a date in milliseconds since 1970; null on a day off. */
const workingSpanOf = (cal: WorkCalendar, date: LocalDate): { start: number; end: number } | null => {
  if (cal.workStart >= cal.workEnd) throw new RangeError(`working hours must end after they start: ${cal.workStart}`)
  if (!isWorkingDay(cal, date)) return null
  return { start: millisecondsAt(cal, date, cal.workStart), end: millisecondsAt(cal, date, cal.workEnd) }
}

/** CP-077: working day, from `workStart` included to `workEnd` excluded. */
export const isWorkingTime = (cal: WorkCalendar, instant: Instant): boolean => {
  const span = workingSpanOf(cal, localDateOf(cal, instant))
  const at = millisecondsOf(instant)
  return span !== null && span.start <= at && at < span.end
}

const MINUTE = 60_000

/**
 * The earliest instant by which `minutes` of working time have passed since `instant`.
 * Negative minutes count back: the latest instant from which so much working time is left (CP-113).
 */
export const addWorkingMinutes = (cal: WorkCalendar, instant: Instant, minutes: number): WorkingInstant => {
  if (!Number.isInteger(minutes)) throw new RangeError(`minutes must be a whole number: ${minutes}`)
  if (minutes === 0) return { instant, missing: false }
  const forward = minutes > 0
  const origin = millisecondsOf(instant)
  const firstDay = localDateOf(cal, instant)
  let left = Math.abs(minutes) * MINUTE
  for (let day = firstDay; ; day = addDays(day, forward ? 1 : -1)) {
    const span = workingSpanOf(cal, day)
    if (!span) continue
    const start = forward ? Math.max(span.start, origin) : span.start
    const end = forward ? span.end : Math.min(span.end, origin)
    const room = Math.max(0, end - start)
    if (room >= left) {
      const missing = isBeyondCalendar(cal, forward ? day : firstDay)
      return { instant: instantOf(forward ? start + left : end - left), missing }
    }
    left -= room
  }
}

/** Working time in minutes, with a fraction for parts of a minute; negative when `to` is earlier. */
export const workingMinutesBetween = (cal: WorkCalendar, from: Instant, to: Instant): number => {
  if (to < from) return -workingMinutesBetween(cal, to, from)
  const [start, end] = [millisecondsOf(from), millisecondsOf(to)]
  const lastDay = localDateOf(cal, to)
  let sum = 0
  for (let day = localDateOf(cal, from); day <= lastDay; day = addDays(day, 1)) {
    const span = workingSpanOf(cal, day)
    if (span) sum += Math.max(0, Math.min(span.end, end) - Math.max(span.start, start))
  }
  return sum / MINUTE
}
