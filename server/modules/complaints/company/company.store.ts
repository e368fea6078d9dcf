import { type RawBuilder, sql } from 'kysely'
import type { Instant, LocalDate, Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'
import { CODE } from '../case-facts.store.ts'
import { OWED } from '../reports/report.store.ts'

type Month = { before: LocalDate; from: LocalDate; to: LocalDate }

/** The statements are made apart from their running so that their plans can be looked at. */
export const rowsOf = async <R>(tx: Tx, statement: RawBuilder<R>): Promise<R[]> => (await statement.execute(tx.db)).rows

// CP-121, CP-123: what is no complaint or was merged stands in an index of its own, so that millions of matters need not be looked at
const COUNTED = sql`cc.counted is distinct from false and not exists (select 1 from matter m
  where m.estate_id = cc.estate_id and m.id = cc.matter_id and m.state in ('NOT_COMPLAINT', 'MERGED'))`

export type CaseCounts = {
  estate_id: Uuid
  received: number
  before: number
  major: number
  hot: number
  escalated: number
}
export const casesSql = (estates: readonly Uuid[], { before, from, to }: Month) => sql<CaseCounts>`
  select cc.estate_id, count(*) filter (where cc.received_on >= ${from}::date)::int as received, count(*) filter (where cc.received_on < ${from}::date)::int as before,
    count(*) filter (where cc.received_on >= ${from}::date and cc.major_at is not null)::int as major,
    count(*) filter (where cc.received_on >= ${from}::date and cc.hot_at is not null)::int as hot,
    count(*) filter (where cc.received_on >= ${from}::date and cc.escalated_at is not null)::int as escalated
  from complaint_case cc where cc.estate_id = any(${[...estates]}::uuid[]) and cc.received_on >= ${before}::date and cc.received_on <= ${to}::date and ${COUNTED}
  group by cc.estate_id`

export type OpenCounts = { estate_id: Uuid; open: number; late: number }
/** What is open now, whenever it came; NOT_COMPLAINT and MERGED are closed. */
export const openSql = (estates: readonly Uuid[], now: Instant) => sql<OpenCounts>`
  select m.estate_id, count(*)::int as open, count(*) filter (where m.overdue or m.next_due_at < ${now}::timestamptz)::int as late
  from matter m where m.estate_id = any(${[...estates]}::uuid[]) and m.open and m.kind = 'complaint'
    and not exists (select 1 from complaint_case cc where cc.estate_id = m.estate_id and cc.matter_id = m.id and cc.counted = false)
  group by m.estate_id`

export type SatisfactionCounts = { estate_id: Uuid; content: number; said: number }
export const satisfactionSql = (estates: readonly Uuid[], { from, to }: Month) => sql<SatisfactionCounts>`
  select cc.estate_id, count(*) filter (where m.satisfaction in ('satisfied', 'neutral'))::int as content,
    count(*) filter (where m.satisfaction in ('satisfied', 'neutral', 'notSatisfied'))::int as said
  from complaint_case cc join matter m on m.estate_id = cc.estate_id and m.id = cc.matter_id
  where cc.estate_id = any(${[...estates]}::uuid[]) and cc.received_on >= ${from}::date and cc.received_on <= ${to}::date
    and cc.counted is distinct from false and m.state not in ('NOT_COMPLAINT', 'MERGED')
  group by cc.estate_id`

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

export type EstatePlace = {
  estate_id: Uuid
  code: string
  name: string
  since: LocalDate
  today: LocalDate
  own_area: unknown
  households: number
  area_m2: number
}
/** Name, age and size of each estate; parking spaces are no households (K13). */
export const placesSql = (estates: readonly Uuid[], now: Instant) => sql<EstatePlace>`
  select e.estate_id, e.code, e.name, (e.created_at at time zone e.time_zone)::date as since, (${now}::timestamptz at time zone e.time_zone)::date as today,
    s.value as own_area, coalesce(u.households, 0)::int as households, coalesce(u.area, 0)::float8 / 100 as area_m2
  from estate e left join estate_setting s on s.estate_id = e.estate_id and s.key = 'complaint.floorAreaM2'
    left join (select estate_id, count(*) as households, sum(area_cm2) as area from unit
      where estate_id = any(${[...estates]}::uuid[]) and kind <> 'parking' group by estate_id) u on u.estate_id = e.estate_id
  where e.estate_id = any(${[...estates]}::uuid[])`

export type CompanyTrendRow = { place: number; category: string | null; count: number }
/**
 * `starts` are the first days of the months, oldest first; `to` the last day of the last one. All that was received is
 * counted by day and code, and what was no complaint or was merged is taken off again: a year of a whole company is read
 * from one index, and only the few that do not count are looked up.
 */
export const trendSql = (estates: readonly Uuid[], starts: readonly LocalDate[], to: LocalDate) => {
  const inYear = sql`cc.estate_id = any(${[...estates]}::uuid[]) and cc.received_on >= ${starts[0] ?? to}::date and cc.received_on <= ${to}::date
      and cc.counted is distinct from false`
  return sql<CompanyTrendRow>`
    select width_bucket(d.received_on, ${[...starts]}::date[])::int as place, left(d.code, 2) as category, sum(d.n)::int as count from (
      select cc.received_on, ${CODE} as code, count(*) as n from complaint_case cc where ${inYear} group by 1, 2
      union all
      select cc.received_on, ${CODE}, -count(*) from matter m join complaint_case cc on cc.estate_id = m.estate_id and cc.matter_id = m.id
        where m.estate_id = any(${[...estates]}::uuid[]) and m.state in ('NOT_COMPLAINT', 'MERGED') and ${inYear} group by 1, 2) d
    group by 1, 2 having sum(d.n) > 0`
}
