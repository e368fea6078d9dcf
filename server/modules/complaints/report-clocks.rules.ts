import { Temporal } from 'temporal-polyfill'
import type { Instant, LocalDate } from '#contract/values.ts'
import { addDays } from '#platform/calendar/dates.rules.ts'
import type { Due } from '#platform/calendar/due.rules.ts'
import {
  closeOfBusiness,
  endOfDate,
  type WorkCalendar,
  workingDayOnOrBefore,
} from '#platform/calendar/working-days.rules.ts'

/** Days of the month; each is a setting `complaint.<name>` of the estate. */
export type ReportDays = {
  /** CP-128a; default 28. */
  reportDay: number
  /** CP-128a; default 25 and 27. */
  reportWarnDays: readonly number[]
  /** CP-128b; default 25. */
  statCutoffDay: number
}
type CutoffDay = Pick<ReportDays, 'statCutoffDay'>

/** A calendar month, `YYYY-MM`. */
export type Month = string
export type Quarter = { year: number; quarter: 1 | 2 | 3 | 4 }
/** Both days included. */
export type StatPeriod = { from: LocalDate; to: LocalDate }
export type ReportDue = Due & {
  /** CP-128a: the internal target, never after the limit. */
  target: Instant
  /** Local days on which somebody is reminded, oldest first, none after the day of the limit. */
  warnOn: LocalDate[]
  /** CP-128b, CP-129: the days it covers, both included. */
  period: StatPeriod
}

const earlier = <T extends string>(a: T, b: T): T => (b < a ? b : a)

/** A day of a month; the last one where the month is too short for it. */
const dayOf = (month: Temporal.PlainYearMonth, day: number): LocalDate =>
  month.toPlainDate({ day: Math.min(day, month.daysInMonth) }).toString()

/**
 * CP-128b: the days that a month's statistics cover, from the day after the last cut-off to this one. A month that lacks
 * the cut-off day is cut at its end, so that periods follow each other without a gap.
 */
export const statPeriod = (month: Month, { statCutoffDay }: CutoffDay): StatPeriod => {
  const of = Temporal.PlainYearMonth.from(month)
  return { from: addDays(dayOf(of.subtract({ months: 1 }), statCutoffDay), 1), to: dayOf(of, statCutoffDay) }
}

/** CP-128b: the month in whose statistics a day counts. */
export const statMonthOf = (date: LocalDate, cutoff: CutoffDay): Month => {
  const month = Temporal.PlainDate.from(date).toPlainYearMonth()
  return (date <= statPeriod(month.toString(), cutoff).to ? month : month.add({ months: 1 })).toString()
}

/**
 * CP-128a: the limit of a month's report is the close of business of the report day, or of the last working day before
 * it; the target is 24:00 of the day before the report day. `cal.workEnd` is the close of business
 * (`hours.closeOfBusiness`). Where the cut-off lies on or after the report day, the report is due in the month after:
 * nobody can write it sooner.
 */
export const monthlyReportDue = (cal: WorkCalendar, month: Month, days: ReportDays): ReportDue => {
  const own = Temporal.PlainYearMonth.from(month)
  const period = statPeriod(month, days)
  const written = period.to < dayOf(own, days.reportDay) ? own : own.add({ months: 1 })
  const day = dayOf(written, days.reportDay)
  const { date, missing } = workingDayOnOrBefore(cal, day)
  const due = closeOfBusiness(cal, date)
  const warnOn = new Set(days.reportWarnDays.map((warn) => earlier(dayOf(written, warn), date)))
  return { due, missing, target: earlier(endOfDate(cal, addDays(day, -1)), due), warnOn: [...warnOn].sort(), period }
}

const lastMonthOf = ({ year, quarter }: Quarter): Temporal.PlainYearMonth =>
  Temporal.PlainYearMonth.from({ year, month: quarter * 3 })

/** CP-129: the three periods of a quarter together. */
export const quarterPeriod = (quarter: Quarter, cutoff: CutoffDay): StatPeriod => {
  const last = lastMonthOf(quarter)
  const first = last.subtract({ months: 2 })
  return { from: statPeriod(first.toString(), cutoff).from, to: statPeriod(last.toString(), cutoff).to }
}

/** CP-129, CP-130: due with the monthly report of the quarter's last month; it covers the three of them. */
export const quarterlyReportDue = (cal: WorkCalendar, quarter: Quarter, days: ReportDays): ReportDue => ({
  ...monthlyReportDue(cal, lastMonthOf(quarter).toString(), days),
  period: quarterPeriod(quarter, days),
})

/** CP-129, CP-160: `fromM2` square metres of floor area or more (`complaint.largeCentreM2`), or built in phases. */
export const isLargeCentre = (centre: { floorAreaM2: number; inPhases: boolean }, fromM2: number): boolean =>
  centre.inPhases || centre.floorAreaM2 >= fromM2

/** CP-139: 24:00 of `publishDay` (`complaint.publishDay`, default 5) of the month after; days off too. */
export const publicationDue = (cal: WorkCalendar, month: Month, publishDay: number): Instant =>
  endOfDate(cal, dayOf(Temporal.PlainYearMonth.from(month).add({ months: 1 }), publishDay))
