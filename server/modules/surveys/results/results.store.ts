import { type RawBuilder, sql } from 'kysely'
import type { StratumPart } from '#contract/surveys.ts'
import type { LocalDate, Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'

const GROUP: Record<StratumPart, RawBuilder<unknown>> = {
  building: sql`r.building_id::text`,
  tenure: sql`r.tenure`,
  since: sql`r.since`,
}

/** How often this was answered to a question: a pair (x with it, y without it), or satisfaction or importance x. */
export type CellRow = { grp: string | null; no: number; kind: 'pair' | 's' | 'w'; x: number; y: number; n: number }

/** Every answer of a survey counted in the database, by a group or as a whole (grp null). */
export const countCells = async (
  tx: Tx,
  estateId: Uuid,
  surveyId: Uuid,
  by: StratumPart | null,
): Promise<CellRow[]> => {
  const { rows } = await sql<CellRow>`
    with said as (
      select ${by === null ? sql`null::text` : GROUP[by]} as grp, a.no, a.f, a.d, a.s, a.w
      from survey_response r cross join lateral jsonb_to_recordset(r.answers) as a(no int, f int, d int, s int, w int)
      where r.estate_id = ${estateId} and r.survey_id = ${surveyId})
    select grp, no, 'pair' as kind, f as x, d as y, count(*)::int as n from said where f is not null and d is not null group by grp, no, f, d
    union all select grp, no, 's', s, 0, count(*)::int from said where s is not null group by grp, no, s
    union all select grp, no, 'w', w, 0, count(*)::int from said where w is not null group by grp, no, w`.execute(tx.db)
  return rows
}

export type GroupRow = { grp: string | null; n: number }
export const countGroups = async (tx: Tx, estateId: Uuid, surveyId: Uuid, by: StratumPart): Promise<GroupRow[]> => {
  const { rows } = await sql<GroupRow>`select ${GROUP[by]} as grp, count(*)::int as n from survey_response r
    where r.estate_id = ${estateId} and r.survey_id = ${surveyId} group by 1 order by 2 desc, 1`.execute(tx.db)
  return rows
}

export type ComparableRow = { id: Uuid; title_zh: string; title_en: string; on_date: LocalDate; questions: unknown }
/** Surveys of the same kind that were closed before this one was opened, latest first; anonymous ones only with k answers. */
export const listComparable = async (
  tx: Tx,
  estateId: Uuid,
  survey: { id: Uuid; kind: string; openedAt: string; k: number },
): Promise<ComparableRow[]> => {
  const { rows } = await sql<ComparableRow>`
    select s.id, s.title_zh, s.title_en, (s.closed_at at time zone e.time_zone)::date as on_date, s.questions
    from survey s join estate e on e.estate_id = s.estate_id
    where s.estate_id = ${estateId} and s.kind = ${survey.kind} and s.state = 'closed' and s.id <> ${survey.id}
      and s.closed_at <= ${survey.openedAt}
      and (not s.anonymous or (select count(*) from survey_response r where r.estate_id = s.estate_id and r.survey_id = s.id) >= ${survey.k})
    order by s.closed_at desc limit 10`.execute(tx.db)
  return rows
}

export const countComments = async (tx: Tx, estateId: Uuid, surveyId: Uuid): Promise<number> => {
  const { rows } = await sql<{
    n: number
  }>`select coalesce(sum(jsonb_array_length(comments)), 0)::int as n from survey_response
    where estate_id = ${estateId} and survey_id = ${surveyId}`.execute(tx.db)
  return rows[0]?.n ?? 0
}

export const countResponses = async (tx: Tx, estateId: Uuid, surveyId: Uuid): Promise<number> => {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from survey_response
    where estate_id = ${estateId} and survey_id = ${surveyId}`.execute(tx.db)
  return rows[0]?.n ?? 0
}
