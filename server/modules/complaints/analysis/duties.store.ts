import { sql } from 'kysely'
import type { LocalDate, Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'
import { OWED } from '../reports/report.store.ts'
import type { Asked, Which } from './analysis.store.ts'

export type DutyRow = { p: Which | null; what: 'tally' | 'report' | 'publication'; key: string; count: number }
/** How the tallies, reports and publications of both periods were done (K8, K9, K14); a publication's key is its month. */
export const dutiesOf = async (tx: Tx, asked: Asked): Promise<DutyRow[]> => {
  const { estateId, before, from, to, timeZone, now } = asked
  const { rows } = await sql<DutyRow>`
    select case when t.on_date >= ${from}::date then 'now' else 'before' end as p, 'tally' as what,
      case when t.signed_at < (t.on_date + 1)::timestamp at time zone ${timeZone}::text then 'done' else 'late' end as key, count(*)::int as count
      from complaint_tally t where t.estate_id = ${estateId} and t.on_date >= ${before}::date and t.on_date <= ${to}::date and t.signed_at is not null group by 1, 3
    union all
    select case when (r.due_at at time zone ${timeZone}::text)::date >= ${from}::date then 'now' else 'before' end, 'report',
      case when r.state = 'submitted' then case when r.late then 'late' else 'done' end when r.due_at < ${now}::timestamptz then 'missing' else 'waiting' end, count(*)::int
      from complaint_report r left join matter m on m.estate_id = r.estate_id and m.id = r.matter_id where r.estate_id = ${estateId} and r.revision = 1 and ${OWED}
        and r.due_at >= ${before}::date::timestamp at time zone ${timeZone}::text and r.due_at < (${to}::date + 1)::timestamp at time zone ${timeZone}::text group by 1, 3
    union all
    select null, 'publication', p.month, 1 from complaint_publication p where p.estate_id = ${estateId} and p.state in ('posted', 'none')`.execute(
    tx.db,
  )
  return rows
}

export type Place = { name: string; households: number; area_m2: number; since: LocalDate }
/** What rates are measured against (K13); parking spaces are no households. */
export const placeOf = async (tx: Tx, estateId: Uuid): Promise<Place> => {
  const { rows } = await sql<Place>`
    select e.name, (e.created_at at time zone e.time_zone)::date as since,
      (select count(*)::int from unit u where u.estate_id = ${estateId} and u.kind <> 'parking') as households,
      (select coalesce(sum(u.area_cm2), 0)::float8 / 100 from unit u where u.estate_id = ${estateId} and u.kind <> 'parking') as area_m2
    from estate e where e.estate_id = ${estateId}`.execute(tx.db)
  const [place] = rows
  if (!place) throw new Error(`no estate ${estateId} in this scope`)
  return place
}

export const buildingNames = async (tx: Tx, estateId: Uuid): Promise<ReadonlyMap<Uuid, string>> => {
  const rows = await tx.db.selectFrom('building').select(['id', 'name']).where('estate_id', '=', estateId).execute()
  return new Map(rows.map((b) => [b.id, b.name]))
}
