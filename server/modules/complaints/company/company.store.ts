import { type RawBuilder, sql } from 'kysely'
import { CATEGORY_CODES, type Category } from '#contract/complaint-categories.ts'
import type { Instant, LocalDate, Uuid } from '#contract/values.ts'
import { monthsSql } from '#platform/db/month-sums.ts'
import type { Tx } from '#platform/db/tx.ts'
import { OWED } from '../reports/report.store.ts'
import { COMPLAINT_MONTHS } from './month-sums.store.ts'

type Month = { before: LocalDate; from: LocalDate; to: LocalDate }

/** The statements are made apart from their running so that their plans can be looked at. */
export const rowsOf = async <R>(tx: Tx, statement: RawBuilder<R>): Promise<R[]> => (await statement.execute(tx.db)).rows

export type CaseCounts = {
  estate_id: Uuid
  received: number
  before: number
  major: number
  hot: number
  escalated: number
}
export const casesSql = (estates: readonly Uuid[], { before, from }: Month) => sql<CaseCounts>`
  with k as (${monthsSql(COMPLAINT_MONTHS, estates, before, from)})
  select k.estate_id, coalesce(sum(k.received) filter (where k.month = ${from}::date), 0)::int as received,
    coalesce(sum(k.received) filter (where k.month = ${before}::date), 0)::int as before,
    coalesce(sum(k.major) filter (where k.month = ${from}::date), 0)::int as major,
    coalesce(sum(k.hot) filter (where k.month = ${from}::date), 0)::int as hot,
    coalesce(sum(k.escalated) filter (where k.month = ${from}::date), 0)::int as escalated
  from k group by k.estate_id`

export type OpenCounts = { estate_id: Uuid; open: number; late: number }
/** What is open now, whenever it came; NOT_COMPLAINT and MERGED are closed. */
export const openSql = (estates: readonly Uuid[], now: Instant) => sql<OpenCounts>`
  select m.estate_id, count(*)::int as open, count(*) filter (where m.overdue or m.next_due_at < ${now}::timestamptz)::int as late
  from matter m where m.estate_id = any(${[...estates]}::uuid[]) and m.open and m.kind = 'complaint'
    and not exists (select 1 from complaint_case cc where cc.estate_id = m.estate_id and cc.matter_id = m.id and cc.counted = false)
  group by m.estate_id`

export type SatisfactionCounts = { estate_id: Uuid; content: number; said: number }
/** What customers of complaints closed in the month said; months are those of the country. */
export const satisfactionSql = (estates: readonly Uuid[], { from, to }: Month) => sql<SatisfactionCounts>`
  select m.estate_id, count(*) filter (where m.satisfaction in ('satisfied', 'neutral'))::int as content,
    count(*) filter (where m.satisfaction in ('satisfied', 'neutral', 'notSatisfied'))::int as said
  from matter m where m.estate_id = any(${[...estates]}::uuid[]) and m.kind = 'complaint' and not m.open
    and m.closed_at >= ${from}::date::timestamp at time zone 'Asia/Shanghai' and m.closed_at < (${to}::date + 1)::timestamp at time zone 'Asia/Shanghai'
    and not exists (select 1 from complaint_case cc where cc.estate_id = m.estate_id and cc.matter_id = m.id and cc.counted = false)
  group by m.estate_id`

export type DutyCounts = { estate_id: Uuid; what: 'tally' | 'missing' | 'late'; count: number }
/** Signed tallies of the month, and the reports that fell due in it and came late or not at all (CP-161). */
export const dutiesSql = (estates: readonly Uuid[], { from, to }: Month, now: Instant) => sql<DutyCounts>`
  select t.estate_id, 'tally' as what, count(*)::int as count from complaint_tally t
  where t.estate_id = any(${[...estates]}::uuid[]) and t.on_date >= ${from}::date and t.on_date <= ${to}::date and t.signed_at is not null group by 1
  union all
  select r.estate_id, case when r.state = 'draft' then 'missing' else 'late' end, count(*)::int
  from complaint_report r join estate_directory d on d.estate_id = r.estate_id left join matter m on m.estate_id = r.estate_id and m.id = r.matter_id
  where r.estate_id = any(${[...estates]}::uuid[]) and r.revision = 1 and (r.due_at at time zone d.time_zone)::date between ${from}::date and ${to}::date
    and (r.late or (r.state = 'draft' and r.due_at < ${now}::timestamptz)) and ${OWED} group by 1, 2`

export type MonthlyReport = {
  estate_id: Uuid
  submitted: boolean
  late: boolean | null
  due_at: Instant | null
  written: boolean
}
/** CP-128: the report of each estate whose period ends in the month; one in which nobody has written yet is not begun. */
export const monthlySql = (estates: readonly Uuid[], { before, from, to }: Month) => sql<MonthlyReport>`
  select r.estate_id, r.state = 'submitted' as submitted, r.late, r.due_at,
    exists (select 1 from jsonb_each_text(r.parts) p where p.value <> '') as written
  from complaint_report r where r.estate_id = any(${[...estates]}::uuid[]) and r.matter_id is null and r.kind = 'monthly' and r.revision = 1
    and r.from_date >= ${before}::date and r.from_date <= ${to}::date and r.to_date between ${from}::date and ${to}::date`

export type EstatePlace = {
  estate_id: Uuid
  code: string
  name: string
  since: LocalDate
  today: LocalDate
  own_area: unknown
}
export const placesSql = (estates: readonly Uuid[], now: Instant) => sql<EstatePlace>`
  select e.estate_id, e.code, e.name, (e.created_at at time zone e.time_zone)::date as since, (${now}::timestamptz at time zone e.time_zone)::date as today, s.value as own_area
  from estate e left join estate_setting s on s.estate_id = e.estate_id and s.key = 'complaint.floorAreaM2'
  where e.estate_id = any(${[...estates]}::uuid[])`

export type SizeRow = { estate_id: Uuid; households: number; area_m2: number }
/** Parking spaces are no households (K13). */
export const sizesSql = (estates: readonly Uuid[]) => sql<SizeRow>`
  select u.estate_id, count(*)::int as households, coalesce(sum(u.area_cm2), 0)::float8 / 100 as area_m2
  from unit u where u.estate_id = any(${[...estates]}::uuid[]) and u.kind <> 'parking' group by u.estate_id`

export type CompanyTrendRow = { month: LocalDate; counts: Record<Category | 'none', number> }
/** Months are named by their first days. */
export const trendSql = (estates: readonly Uuid[], from: LocalDate, to: LocalDate) => sql<CompanyTrendRow>`
  with k as (${monthsSql(COMPLAINT_MONTHS, estates, from, to)})
  select k.month, json_build_object(${sql.join([
    ...CATEGORY_CODES.map((code) => sql`${sql.lit(code)}, sum(k.${sql.ref(code.toLowerCase())})`),
    sql`'none', sum(k.uncategorised)`,
  ])}) as counts
  from k group by k.month`
