import { Temporal } from 'temporal-polyfill'
import type { LocalDate } from '#contract/values.ts'
import { addDays, daysBetween } from '#platform/calendar/dates.rules.ts'
import { statMonthOf, statPeriod } from '../report-clocks.rules.ts'

/** Both days are included. */
export type Span = { from: LocalDate; to: LocalDate }

/** A cut-off day that every month has as its last one: statistical months are calendar months then. */
export const CALENDAR = 31

const spanOf = (month: Temporal.PlainYearMonth, statCutoffDay: number): Span =>
  statPeriod(month.toString(), { statCutoffDay })

const monthOf = (date: LocalDate, statCutoffDay: number): Temporal.PlainYearMonth =>
  Temporal.PlainYearMonth.from(statMonthOf(date, { statCutoffDay }))

/** CP-128b: the statistical month in which a day lies; with cut-off day 25 it runs from the 26th to the 25th. */
export const statMonth = (date: LocalDate, cutoffDay: number): Span => spanOf(monthOf(date, cutoffDay), cutoffDay)

/** The statistical month of the day and those before it, `count` in all, oldest first. */
export const statMonthsUntil = (date: LocalDate, count: number, cutoffDay: number): Span[] => {
  const last = monthOf(date, cutoffDay)
  return Array.from({ length: count }, (_, i) => spanOf(last.subtract({ months: count - 1 - i }), cutoffDay))
}

/**
 * What stands before a period to compare it with: as many statistical months before whole statistical months, as many
 * calendar months before whole calendar months, else as many days. It always ends on the day before the period.
 */
export const periodBefore = ({ from, to }: Span, cutoffDay: number): Span => {
  const end = addDays(from, -1)
  for (const cutoff of [cutoffDay, CALENDAR]) {
    const [first, last] = [monthOf(from, cutoff), monthOf(to, cutoff)]
    if (spanOf(first, cutoff).from !== from || spanOf(last, cutoff).to !== to) continue
    const months = last.year * 12 + last.month - (first.year * 12 + first.month) + 1
    return { from: spanOf(first.subtract({ months }), cutoff).from, to: end }
  }
  return { from: addDays(from, -daysBetween(from, to) - 1), to: end }
}

/** Longer than a quarter there is no period that many like it lie before. */
const COMPARED_DAYS = 100

/** CP-132: periods like this one before it, at most `count`, newest first; none that begins before the first complaint. */
export const periodsBefore = (period: Span, count: number, cutoffDay: number, first: LocalDate | null): Span[] => {
  const found: Span[] = []
  if (first === null || daysBetween(period.from, period.to) > COMPARED_DAYS) return found
  let last = period
  while (found.length < count) {
    last = periodBefore(last, cutoffDay)
    if (last.from < first) break
    found.push(last)
  }
  return found
}

/** Days of the period that are over and on which the estate was there already: on each a tally was owed (K8). */
export const daysOwed = ({ from, to }: Span, since: LocalDate, today: LocalDate): number => {
  const first = since > from ? since : from
  const last = to < today ? to : addDays(today, -1)
  return first > last ? 0 : daysBetween(first, last) + 1
}

/** Months (YYYY-MM) of which a publication was due on a day of the period that is over (CP-139, K14). */
export const publicationsOwed = (
  { from, to }: Span,
  publishDay: number,
  since: LocalDate,
  today: LocalDate,
): string[] => {
  const found: string[] = []
  const first = Temporal.PlainDate.from(from).toPlainYearMonth()
  for (let month = first; month.toPlainDate({ day: 1 }).toString() <= to; month = month.add({ months: 1 })) {
    const due = month.toPlainDate({ day: Math.min(publishDay, month.daysInMonth) }).toString()
    const about = month.subtract({ months: 1 })
    const over = due >= from && due <= to && due < today
    if (over && about.toPlainDate({ day: about.daysInMonth }).toString() >= since) found.push(about.toString())
  }
  return found
}
