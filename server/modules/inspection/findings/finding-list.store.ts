import { type RawBuilder, sql } from 'kysely'
import type { FindingFilter } from '#contract/findings.ts'
import type { Instant, LocalDate, Uuid } from '#contract/values.ts'
import { LINE_COLUMNS, LINE_JOINS, type MatterListRow, searching, seeMatters } from '#modules/matters/index.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'

export type FindingListRow = MatterListRow & {
  found_on: LocalDate
  place_id: Uuid
  place_code: string
  place_name: string
  touchpoint: string
  item_id: string
  statement_zh: string
  statement_en: string
  severity: string
  times: number
  repeat_of: Uuid | null
  rectify_attempt: number
}
export type FindingPage = { after: { on: LocalDate; id: Uuid } | undefined; limit: number }

/** One row more than asked tells whether there is more. */
export const listFindingRows = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  filter: FindingFilter,
  page: FindingPage,
): Promise<FindingListRow[]> => {
  const conditions = [
    sql`f.estate_id = ${estateId}`,
    sql`m.estate_id = ${estateId}`,
    seeMatters(actor, estateId),
    ...conditionsOf(filter, tx.now),
    ...(filter.q ? [await searching(tx, estateId, filter.q)] : []),
    ...(page.after ? [sql`(f.found_on, f.matter_id) < (${page.after.on}::date, ${page.after.id}::uuid)`] : []),
  ]
  const { rows } = await sql<FindingListRow>`
    select ${LINE_COLUMNS}, f.found_on, f.place_id, p.code as place_code, p.name as place_name, f.touchpoint, f.item_id,
      f.statement_zh, f.statement_en, f.severity, f.times, f.repeat_of, f.rectify_attempt
    from finding f join matter m on m.estate_id = f.estate_id and m.id = f.matter_id
      join place p on p.estate_id = f.estate_id and p.id = f.place_id ${LINE_JOINS}
    where ${sql.join(conditions, sql` and `)}
    order by f.found_on desc, f.matter_id desc limit ${page.limit + 1}`.execute(tx.db)
  return rows
}

/** The day on which a finding was closed, where its estate lies. */
export const closedOn = (f: RawBuilder<unknown>) =>
  sql`(${f}.closed_at at time zone (select e.time_zone from estate e where e.estate_id = ${f}.estate_id))::date`

/** Found by the end of a day, and not closed by then. */
export const openOn = (f: RawBuilder<unknown>, day: LocalDate) =>
  sql`(${f}.found_on <= ${day}::date and (${f}.closed_at is null or ${closedOn(f)} > ${day}::date))`

const conditionsOf = (filter: FindingFilter, now: Instant): RawBuilder<unknown>[] => {
  const found: RawBuilder<unknown>[] = []
  const equal = {
    'm.state': filter.state,
    'm.line': filter.line,
    'm.handler_id': filter.handlerId,
    'f.severity': filter.severity,
    'f.touchpoint': filter.touchpoint,
    'f.place_id': filter.placeId,
    'f.item_id': filter.itemId,
  }
  for (const [column, value] of Object.entries(equal))
    if (value !== undefined) found.push(sql`${sql.ref(column)} = ${value}`)
  const when = (value: string | undefined, condition: RawBuilder<unknown>) => {
    if (value !== undefined) found.push(value === 'true' ? condition : sql`not ${condition}`)
  }
  when(filter.open, sql`m.open`)
  when(filter.overdue, sql`(m.overdue or coalesce(m.next_due_at < ${now}::timestamptz, false))`)
  when(filter.repeat, sql`(f.repeat_of is not null)`)
  if (filter.from !== undefined) found.push(sql`f.found_on >= ${filter.from}::date`)
  if (filter.to !== undefined) found.push(sql`f.found_on <= ${filter.to}::date`)
  when(filter.rejected, sql`(m.state = 'REJECTED')`)
  if (filter.closedFrom !== undefined) found.push(sql`${closedOn(sql`f`)} >= ${filter.closedFrom}::date`)
  if (filter.closedTo !== undefined) found.push(sql`${closedOn(sql`f`)} <= ${filter.closedTo}::date`)
  if (filter.openOn !== undefined) found.push(openOn(sql`f`, filter.openOn))
  return found
}

export type RepeatRow = {
  place_id: Uuid
  place_code: string
  place_name: string
  touchpoint: string
  item_id: string
  statement_zh: string
  statement_en: string
  severity: string
  findings: number
  times: number
  open: number
  last_found_on: LocalDate
}
export type RepeatPage = { after: { findings: string; key: string } | undefined; limit: number }

/** Items that failed more than once at a place: in several findings, or seen again while open. */
export const listRepeatRows = async (
  tx: Tx,
  estateId: Uuid,
  filter: {
    touchpoint?: string | undefined
    severity?: string | undefined
    from?: LocalDate | undefined
    to?: LocalDate | undefined
  },
  page: RepeatPage,
): Promise<RepeatRow[]> => {
  const conditions = [
    sql`f.estate_id = ${estateId}`,
    sql`m.state <> 'REJECTED'`,
    ...(filter.touchpoint === undefined ? [] : [sql`f.touchpoint = ${filter.touchpoint}`]),
    ...(filter.severity === undefined ? [] : [sql`f.severity = ${filter.severity}`]),
    ...(filter.from === undefined ? [] : [sql`f.found_on >= ${filter.from}::date`]),
    ...(filter.to === undefined ? [] : [sql`f.found_on <= ${filter.to}::date`]),
  ]
  const after = page.after
    ? sql`where (-r.findings, r.place_id::text || r.item_id) > (-${page.after.findings}::int, ${page.after.key})`
    : sql``
  const { rows } = await sql<RepeatRow>`
    with r as (
      select f.place_id, f.item_id, f.touchpoint, count(*)::int as findings, sum(f.times)::int as times,
        count(*) filter (where f.closed_at is null)::int as open, max(f.found_on) as last_found_on,
        (array_agg(f.statement_zh order by f.found_on desc))[1] as statement_zh,
        (array_agg(f.statement_en order by f.found_on desc))[1] as statement_en,
        (array_agg(f.severity order by f.found_on desc))[1] as severity
      from finding f join matter m on m.estate_id = f.estate_id and m.id = f.matter_id
      where ${sql.join(conditions, sql` and `)} group by f.place_id, f.item_id, f.touchpoint
      having count(*) > 1 or sum(f.times) > 1)
    select r.*, p.code as place_code, p.name as place_name from r join place p on p.estate_id = ${estateId} and p.id = r.place_id ${after}
    order by -r.findings, r.place_id::text || r.item_id limit ${page.limit + 1}`.execute(tx.db)
  return rows
}
