import type { ComplaintAnalysis } from '#contract/complaint-analysis.ts'
import { type Refusal, refuse } from '#contract/refusal.ts'
import type { LocalDate, Uuid } from '#contract/values.ts'
import { daysBetween } from '#platform/calendar/dates.rules.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import { localDateOf } from '#platform/calendar/working-days.rules.ts'
import type { Tx } from '#platform/db/tx.ts'
import { settingsOf } from '#platform/settings/settings.ts'
import { assemble } from './analysis.rules.ts'
import { type Asked, firstDayOf, groupsOf, lineCountsOf, saidOf, spreadsOf, trendOf } from './analysis.store.ts'
import { buildingNames, dutiesOf, placeOf } from './duties.store.ts'
import { CALENDAR, periodBefore, periodsBefore, type Span, statMonth, statMonthsUntil } from './periods.rules.ts'

/** Longest stretch of days that is looked at at once. */
const MOST_DAYS = 1_100

type AskedDays = {
  from?: LocalDate | undefined
  to?: LocalDate | undefined
  month?: string | undefined
  months?: 'statistical' | 'calendar' | undefined
}

/** Both days, one of them, the month that is named, or that of today. E_TIME_RANGE when the end lies before the beginning. */
const spanOf = (
  { from, to, month: named, months }: AskedDays,
  today: LocalDate,
  statCutoff: number,
): Span | Refusal => {
  const cutoffDay = months === 'calendar' ? CALENDAR : statCutoff
  // the first day of a month always lies in the statistics of that month
  const month = statMonth(from ?? to ?? (named === undefined ? today : `${named}-01`), cutoffDay)
  const span = { from: from ?? month.from, to: to ?? month.to }
  if (span.from > span.to) return refuse('E_TIME_RANGE', { field: 'query.to', details: { earliest: span.from } })
  return daysBetween(span.from, span.to) > MOST_DAYS
    ? refuse('E_TIME_RANGE', { field: 'query.from', details: { days: MOST_DAYS } })
    : span
}

/** CP-132: what a line had in the periods before, as far back as there are any. */
const usualOf = async (tx: Tx, estateId: Uuid, period: Span, count: number, cutoffDay: number) => {
  const before = periodsBefore(period, count, cutoffDay, await firstDayOf(tx, estateId))
  const [last, first] = [before[0], before.at(-1)]
  const counts =
    first && last
      ? await lineCountsOf(tx, estateId, { from: first.from, to: last.to })
      : new Map<string | null, number>()
  return { counts, periods: before.length }
}

/** All figures about the complaints of a period of one estate, read now. */
export const readAnalysis = async (
  tx: Tx,
  estateId: Uuid,
  query: AskedDays & { compareMonths: number },
): Promise<ComplaintAnalysis | Refusal> => {
  const settings = await settingsOf(tx, estateId)
  const calendar = await calendarOf(tx, estateId)
  const today = localDateOf(calendar, tx.now)
  const cutoffDay = settings.get('complaint.statCutoffDay')
  const period = spanOf(query, today, cutoffDay)
  if ('code' in period) return period
  const previous = periodBefore(period, cutoffDay)
  const asked: Asked = {
    estateId,
    before: previous.from,
    ...period,
    now: tx.now,
    today,
    timeZone: calendar.timeZone,
    closeWithinDays: settings.get('complaint.closeWithinDays'),
  }
  const months = {
    statistical: statMonthsUntil(period.to, query.compareMonths + 1, cutoffDay),
    calendar: statMonthsUntil(period.to, query.compareMonths + 1, CALENDAR),
  }
  const starts = (spans: readonly Span[]) => ({
    starts: spans.map((s) => s.from),
    to: spans.at(-1)?.to ?? period.to,
  })
  const percent = (
    key: 'complaint.closeTargetPercent' | 'complaint.satisfiedTargetPercent' | 'complaint.repeatTargetPercent',
  ) => settings.get(key) / 100
  return assemble({
    period,
    previous,
    now: tx.now,
    today,
    cutoffDay,
    publishDay: settings.get('complaint.publishDay'),
    floorAreaM2: settings.get('complaint.floorAreaM2'),
    targets: {
      closed: percent('complaint.closeTargetPercent'),
      satisfied: percent('complaint.satisfiedTargetPercent'),
      repeated: percent('complaint.repeatTargetPercent'),
    },
    place: await placeOf(tx, estateId),
    buildings: await buildingNames(tx, estateId),
    groups: await groupsOf(tx, asked),
    spreads: await spreadsOf(tx, asked),
    said: await saidOf(tx, asked),
    duties: await dutiesOf(tx, asked),
    months,
    growth: { from: settings.get('complaint.growthFrom'), percent: settings.get('complaint.growthPercent') },
    usual: await usualOf(tx, estateId, period, settings.get('complaint.growthPeriods'), cutoffDay),
    trend: await trendOf(tx, asked, {
      statistical: starts(months.statistical),
      calendar: starts(months.calendar),
    }),
  })
}
