import { Temporal } from 'temporal-polyfill'
import type { Instant, LocalDate, LocalTime } from '#contract/values.ts'

/** A stretch of time: `from` included, `to` excluded. */
export type Stretch = { from: Instant; to: Instant }
export type LocalTimes = { date: LocalDate; from: LocalTime; to: LocalTime; overMidnight: boolean }

const instantIn = (zone: string, date: Temporal.PlainDate, time?: LocalTime): Instant =>
  date.toZonedDateTime({ timeZone: zone, plainTime: time }).toInstant().toString({ fractionalSecondDigits: 3 })

/** 00:00 of a local day; where a clock change skips midnight, the first moment of the day. */
export const startOfDay = (zone: string, date: LocalDate): Instant => instantIn(zone, Temporal.PlainDate.from(date))

/**
 * The local words of a duty as instants. An hour that a clock change skips moves on with the clock, so that the duty
 * before it and the one after it still meet.
 */
export const stretchOf = (zone: string, { date, from, to, overMidnight }: LocalTimes): Stretch => {
  const day = Temporal.PlainDate.from(date)
  return { from: instantIn(zone, day, from), to: instantIn(zone, overMidnight ? day.add({ days: 1 }) : day, to) }
}

export const plusDays = (date: LocalDate, days: number): LocalDate =>
  Temporal.PlainDate.from(date).add({ days }).toString()

/** The Monday of the week in which a day lies. */
export const mondayOf = (date: LocalDate): LocalDate => {
  const day = Temporal.PlainDate.from(date)
  return day.subtract({ days: day.dayOfWeek - 1 }).toString()
}

/** The seven days of a week, across the ends of months and years. */
export const daysOfWeek = (weekStart: LocalDate): LocalDate[] =>
  Array.from({ length: 7 }, (_, i) => plusDays(weekStart, i))

export const localDay = (zone: string, at: Instant): LocalDate =>
  Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDate().toString()

/** Whether the times of a shift or duty make sense: over midnight exactly when the end is not after the start. */
export const timesFit = ({ from, to, overMidnight }: Omit<LocalTimes, 'date'>): boolean => overMidnight === to <= from
