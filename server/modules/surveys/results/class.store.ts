import { sql } from 'kysely'
import type { LocalDate, Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'

export type ClassRow = {
  survey_id: Uuid
  no: number
  touchpoint: string | null
  item_id: string | null
  class: string
  n: number
  significant: boolean
  provisional: boolean
  on_date: LocalDate
}
export const insertClasses = async (tx: Tx, estateId: Uuid, rows: readonly ClassRow[]): Promise<void> => {
  if (rows.length === 0) return
  await tx.db
    .insertInto('survey_class')
    .values(rows.map((row) => ({ ...row, estate_id: estateId })))
    .execute()
}

/** The latest finding of each item, and of each touchpoint that was asked about as a whole. */
export const latestClasses = async (tx: Tx, estateId: Uuid): Promise<ClassRow[]> => {
  const { rows } = await sql<ClassRow>`
    select distinct on (coalesce(item_id, touchpoint)) survey_id, no, touchpoint, item_id, class, n, significant, provisional, on_date
    from survey_class where estate_id = ${estateId} and coalesce(item_id, touchpoint) is not null
    order by coalesce(item_id, touchpoint), on_date desc, survey_id desc, no`.execute(tx.db)
  return rows
}

export type SatisfactionRow = { touchpoint: string; n: number; mean: number; satisfied: number }
/** Satisfaction with each touchpoint over a time; what was counted in without a day stands at the day of its closing. */
export const satisfactionRows = async (
  tx: Tx,
  estateId: Uuid,
  { from, to }: { from: LocalDate; to: LocalDate },
): Promise<SatisfactionRow[]> => {
  const { rows } = await sql<SatisfactionRow>`
    select q.touchpoint, count(*)::int as n, avg(a.s)::float8 as mean, (count(*) filter (where a.s >= 4))::float8 / count(*) as satisfied
    from survey_response r
      join survey s on s.estate_id = r.estate_id and s.id = r.survey_id
      join estate e on e.estate_id = r.estate_id
      cross join lateral jsonb_to_recordset(r.answers) as a(no int, s int)
      join lateral jsonb_to_recordset(s.questions) as q(no int, touchpoint text) on q.no = a.no
    where r.estate_id = ${estateId} and a.s is not null and q.touchpoint is not null
      and coalesce(r.on_date, (s.closed_at at time zone e.time_zone)::date) between ${from}::date and ${to}::date
    group by q.touchpoint order by q.touchpoint`.execute(tx.db)
  return rows
}
