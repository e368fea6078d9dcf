import { Temporal } from 'temporal-polyfill'
import type { CompanyComplaintRow, CompanySort } from '#contract/complaint-company.ts'
import type { Instant, LocalDate } from '#contract/values.ts'
import { addDays } from '#platform/calendar/dates.rules.ts'
import { daysOwed } from '../analysis/periods.rules.ts'
import { shareOf } from '../analysis/tables.rules.ts'
import type {
  CaseCounts,
  DutyCounts,
  EstatePlace,
  MonthlyReport,
  OpenCounts,
  SatisfactionCounts,
} from './company.store.ts'

export type MonthSpan = { month: string; before: LocalDate; from: LocalDate; to: LocalDate }

/** A calendar month with the first day of the one before it. */
export const monthSpan = (month: string): MonthSpan => {
  const of = Temporal.PlainYearMonth.from(month)
  return {
    month,
    before: of.subtract({ months: 1 }).toPlainDate({ day: 1 }).toString(),
    from: of.toPlainDate({ day: 1 }).toString(),
    to: of.toPlainDate({ day: of.daysInMonth }).toString(),
  }
}

/** A month and those before it, `count` in all, oldest first. */
export const monthsUntil = (month: string, count: number): MonthSpan[] => {
  const last = Temporal.PlainYearMonth.from(month)
  return Array.from({ length: count }, (_, i) => monthSpan(last.subtract({ months: count - 1 - i }).toString()))
}

const rateOf = (count: number, per: number, of: number): number | null =>
  of === 0 ? null : Math.round(((count * per) / of) * 1_000) / 1_000

export type CompanyRead = {
  cases: readonly CaseCounts[]
  open: readonly OpenCounts[]
  satisfaction: readonly SatisfactionCounts[]
  duties: readonly DutyCounts[]
  monthly: readonly MonthlyReport[]
  now: Instant
  places: readonly EstatePlace[]
  sizes: ReadonlyMap<string, { households: number; areaM2: number }>
}
type Numbers = Omit<CompanyComplaintRow, 'estate' | 'monthlyReport'>
export type CompanyTable = { rows: CompanyComplaintRow[]; totals: Numbers }

/** CP-128, CP-161: how far the report of a month is; late is late, whether it came at last or not. */
export const monthlyState = (
  report: Omit<MonthlyReport, 'estate_id'> | undefined,
  now: Instant,
): NonNullable<CompanyComplaintRow['monthlyReport']> => {
  if (!report) return 'notBegun'
  if (report.submitted) return report.late ? 'late' : 'sent'
  if (report.due_at !== null && report.due_at < now) return 'late'
  return report.written ? 'draft' : 'notBegun'
}

/** One row for each estate, also for those without a complaint, and all of them together (K13). */
export const companyTable = (read: CompanyRead, { from, to }: MonthSpan): CompanyTable => {
  const by = <T extends { estate_id: string }>(rows: readonly T[]) => new Map(rows.map((r) => [r.estate_id, r]))
  const [cases, open, satisfaction] = [by(read.cases), by(read.open), by(read.satisfaction)]
  const duties = new Map(read.duties.map((d) => [`${d.estate_id} ${d.what}`, d.count]))
  const monthly = by(read.monthly)
  const all = { content: 0, said: 0, households: 0, area: 0 }
  const totals: Numbers = { ...NOTHING }
  const rows = read.places.map((place): CompanyComplaintRow => {
    const size = read.sizes.get(place.estate_id) ?? { households: 0, areaM2: 0 }
    const own = typeof place.own_area === 'number' && place.own_area > 0 ? place.own_area : size.areaM2
    const { content, said } = satisfaction.get(place.estate_id) ?? { content: 0, said: 0 }
    const duty = (what: DutyCounts['what']) => duties.get(`${place.estate_id} ${what}`) ?? 0
    const counted = cases.get(place.estate_id) ?? NO_CASES
    // a tally of today may be signed before it is owed
    const over = { from, to: to < place.today ? to : addDays(place.today, -1) }
    const unsigned = over.to < over.from ? 0 : daysOwed(over, place.since, place.today) - duty('tally')
    const row = {
      estate: { id: place.estate_id, code: place.code, name: place.name },
      monthlyReport: place.since > to ? null : monthlyState(monthly.get(place.estate_id), read.now),
      received: counted.received,
      before: counted.before,
      open: open.get(place.estate_id)?.open ?? 0,
      lateNow: open.get(place.estate_id)?.late ?? 0,
      major: counted.major,
      hot: counted.hot,
      escalated: counted.escalated,
      unsignedTallies: Math.max(0, unsigned),
      missingReports: duty('missing'),
      lateReports: duty('late'),
      perHundredHouseholds: rateOf(counted.received, 100, size.households),
      perTenThousandM2: rateOf(counted.received, 10_000, own),
      satisfied: shareOf(content, said),
    }
    for (const key of SUMS) totals[key] += row[key]
    all.content += content
    all.said += said
    all.households += size.households
    all.area += own
    return row
  })
  return {
    rows,
    totals: {
      ...totals,
      perHundredHouseholds: rateOf(totals.received, 100, all.households),
      perTenThousandM2: rateOf(totals.received, 10_000, all.area),
      satisfied: shareOf(all.content, all.said),
    },
  }
}

const NO_CASES = { received: 0, before: 0, major: 0, hot: 0, escalated: 0 }
const SUMS = [
  'received',
  'before',
  'open',
  'lateNow',
  'major',
  'hot',
  'escalated',
  'unsignedTallies',
  'missingReports',
  'lateReports',
] as const
const NOTHING: Numbers = {
  ...NO_CASES,
  open: 0,
  lateNow: 0,
  unsignedTallies: 0,
  missingReports: 0,
  lateReports: 0,
  perHundredHouseholds: null,
  perTenThousandM2: null,
  satisfied: null,
}

type Order = { sort: CompanySort; direction: 'asc' | 'desc' }
export type Place = { value: string; id: string }

/** What a row is sorted by, as a text that a cursor can carry; what is unknown comes last whichever way. */
const sortValue = (row: CompanyComplaintRow, { sort, direction }: Order): string => {
  if (sort === 'name') return row.estate.name
  const value = row[sort]
  return String(value ?? (direction === 'desc' ? -1 : Number.MAX_SAFE_INTEGER))
}

const compare = (a: Place, b: Place, { sort, direction }: Order): number => {
  const by = sort === 'name' ? (a.value < b.value ? -1 : a.value > b.value ? 1 : 0) : Number(a.value) - Number(b.value)
  return (direction === 'desc' ? -by : by) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}

/** One page of the sorted rows, from behind `after` on. */
export const companyPage = (
  rows: readonly CompanyComplaintRow[],
  order: Order,
  after: Place | undefined,
  limit: number,
): { rows: CompanyComplaintRow[]; next: Place | null } => {
  const placed = rows
    .map((row) => ({ row, place: { value: sortValue(row, order), id: row.estate.id } }))
    .filter(({ place }) => after === undefined || compare(place, after, order) > 0)
    .sort((a, b) => compare(a.place, b.place, order))
  const page = placed.slice(0, limit)
  return { rows: page.map(({ row }) => row), next: placed.length > limit ? (page.at(-1)?.place ?? null) : null }
}
