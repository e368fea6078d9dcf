import { type Selectable, sql } from 'kysely'
import type { Instant, Uuid } from '#contract/values.ts'
import { seeMatters } from '#modules/matters/index.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { DB } from '#platform/db/tables.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { PageWanted } from '../keyset.ts'
import { MATTER_LINE, MATTER_LINE_JOINS, type MatterLineRow } from '../matter-line.store.ts'
import { newestFirst, oldestFirst } from '../page.store.ts'

export type AttemptRow = Selectable<DB['callback_attempt']> & { staff_name: string | null }
export type NewAttempt = {
  id: Uuid
  round: number
  staff_id: Uuid
  how: string
  outcome: string
  words: string | null
  satisfaction: string | null
  next_at: Instant | null
  grade: string
  reasons: readonly string[]
  override: string | null
  override_words: string | null
}

/** False when this act has been written down already: a move writes its own result only if no attempt did. */
export const insertAttempt = async (
  tx: Tx,
  matter: { estate_id: Uuid; id: Uuid },
  attempt: NewAttempt,
): Promise<boolean> => {
  const rows = await tx.db
    .insertInto('callback_attempt')
    .values({
      ...attempt,
      reasons: [...attempt.reasons],
      estate_id: matter.estate_id,
      matter_id: matter.id,
      at: tx.now,
    })
    .onConflict((c) => c.constraint('callback_attempt_once_key').doNothing())
    .returning('id')
    .execute()
  return rows.length > 0
}

/** Newest first. */
export const attemptsOf = async (tx: Tx, estateId: Uuid, matterId: Uuid): Promise<AttemptRow[]> => {
  const { rows } =
    await sql<AttemptRow>`select a.*, s.name as staff_name from callback_attempt a left join staff s on s.id = a.staff_id
    where a.estate_id = ${estateId} and a.matter_id = ${matterId} order by a.at desc, a.id desc limit 200`.execute(
      tx.db,
    )
  return rows
}

export type Callee = { no_callback: boolean; quiet_hours: unknown; phone: string | null }

/** What the archive says of calling this customer; the preferred number first. */
export const calleeOf = async (tx: Tx, estateId: Uuid, customerId: Uuid | null): Promise<Callee> => {
  if (customerId === null) return { no_callback: false, quiet_hours: [], phone: null }
  const { rows } = await sql<Callee>`select c.no_callback, c.quiet_hours, (
      select p.phone from customer_phone p where p.estate_id = c.estate_id and p.customer_id = c.id and p.until_date is null
      order by p.preferred desc, p.id limit 1) as phone
    from customer c where c.estate_id = ${estateId} and c.id = ${customerId}`.execute(tx.db)
  return rows[0] ?? { no_callback: false, quiet_hours: [], phone: null }
}

export type CallbackRow = MatterLineRow & {
  clock_id: Uuid
  clock: string
  due_at: Instant
  contact_phone: string | null
  no_callback: boolean | null
  quiet_hours: unknown
  customer_phone: string | null
  tries: { at: Instant; outcome: string; next_at: Instant | null }[]
}

type Filter = {
  kind?: string | undefined
  mine?: 'owner' | 'any' | undefined
  ready?: 'true' | undefined
  overdue?: 'true' | 'false' | undefined
}

// tries of the present round, newest first
const TRIES = sql`coalesce((select json_agg(json_build_object('outcome', a.outcome,
      'at', to_char(a.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'next_at', to_char(a.next_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by a.at desc)
    from callback_attempt a where a.estate_id = m.estate_id and a.matter_id = m.id and a.round = m.attempt + m.reopened_count), '[]') as tries`

/** Open clocks of callbacks, the most urgent first. */
export const listCallbackRows = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  filter: Filter,
  page: PageWanted,
): Promise<CallbackRow[]> => {
  const mine =
    filter.mine === 'owner'
      ? sql`and m.owner_id = ${actor.id}`
      : filter.mine === 'any'
        ? sql`and ${actor.id}::uuid in (m.owner_id, m.co_owner_id, m.handler_id, m.dedicated_id)`
        : sql``
  const ready = filter.ready
    ? sql`and not exists (select 1 from callback_attempt l where l.estate_id = m.estate_id and l.matter_id = m.id and l.next_at > ${tx.now}
        and l.at = (select max(x.at) from callback_attempt x where x.estate_id = m.estate_id and x.matter_id = m.id))`
    : sql``
  const overdue = filter.overdue
    ? filter.overdue === 'true'
      ? sql`and k.due_at < ${tx.now}`
      : sql`and k.due_at >= ${tx.now}`
    : sql``
  const { rows } =
    await sql<CallbackRow>`select ${MATTER_LINE}, k.id as clock_id, k.name as clock, k.due_at, m.contact_phone,
      mc.no_callback, mc.quiet_hours, ${TRIES},
      (select p.phone from customer_phone p where p.estate_id = m.estate_id and p.customer_id = m.customer_id and p.until_date is null
        order by p.preferred desc, p.id limit 1) as customer_phone
    from clock k join matter m on m.estate_id = k.estate_id and m.id = k.matter_id ${MATTER_LINE_JOINS}
    where k.estate_id = ${estateId} and k.ended_at is null and k.name like '%.callback' and m.open and ${seeMatters(actor, estateId)}
      ${filter.kind ? sql`and m.kind = ${filter.kind}` : sql``} ${mine} ${ready} ${overdue}
    ${oldestFirst(sql`k.due_at`, sql`k.id`, page)}`.execute(tx.db)
  return rows
}

export type ResultRow = AttemptRow & { number: string; title: string; open: boolean; matter_round: number }

export const listResultRows = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  filter: { satisfaction?: string | undefined; outcome?: string | undefined; staffId?: Uuid | undefined },
  page: PageWanted,
): Promise<ResultRow[]> => {
  const { rows } =
    await sql<ResultRow>`select a.*, s.name as staff_name, m.number, m.title, m.open, m.attempt + m.reopened_count as matter_round
    from callback_attempt a join matter m on m.estate_id = a.estate_id and m.id = a.matter_id left join staff s on s.id = a.staff_id
    where a.estate_id = ${estateId} and ${seeMatters(actor, estateId)}
      ${filter.satisfaction ? sql`and a.satisfaction = ${filter.satisfaction}` : sql``} ${filter.outcome ? sql`and a.outcome = ${filter.outcome}` : sql``}
      ${filter.staffId ? sql`and a.staff_id = ${filter.staffId}` : sql``} ${newestFirst(sql`a.at`, sql`a.id`, page)}`.execute(
      tx.db,
    )
  return rows
}
