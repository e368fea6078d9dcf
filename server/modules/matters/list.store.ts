import { type RawBuilder, sql } from 'kysely'
import type { MatterQuery } from '#contract/matters.ts'
import { isRefusal, type Refusal } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { toInstant } from '#platform/calendar/instants.rules.ts'
import { decodeCursor, encodeCursor } from '#platform/db/cursor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { seeMatters } from './matter.policy.ts'
import type { Matter } from './matter-kind.ts'
import { searching } from './search.store.ts'

export type MatterListRow = Matter & {
  unit_display: string | null
  linked_customer_name: string | null
  owner_name: string | null
  handler_name: string | null
}

/** Without the search vector, which nobody reads. */
export const LINE_COLUMNS = sql`m.estate_id, m.id, m.number, m.kind, m.contact_type, m.channel, m.state, m.open, m.version, m.title,
  m.customer_id, m.customer_name, m.unit_id, m.line, m.urgent, m.flags, m.owner_id, m.co_owner_id, m.handler_id, m.executor_id, m.dedicated_id,
  m.received_at, m.next_due_at, m.overdue, m.appointment_from, m.satisfaction, m.closed_at,
  u.display as unit_display, c.name as linked_customer_name, o.name as owner_name, h.name as handler_name`
export const LINE_JOINS = sql`
  left join unit u on u.estate_id = m.estate_id and u.id = m.unit_id
  left join customer c on c.estate_id = m.estate_id and c.id = m.customer_id
  left join staff o on o.id = m.owner_id
  left join staff h on h.id = m.handler_id`

/** `always`: never null; an index is only walked in the very order that it was made in. */
type Sorting = { column: RawBuilder<unknown>; key: keyof Matter; descending: boolean; always?: true }
const SORTS: Record<MatterQuery['sort'], Sorting> = {
  due: { column: sql`m.next_due_at`, key: 'next_due_at', descending: false },
  received: { column: sql`m.received_at`, key: 'received_at', descending: true, always: true },
  closed: { column: sql`m.closed_at`, key: 'closed_at', descending: true },
}

/** One page of matters that the caller may see; keyset on (sort value, id), nulls last. */
export const listMatterRows = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  query: MatterQuery,
): Promise<{ rows: MatterListRow[]; next: string | null } | Refusal> => {
  const sorting = SORTS[query.sort]
  const after = query.cursor ? decodeCursor(query.cursor, 2) : undefined
  if (isRefusal(after)) return after
  const conditions = [
    sql`m.estate_id = ${estateId}`,
    seeMatters(actor, estateId),
    ...filters(actor, query),
    ...(query.q ? [await searching(tx, estateId, query.q)] : []),
    ...(after ? [beyond(sorting, after)] : []),
  ]
  const direction = sorting.descending ? sql`desc` : sql`asc`
  const { rows } = await sql<MatterListRow>`
    select ${LINE_COLUMNS} from matter m ${LINE_JOINS}
    where ${sql.join(conditions, sql` and `)}
    order by ${sorting.column} ${direction} ${sorting.always ? sql`` : sql`nulls last`}, m.id ${direction}
    limit ${query.limit + 1}`.execute(tx.db)
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  const value = last?.[sorting.key]
  return {
    rows: page,
    next: rows.length > query.limit && last ? encodeCursor([typeof value === 'string' ? value : null, last.id]) : null,
  }
}

const beyond = ({ column, descending, always }: Sorting, [value, id]: readonly (string | null)[]) => {
  const than = descending ? sql`<` : sql`>`
  if (value === null || value === undefined) return sql`(${column} is null and m.id ${than} ${id}::uuid)`
  const behind = sql`(${column}, m.id) ${than} (${value}::timestamptz, ${id}::uuid)`
  return always ? behind : sql`(${behind} or ${column} is null)`
}

const filters = (actor: Actor, query: MatterQuery): RawBuilder<unknown>[] => {
  const found: RawBuilder<unknown>[] = []
  const equal = {
    kind: query.kind,
    contact_type: query.contactType,
    state: query.state,
    line: query.line,
    channel: query.channel,
    owner_id: query.ownerId,
    handler_id: query.handlerId,
    customer_id: query.customerId,
    unit_id: query.unitId,
    satisfaction: query.satisfaction,
  }
  for (const [column, value] of Object.entries(equal))
    if (value !== undefined) found.push(sql`${sql.ref(`m.${column}`)} = ${value}`)
  // "due" asks for open work; the partial index needs to hear it
  if (query.open !== undefined) found.push(query.open === 'true' ? sql`m.open` : sql`not m.open`)
  if (query.overdue !== undefined)
    found.push(
      query.overdue === 'true'
        ? sql`(m.overdue or m.next_due_at < now())`
        : sql`not (m.overdue or coalesce(m.next_due_at < now(), false))`,
    )
  if (query.flag) found.push(sql`m.flags @> array[${query.flag}]::text[]`)
  if (query.mine === 'owner') found.push(sql`m.owner_id = ${actor.id}`)
  if (query.mine === 'handler') found.push(sql`m.handler_id = ${actor.id}`)
  if (query.mine === 'any')
    found.push(sql`${actor.id}::uuid in (m.owner_id, m.co_owner_id, m.handler_id, m.executor_id, m.dedicated_id)`)
  if (query.dueBefore) found.push(sql`m.next_due_at < ${toInstant(query.dueBefore)}`)
  const day = (date: string) =>
    sql`(${date}::date::timestamp at time zone (select e.time_zone from estate e where e.estate_id = m.estate_id))`
  if (query.receivedFrom) found.push(sql`m.received_at >= ${day(query.receivedFrom)}`)
  if (query.receivedTo) found.push(sql`m.received_at < ${day(query.receivedTo)} + interval '1 day'`)
  if (query.closedFrom) found.push(sql`m.closed_at >= ${day(query.closedFrom)}`)
  if (query.closedTo) found.push(sql`m.closed_at < ${day(query.closedTo)} + interval '1 day'`)
  return found
}
