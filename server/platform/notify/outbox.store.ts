import { type RawBuilder, sql } from 'kysely'
import { isRefusal, type Refusal } from '#contract/refusal.ts'
import type { OutboxQuery } from '#contract/running.ts'
import type { Instant, Uuid } from '#contract/values.ts'
import { encodeCursor } from '../db/cursor.ts'
import { keysetOf } from '../db/keyset.ts'
import type { Tx } from '../db/tx.ts'

export type OutboxRow = {
  estate_id: Uuid
  id: Uuid
  matter_id: Uuid | null
  matter_number: string | null
  channel: string
  template: string
  language: string
  to_kind: string
  to_id: Uuid | null
  to_name: string | null
  to_address: string | null
  body: string
  urgent: boolean
  state: string
  via: string | null
  not_before: Instant
  attempts: number
  error: string | null
  created_at: Instant
  sent_at: Instant | null
  read_at: Instant | null
}

const COLUMNS = sql`o.estate_id, o.id, o.matter_id, o.channel, o.template, o.language, o.to_kind, o.to_id, o.to_address, o.body,
  o.urgent, o.state, o.via, o.not_before, o.attempts, o.error, o.created_at, o.sent_at, o.read_at`
const SELECT = sql`select ${COLUMNS}, coalesce(o.to_name, s.name) as to_name, m.number as matter_number
  from outbox_message o
  left join matter m on m.estate_id = o.estate_id and m.id = o.matter_id
  left join staff s on o.to_kind = 'staff' and s.id = o.to_id`

/** Who looks: what is confidential is found by whom it was told, and by whoever may read all of it. */
export type OutboxReader = { id: Uuid; confidential: boolean }
const findable = ({ id, confidential }: OutboxReader) =>
  confidential ? sql`true` : sql`(not o.confidential or o.to_kind = 'staff' and o.to_id = ${id})`

/** Newest first. */
export const outboxPage = async (
  tx: Tx,
  reader: OutboxReader,
  estateId: Uuid,
  query: OutboxQuery,
): Promise<{ rows: OutboxRow[]; next: string | null } | Refusal> => {
  const after = keysetOf(query.cursor, ['instant', 'uuid'])
  if (isRefusal(after)) return after
  const conditions = [
    sql`o.estate_id = ${estateId}`,
    findable(reader),
    ...filters(query),
    ...(after ? [sql`(o.created_at, o.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`] : []),
  ]
  const { rows } = await sql<OutboxRow>`${SELECT} where ${sql.join(conditions, sql` and `)}
    order by o.created_at desc, o.id desc limit ${query.limit + 1}`.execute(tx.db)
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  return { rows: page, next: rows.length > query.limit && last ? encodeCursor([last.created_at, last.id]) : null }
}

const filters = (query: OutboxQuery): RawBuilder<unknown>[] => {
  const found: RawBuilder<unknown>[] = []
  if (query.channel) found.push(sql`o.channel = ${query.channel}`)
  if (query.state) found.push(sql`o.state = ${query.state}`)
  if (query.customerId) found.push(sql`o.to_kind = 'customer' and o.to_id = ${query.customerId}`)
  if (query.staffId) found.push(sql`o.to_kind = 'staff' and o.to_id = ${query.staffId}`)
  if (query.matterId) found.push(sql`o.matter_id = ${query.matterId}`)
  const zone = sql`(select e.time_zone from estate e where e.estate_id = o.estate_id)`
  if (query.from) found.push(sql`o.created_at >= (${query.from}::date::timestamp at time zone ${zone})`)
  if (query.to) found.push(sql`o.created_at < ((${query.to}::date + 1)::timestamp at time zone ${zone})`)
  return found
}

export const findMessage = async (tx: Tx, estateId: Uuid, id: Uuid): Promise<OutboxRow | undefined> => {
  const { rows } = await sql<OutboxRow>`${SELECT} where o.estate_id = ${estateId} and o.id = ${id}`.execute(tx.db)
  return rows[0]
}

export type MessageChange = {
  state?: 'held' | 'waiting'
  attempts?: number
  not_before?: Instant
  error?: string | null
  read_at?: Instant
}

/** Changes a message that still stands in one of these states; false when it has moved on meanwhile. */
export const changeMessage = async (
  tx: Tx,
  estateId: Uuid,
  id: Uuid,
  from: readonly string[],
  change: MessageChange,
): Promise<boolean> => {
  const row = await tx.db
    .updateTable('outbox_message')
    .set(change)
    .where('estate_id', '=', estateId)
    .where('id', '=', id)
    .where('state', 'in', [...from])
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/**
 * Takes messages whose time has come: counts the try and lends them to this sender until the lease runs out, skipping
 * what another holds. A sender that dies gives them back by the lease; nothing is lost, at worst one goes out twice.
 */
export const takeWaiting = async (tx: Tx, limit: number, leaseUntil: Instant): Promise<OutboxRow[]> => {
  const { rows } = await sql<OutboxRow>`
    with due as materialized (
      select estate_id, id from outbox_message where state = 'waiting' and not_before <= ${tx.now}
      order by not_before limit ${limit} for update skip locked)
    update outbox_message o set attempts = o.attempts + 1, not_before = ${leaseUntil}
    from due where o.estate_id = due.estate_id and o.id = due.id
    returning o.*, null as matter_number`.execute(tx.db)
  return rows
}

export type Settled = {
  estate_id: Uuid
  id: Uuid
  attempts: number
  state: string
  not_before: Instant
  error: string | null
  via: string | null
  sent_at: Instant | null
}

/** Writes what became of taken messages; one that an operator held meanwhile, or another sender took since, stays as it is. */
export const settleMessages = async (tx: Tx, settled: readonly Settled[]): Promise<void> => {
  if (settled.length === 0) return
  await sql`
    update outbox_message o set state = r.state, not_before = r.not_before, error = r.error, via = r.via, sent_at = r.sent_at
    from jsonb_to_recordset(${JSON.stringify(settled)}::jsonb)
      as r(estate_id uuid, id uuid, attempts int, state text, not_before timestamptz, error text, via text, sent_at timestamptz)
    where o.estate_id = r.estate_id and o.id = r.id and o.attempts = r.attempts
      and (o.state = 'waiting' or r.state = 'sent')`.execute(tx.db)
}
