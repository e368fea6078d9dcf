import { type RawBuilder, sql } from 'kysely'
import type { Instant, LocalDate, Uuid } from '#contract/values.ts'
import type { ViolationFilter } from '#contract/violations.ts'
import { LINE_COLUMNS, LINE_JOINS, type MatterListRow, searching, seeMatters } from '#modules/matters/index.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'

export type ViolationListRow = MatterListRow & {
  type: string
  renovation: boolean
  danger: boolean
  found_on: LocalDate
  talks: number
  notice_deadline: LocalDate | null
}
export type ViolationPage = { after: { on: LocalDate; id: Uuid } | undefined; limit: number }

/** One row more than asked tells whether there is more. */
export const listViolationRows = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  filter: ViolationFilter,
  page: ViolationPage,
): Promise<ViolationListRow[]> => {
  const conditions = [
    sql`v.estate_id = ${estateId}`,
    sql`m.estate_id = ${estateId}`,
    seeMatters(actor, estateId),
    ...conditionsOf(filter, tx.now),
    ...(filter.q ? [await searching(tx, estateId, filter.q)] : []),
    ...(page.after ? [sql`(v.found_on, v.matter_id) < (${page.after.on}::date, ${page.after.id}::uuid)`] : []),
  ]
  const { rows } = await sql<ViolationListRow>`
    select ${LINE_COLUMNS}, v.type, v.renovation, v.danger, v.found_on, v.talks, v.notice_deadline
    from violation v join matter m on m.estate_id = v.estate_id and m.id = v.matter_id ${LINE_JOINS}
    where ${sql.join(conditions, sql` and `)}
    order by v.found_on desc, v.matter_id desc limit ${page.limit + 1}`.execute(tx.db)
  return rows
}

const conditionsOf = (filter: ViolationFilter, now: Instant): RawBuilder<unknown>[] => {
  const found: RawBuilder<unknown>[] = []
  const equal = {
    'm.state': filter.state,
    'm.line': filter.line,
    'm.handler_id': filter.handlerId,
    'v.type': filter.type,
    'v.unit_id': filter.unitId,
  }
  for (const [column, value] of Object.entries(equal))
    if (value !== undefined) found.push(sql`${sql.ref(column)} = ${value}`)
  const when = (value: string | undefined, condition: RawBuilder<unknown>) => {
    if (value !== undefined) found.push(value === 'true' ? condition : sql`not ${condition}`)
  }
  when(filter.open, sql`m.open`)
  when(filter.renovation, sql`v.renovation`)
  when(filter.danger, sql`v.danger`)
  when(filter.overdue, sql`(m.overdue or coalesce(m.next_due_at < ${now}::timestamptz, false))`)
  if (filter.from !== undefined) found.push(sql`v.found_on >= ${filter.from}::date`)
  if (filter.to !== undefined) found.push(sql`v.found_on <= ${filter.to}::date`)
  return found
}
