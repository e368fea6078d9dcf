import { type RawBuilder, sql } from 'kysely'
import type { OrderQuery } from '#contract/orders.ts'
import { isRefusal, type Refusal } from '#contract/refusal.ts'
import type { Instant, Uuid } from '#contract/values.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { decodeCursor, encodeCursor } from '#platform/db/cursor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { mine, ofLines, seeOrders } from './order.policy.ts'
import type { Order } from './order-move.ts'

export type OrderListRow = Order & {
  matter_number: string
  matter_state: string
  title: string
  urgent: boolean
  customer_said: string | null
  unit_id: Uuid | null
  unit_display: string | null
  place: string | null
  customer_id: Uuid | null
  contact_phone: string | null
  customer_name: string | null
  linked_customer_name: string | null
  executor_name: string | null
  executor_provider: boolean
  total_fen: number | null
}

const COLUMNS = sql`w.*, m.number as matter_number, m.state as matter_state, m.title, m.urgent, m.customer_said, m.unit_id, m.place,
  m.customer_id, m.contact_phone, m.customer_name, u.display as unit_display, c.name as linked_customer_name, x.name as executor_name,
  exists (select 1 from staff_role r where r.staff_id = w.executor_id and r.role = 'provider') as executor_provider,
  (select q.total_fen from order_quote q where q.estate_id = w.estate_id and q.order_id = w.id and q.voided_at is null order by q.id desc limit 1) as total_fen`
const JOINS = sql`
  join matter m on m.estate_id = w.estate_id and m.id = w.matter_id
  left join unit u on u.estate_id = m.estate_id and u.id = m.unit_id
  left join customer c on c.estate_id = m.estate_id and c.id = m.customer_id
  left join staff x on x.id = w.executor_id`

export const readOrder = async (tx: Tx, estateId: Uuid, id: Uuid): Promise<OrderListRow | undefined> => {
  const { rows } =
    await sql<OrderListRow>`select ${COLUMNS} from work_order w ${JOINS} where w.estate_id = ${estateId} and w.id = ${id}`.execute(
      tx.db,
    )
  return rows[0]
}

const SORTS = {
  planned: {
    column: sql`w.planned_at`,
    of: (row: Order): Instant | null => row.planned_at,
    direction: sql`asc`,
    than: sql`>`,
  },
  ended: {
    column: sql`w.ended_at`,
    of: (row: Order): Instant | null => row.ended_at,
    direction: sql`desc`,
    than: sql`<`,
  },
} as const

/** One page of orders that the caller may see; keyset on (time, id). */
export const listOrderRows = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  query: OrderQuery,
): Promise<{ rows: OrderListRow[]; next: string | null } | Refusal> => {
  const { column, of, direction, than } = SORTS[query.sort]
  const after = query.cursor ? decodeCursor(query.cursor, 2) : undefined
  if (isRefusal(after)) return after
  const conditions = [
    sql`w.estate_id = ${estateId}`,
    seeOrders(actor, estateId),
    ...filters(actor, estateId, query),
    ...(after ? [sql`(${column}, w.id) ${than} (${after[0]}::timestamptz, ${after[1]}::uuid)`] : []),
  ]
  const { rows } = await sql<OrderListRow>`
    select ${COLUMNS} from work_order w ${JOINS}
    where ${sql.join(conditions, sql` and `)}
    order by ${column} ${direction}, w.id ${direction} limit ${query.limit + 1}`.execute(tx.db)
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  return { rows: page, next: rows.length > query.limit && last ? encodeCursor([of(last), last.id]) : null }
}

const filters = (actor: Actor, estateId: Uuid, query: OrderQuery): RawBuilder<unknown>[] => {
  const found: RawBuilder<unknown>[] = []
  if (query.scope === 'mine') found.push(mine(actor, estateId))
  if (query.scope === 'line') found.push(ofLines(actor, estateId))
  const equal = {
    state: query.state,
    line: query.line,
    executor_id: query.executorId,
    matter_id: query.matterId,
    charge: query.charge,
  }
  for (const [name, value] of Object.entries(equal))
    if (value !== undefined) found.push(sql`${sql.ref(`w.${name}`)} = ${value}`)
  if (query.open !== undefined) found.push(query.open === 'true' ? sql`w.open` : sql`not w.open`)
  // what is still open has no end to be sorted by
  if (query.sort === 'ended') found.push(sql`not w.open`)
  if (query.emergency !== undefined) found.push(query.emergency === 'true' ? sql`w.emergency` : sql`not w.emergency`)
  const day = (date: string) =>
    sql`(${date}::date::timestamp at time zone (select e.time_zone from estate e where e.estate_id = w.estate_id))`
  if (query.plannedFrom) found.push(sql`w.planned_at >= ${day(query.plannedFrom)}`)
  if (query.plannedTo) found.push(sql`w.planned_at < ${day(query.plannedTo)} + interval '1 day'`)
  if (query.number) found.push(sql`w.number like ${`%${query.number.replaceAll(/[\\%_]/g, '')}%`}`)
  return found
}
