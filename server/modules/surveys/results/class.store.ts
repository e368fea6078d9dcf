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

export type FoundRow = ClassRow & { title_zh: string; title_en: string }
/** Kept before a class needed an answer without contradiction, such rows say nothing. */
const SAYS = sql`c.n > 0`
/** Section 5, 8: a class of too few answers stands behind any of enough, however much later it was found. */
const LATEST = sql`c.provisional, c.on_date desc, s.closed_at desc, s.id desc, c.no`

/** What was found of each item by a day, and of each touchpoint that was asked about as a whole. */
export const latestClasses = async (tx: Tx, estateId: Uuid, until: LocalDate): Promise<FoundRow[]> => {
  const { rows } = await sql<FoundRow>`
    select distinct on (coalesce(c.item_id, c.touchpoint)) c.survey_id, c.no, c.touchpoint, c.item_id, c.class, c.n, c.significant,
      c.provisional, c.on_date, s.title_zh, s.title_en
    from survey_class c join survey s on s.estate_id = c.estate_id and s.id = c.survey_id
    where c.estate_id = ${estateId} and c.on_date <= ${until}::date and coalesce(c.item_id, c.touchpoint) is not null
      and ${SAYS}
    order by coalesce(c.item_id, c.touchpoint), ${LATEST}`.execute(tx.db)
  return rows
}

type ClosedRow = { id: Uuid; title_zh: string; title_en: string; on_date: LocalDate }
/** The last survey of pairs closed by a day in which enough have answered one of them; without one, the last of all. */
export const latestOfPairs = async (tx: Tx, estateId: Uuid, until: LocalDate): Promise<ClosedRow | undefined> => {
  const { rows } = await sql<ClosedRow>`
    select s.id, s.title_zh, s.title_en, c.on_date
    from survey_class c join survey s on s.estate_id = c.estate_id and s.id = c.survey_id
    where c.estate_id = ${estateId} and c.on_date <= ${until}::date and ${SAYS}
    order by ${LATEST} limit 1`.execute(tx.db)
  return rows[0]
}

export type SatisfactionRow = { touchpoint: string; n: number; mean: number; satisfied: number }
/**
 * Satisfaction with each touchpoint over a time; what was counted in without a day stands at the day of its closing. An
 * anonymous survey counts where k have answered there: fewer would be told by taking the others away.
 */
export const satisfactionRows = async (
  tx: Tx,
  estateId: Uuid,
  { from, to, k }: { from: LocalDate; to: LocalDate; k: number },
): Promise<SatisfactionRow[]> => {
  const { rows } = await sql<SatisfactionRow>`
    select t.touchpoint, sum(t.n)::int as n, sum(t.points)::float8 / sum(t.n) as mean, sum(t.satisfied)::float8 / sum(t.n) as satisfied
    from (
    select q.touchpoint, count(*) as n, sum(a.s) as points, count(*) filter (where a.s >= 4) as satisfied
    from survey_response r
      join survey s on s.estate_id = r.estate_id and s.id = r.survey_id
      join estate e on e.estate_id = r.estate_id
      cross join lateral jsonb_to_recordset(r.answers) as a(no int, s int)
      join lateral jsonb_to_recordset(s.questions) as q(no int, touchpoint text) on q.no = a.no
    where r.estate_id = ${estateId} and a.s is not null and q.touchpoint is not null
      and coalesce(r.on_date, (s.closed_at at time zone e.time_zone)::date) between ${from}::date and ${to}::date
    group by s.id, s.anonymous, q.touchpoint having not s.anonymous or count(*) >= ${k}
    ) t group by t.touchpoint order by t.touchpoint`.execute(tx.db)
  return rows
}
