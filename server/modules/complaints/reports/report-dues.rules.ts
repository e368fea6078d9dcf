import { Temporal } from 'temporal-polyfill'
import type { PeriodReport } from '#contract/complaint-report-parts.ts'
import type { Instant, LocalDate } from '#contract/values.ts'
import type { WorkCalendar } from '#platform/calendar/working-days.rules.ts'
import {
  isLargeCentre,
  monthlyReportDue,
  type Quarter,
  quarterlyReportDue,
  type ReportDays,
  statMonthOf,
  statPeriod,
} from '../report-clocks.rules.ts'

type Centre = { floorAreaM2: number; inPhases: boolean }
/** The calendar's `workEnd` is the close of business; `largeFromM2` makes a centre a large one (CP-129). */
export type Terms = { calendar: WorkCalendar; days: ReportDays; largeFromM2: number; centre: Centre }

export type PeriodDraft = {
  kind: PeriodReport
  period: { from: LocalDate; to: LocalDate }
  /** null where nobody is owed this report (CP-129: a small centre may still write one). */
  dueAt: Instant | null
  /** CP-128a: by when we want it ourselves. */
  target: Instant
  /** FD-005: the limit leans on days whose holidays nobody has entered; only weekends were counted. */
  missing: boolean
  /** Local days on which it is called to mind. */
  warnOn: readonly LocalDate[]
}

const quarterOf = (month: string): Quarter => {
  const of = Temporal.PlainYearMonth.from(month)
  return { year: of.year, quarter: Math.ceil(of.month / 3) as Quarter['quarter'] }
}
const endsQuarter = (month: string): boolean => Temporal.PlainYearMonth.from(month).month % 3 === 0

/** CP-128 to CP-130: the report of one kind on the statistical month, or the quarter, in which a day lies. */
export const periodDraft = (
  kind: PeriodReport,
  day: LocalDate,
  { calendar, days, largeFromM2, centre }: Terms,
): PeriodDraft => {
  const month = statMonthOf(day, days)
  const { due, target, missing, warnOn, period } =
    kind === 'monthly' ? monthlyReportDue(calendar, month, days) : quarterlyReportDue(calendar, quarterOf(month), days)
  return kind === 'monthly' || isLargeCentre(centre, largeFromM2)
    ? { kind, period, dueAt: due, target, missing, warnOn }
    : { kind, period, dueAt: null, target, missing, warnOn: [] }
}

/**
 * Which reports stand to be written on a day: those of the last month whose period is over, or ends today, and with the
 * last month of a quarter the two quarterly ones of a large centre. Nothing is owed for days before the estate was there.
 */
export const draftsOwed = (today: LocalDate, since: LocalDate, terms: Terms): PeriodDraft[] => {
  const { days, largeFromM2, centre } = terms
  const running = statMonthOf(today, days)
  const month =
    statPeriod(running, days).to <= today
      ? running
      : Temporal.PlainYearMonth.from(running).subtract({ months: 1 }).toString()
  const day = statPeriod(month, days).to
  const quarterly: PeriodReport[] =
    endsQuarter(month) && isLargeCentre(centre, largeFromM2) ? ['quarterly', 'legacy'] : []
  return (['monthly', ...quarterly] as const)
    .map((kind) => periodDraft(kind, day, terms))
    .filter(({ period }) => period.to >= since)
}
