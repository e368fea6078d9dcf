import { type RawBuilder, sql } from 'kysely'
import type { Instant, LocalDate, Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'
import { CODE, COUNTED } from '../case-facts.store.ts'

export type FactsRow = {
  number: string
  title: string
  state: string
  channel: string
  received_at: Instant
  customer: string | null
  unit: string | null
  place: string | null
  customer_said: string | null
  details: unknown
  claim_fen: number
  compensation_fen: number | null
  code: string | null
  classified: boolean
  cause: string | null
  factor: string | null
  persons: number
  times: number
  impact: string | null
  proposal: string | null
  result: string | null
  reply_due_at: Instant | null
  first_reply_at: Instant | null
  major_at: Instant | null
  hot_at: Instant | null
  closed_at: Instant | null
  satisfaction: string | null
  owner: string
  handler: string | null
}
export const factsRowOf = async (tx: Tx, estateId: Uuid, matterId: Uuid): Promise<FactsRow | undefined> => {
  const { rows } = await sql<FactsRow>`
    select m.number, m.title, m.state, cc.channel, m.received_at, coalesce(c.name, m.customer_name) as customer, u.display as unit, m.place,
      m.customer_said, m.details, cc.claim_fen, cc.compensation_fen, ${CODE} as code, cc.category_final is not null as classified, cc.cause, cc.factor,
      cc.persons, cc.times, cc.impact, cc.proposal, m.result, cc.reply_due_at, cc.first_reply_at, cc.major_at, cc.hot_at, m.closed_at, m.satisfaction,
      coalesce(o.name, '') as owner, h.name as handler
    from complaint_case cc join matter m on m.estate_id = cc.estate_id and m.id = cc.matter_id
      left join customer c on c.estate_id = m.estate_id and c.id = m.customer_id left join unit u on u.estate_id = m.estate_id and u.id = m.unit_id
      left join staff o on o.id = m.owner_id left join staff h on h.id = m.handler_id
    where cc.estate_id = ${estateId} and cc.matter_id = ${matterId}`.execute(tx.db)
  return rows[0]
}

export type CourseRow = { at: Instant; who: string; verb: string; text: string | null }
/** The last steps of a complaint, oldest first. */
export const courseOf = async (tx: Tx, estateId: Uuid, matterId: Uuid, limit: number): Promise<CourseRow[]> => {
  const { rows } = await sql<CourseRow>`
    select t.at, t.actor_name as who, coalesce(t.verb, t.type) as verb, t.text from timeline t
    where t.estate_id = ${estateId} and t.matter_id = ${matterId} and t.type in ('registered', 'move') order by t.id desc limit ${limit}`.execute(
    tx.db,
  )
  return rows.reverse()
}

export type CaseRow = {
  id: Uuid
  number: string
  received_on: LocalDate
  title: string
  code: string | null
  cause: string | null
  measure: string | null
  line: string | null
  persons: number
  times: number
  major: boolean
  hot: boolean
  state: string
  closed_on: LocalDate | null
  satisfaction: string | null
}
const casesIn = (estateId: Uuid, span: { from: LocalDate; to: LocalDate }, legacy: boolean): RawBuilder<unknown> => sql`
  complaint_case cc join matter m on m.estate_id = cc.estate_id and m.id = cc.matter_id
  where cc.estate_id = ${estateId} and m.estate_id = ${estateId} and cc.received_on >= ${span.from}::date and cc.received_on <= ${span.to}::date and ${COUNTED}
    ${legacy ? sql`and left(cc.category_final, 2) = 'C7' and m.flags @> '{developerLegacy}'` : sql``}`

/** CP-131: the counted complaints of a period in the order they came; CP-130: only what the developer left behind. */
export const caseRowsOf = async (
  tx: Tx,
  estateId: Uuid,
  span: { from: LocalDate; to: LocalDate },
  { legacy, timeZone, limit }: { legacy: boolean; timeZone: string; limit: number },
): Promise<CaseRow[]> => {
  const { rows } = await sql<CaseRow>`
    select cc.matter_id as id, m.number, cc.received_on, m.title, ${CODE} as code, cc.cause, coalesce(cc.proposal, m.result) as measure, m.line, cc.persons, cc.times,
      cc.major_at is not null as major, cc.hot_at is not null as hot, m.state, (m.closed_at at time zone ${timeZone}::text)::date as closed_on, m.satisfaction
    from ${casesIn(estateId, span, legacy)} order by cc.received_on, cc.matter_id limit ${limit}`.execute(tx.db)
  return rows
}
