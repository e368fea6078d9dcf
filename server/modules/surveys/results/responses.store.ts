import { type RawBuilder, sql } from 'kysely'
import type { QueryOf } from '#contract/route.ts'
import type { listSurveyComments, listSurveyResponses } from '#contract/survey-results.ts'
import type { LocalDate, Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'

export type ResponseRow = {
  id: Uuid
  on_date: LocalDate | null
  source: 'link' | 'paper' | 'sheet' | null
  building_name: string | null
  tenure: string | null
  since: string | null
  answers: unknown
  comments: unknown
}
type Filter = Omit<QueryOf<typeof listSurveyResponses>, 'cursor'>
/** Pairs of answers, each `f` and `d`. */
export type Pairs = readonly (readonly [number, number])[]

/** Answers by the order of their ids, which says nothing of when they came where that is nobody's business. */
export const listResponseRows = async (
  tx: Tx,
  estateId: Uuid,
  surveyId: Uuid,
  query: Filter & { pairs: Pairs | undefined; after: Uuid | undefined },
): Promise<ResponseRow[]> => {
  const conditions: RawBuilder<unknown>[] = [sql`r.estate_id = ${estateId}`, sql`r.survey_id = ${surveyId}`]
  if (query.building) conditions.push(sql`r.building_id = ${query.building}`)
  if (query.tenure) conditions.push(sql`r.tenure = ${query.tenure}`)
  if (query.since) conditions.push(sql`r.since = ${query.since}`)
  if (query.no !== undefined) {
    const one = { no: query.no, ...(query.satisfaction === undefined ? {} : { s: query.satisfaction }) }
    conditions.push(sql`r.answers @> ${JSON.stringify([one])}::jsonb`)
    if (query.pairs) {
      const any = query.pairs.map(([f, d]) => sql`r.answers @> ${JSON.stringify([{ no: query.no, f, d }])}::jsonb`)
      conditions.push(any.length === 0 ? sql`false` : sql`(${sql.join(any, sql` or `)})`)
    }
  }
  if (query.after) conditions.push(sql`r.id > ${query.after}::uuid`)
  const { rows } = await sql<ResponseRow>`
    select r.id, r.on_date, r.source, b.name as building_name, r.tenure, r.since, r.answers, r.comments
    from survey_response r left join building b on b.estate_id = r.estate_id and b.id = r.building_id
    where ${sql.join(conditions, sql` and `)} order by r.id limit ${query.limit + 1}`.execute(tx.db)
  return rows
}

export type CommentRow = {
  id: Uuid
  at: number
  on_date: LocalDate | null
  building_name: string | null
  touchpoint: string | null
  text: string
}
/** One row a comment, by response and place in it. */
export const listCommentRows = async (
  tx: Tx,
  estateId: Uuid,
  surveyId: Uuid,
  { touchpoint, limit }: QueryOf<typeof listSurveyComments>,
  after: { id: Uuid; at: number } | undefined,
): Promise<CommentRow[]> => {
  const { rows } = await sql<CommentRow>`
    select r.id, c.at::int as at, r.on_date, b.name as building_name, c.said ->> 'touchpoint' as touchpoint, c.said ->> 'text' as text
    from survey_response r cross join lateral jsonb_array_elements(r.comments) with ordinality as c(said, at)
      left join building b on b.estate_id = r.estate_id and b.id = r.building_id
    where r.estate_id = ${estateId} and r.survey_id = ${surveyId}
      ${touchpoint ? sql`and c.said ->> 'touchpoint' = ${touchpoint}` : sql``}
      ${after ? sql`and (r.id, c.at) > (${after.id}::uuid, ${after.at}::bigint)` : sql``}
    order by r.id, c.at limit ${limit + 1}`.execute(tx.db)
  return rows
}

export type OneComment = CommentRow & {
  customer_id: Uuid | null
  customer_name: string | null
  unit_id: Uuid | null
  unit_display: string | null
}
/** One comment with the household whose invitation it answered; of an anonymous survey there is none. */
export const findComment = async (
  tx: Tx,
  estateId: Uuid,
  surveyId: Uuid,
  { responseId, at }: { responseId: Uuid; at: number },
): Promise<OneComment | undefined> => {
  const { rows } = await sql<OneComment>`
    select r.id, c.at::int as at, r.on_date, b.name as building_name, c.said ->> 'touchpoint' as touchpoint, c.said ->> 'text' as text,
      p.id as customer_id, p.name as customer_name, u.id as unit_id, u.display as unit_display
    from survey_response r cross join lateral jsonb_array_elements(r.comments) with ordinality as c(said, at)
      left join building b on b.estate_id = r.estate_id and b.id = r.building_id
      left join survey_invitation i on i.estate_id = r.estate_id and i.id = r.invitation_id
      left join customer p on p.estate_id = i.estate_id and p.id = i.customer_id
      left join unit u on u.estate_id = i.estate_id and u.id = i.unit_id
    where r.estate_id = ${estateId} and r.survey_id = ${surveyId} and r.id = ${responseId} and c.at = ${at}`.execute(
    tx.db,
  )
  return rows[0]
}
