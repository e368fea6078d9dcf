import { type RawBuilder, type Selectable, sql } from 'kysely'
import type { LocalDate, Uuid } from '#contract/values.ts'
import { plusMilliseconds } from '#platform/calendar/instants.rules.ts'
import type { DB } from '#platform/db/tables.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { PageWanted } from '../keyset.ts'
import { newestFirst } from '../page.store.ts'

export type VisitorRow = Selectable<DB['queue_visitor']> & {
  linked_name: string | null
  unit_display: string | null
  called_name: string | null
}
export type AssistRow = Selectable<DB['queue_assist']> & { came_name: string | null }

/** Nobody waits at a desk for longer; who was forgotten on the list fades from it. */
const FADES_AFTER_MS = 12 * 3_600_000

const VISITOR = sql`select v.*, c.name as linked_name, u.display as unit_display, s.name as called_name
  from queue_visitor v
  left join customer c on c.estate_id = v.estate_id and c.id = v.customer_id
  left join unit u on u.estate_id = v.estate_id and u.id = v.unit_id
  left join staff s on s.id = v.called_by`

export const insertVisitor = async (
  tx: Tx,
  row: {
    estate_id: Uuid
    id: Uuid
    on_date: LocalDate
    ticket: number
    customer_name: string | null
    purpose: string | null
    customer_id: Uuid | null
    unit_id: Uuid | null
    registered_by: Uuid
  },
): Promise<void> => {
  await tx.db
    .insertInto('queue_visitor')
    .values({ ...row, state: 'waiting', arrived_at: tx.now })
    .execute()
}

export const visitorsNow = async (tx: Tx, estateId: Uuid): Promise<VisitorRow[]> => {
  const { rows } = await sql<VisitorRow>`${VISITOR}
    where v.estate_id = ${estateId} and v.state in ('waiting', 'serving') and v.arrived_at > ${plusMilliseconds(tx.now, -FADES_AFTER_MS)}
    order by v.arrived_at, v.id`.execute(tx.db)
  return rows
}

export const findVisitor = async (tx: Tx, estateId: Uuid, id: Uuid): Promise<VisitorRow | undefined> => {
  const { rows } = await sql<VisitorRow>`${VISITOR} where v.estate_id = ${estateId} and v.id = ${id}`.execute(tx.db)
  return rows[0]
}

export const countWaiting = async (tx: Tx, estateId: Uuid): Promise<number> => {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from queue_visitor
    where estate_id = ${estateId} and state = 'waiting' and arrived_at > ${plusMilliseconds(tx.now, -FADES_AFTER_MS)}`.execute(
    tx.db,
  )
  return rows[0]?.n ?? 0
}

/** Two clerks who call at once get two customers; undefined when nobody waits. */
export const takeNext = (tx: Tx, estateId: Uuid, staffId: Uuid): Promise<Uuid | undefined> =>
  take(
    tx,
    estateId,
    staffId,
    sql`id = (select id from queue_visitor
    where estate_id = ${estateId} and state = 'waiting' and arrived_at > ${plusMilliseconds(tx.now, -FADES_AFTER_MS)}
    order by arrived_at, id limit 1 for update skip locked)`,
  )

export const takeThis = (tx: Tx, estateId: Uuid, staffId: Uuid, id: Uuid): Promise<Uuid | undefined> =>
  take(tx, estateId, staffId, sql`id = ${id}`)

const take = async (tx: Tx, estateId: Uuid, staffId: Uuid, which: RawBuilder<unknown>) => {
  const { rows } = await sql<{
    id: Uuid
  }>`update queue_visitor set state = 'serving', called_at = ${tx.now}, called_by = ${staffId}
    where estate_id = ${estateId} and state = 'waiting' and ${which} returning id`.execute(tx.db)
  return rows[0]?.id
}

/** Whom this clerk served before the one just called has been served. */
export const finishMine = async (tx: Tx, estateId: Uuid, staffId: Uuid, taken: Uuid): Promise<void> => {
  await sql`update queue_visitor set state = 'served', ended_at = ${tx.now}
    where estate_id = ${estateId} and state = 'serving' and called_by = ${staffId} and id <> ${taken}`.execute(tx.db)
}

/** False when somebody else was first. */
export const endVisitor = async (
  tx: Tx,
  estateId: Uuid,
  id: Uuid,
  end: { from: readonly string[]; to: 'served' | 'left'; matterId?: Uuid | undefined },
): Promise<boolean> => {
  const { rows } =
    await sql`update queue_visitor set state = ${end.to}, ended_at = ${tx.now}, matter_id = coalesce(${end.matterId ?? null}::uuid, matter_id)
    where estate_id = ${estateId} and id = ${id} and state = any(${[...end.from]}::text[]) returning 1`.execute(tx.db)
  return rows.length > 0
}

const ASSIST = sql`select a.*, s.name as came_name from queue_assist a left join staff s on s.id = a.came_by`

export const openAssist = async (tx: Tx, estateId: Uuid): Promise<AssistRow | undefined> => {
  const { rows } = await sql<AssistRow>`${ASSIST} where a.estate_id = ${estateId} and a.ended_at is null`.execute(tx.db)
  return rows[0]
}

/** Of two arrivals at once one calls; false for the other. */
export const insertAssist = async (
  tx: Tx,
  row: { estate_id: Uuid; id: Uuid; length: number; threshold: number },
): Promise<boolean> => {
  const { rows } = await sql`insert into queue_assist (estate_id, id, called_at, length, threshold)
    values (${row.estate_id}, ${row.id}, ${tx.now}, ${row.length}, ${row.threshold})
    on conflict (estate_id) where ended_at is null do nothing returning 1`.execute(tx.db)
  return rows.length > 0
}

export const endAssist = async (tx: Tx, estateId: Uuid): Promise<void> => {
  await sql`update queue_assist set ended_at = ${tx.now} where estate_id = ${estateId} and ended_at is null`.execute(
    tx.db,
  )
}

/** The first who comes is written down; undefined when there is no such call. */
export const comeToAssist = async (tx: Tx, estateId: Uuid, id: Uuid, staffId: Uuid): Promise<AssistRow | undefined> => {
  await sql`update queue_assist set came_by = ${staffId}, came_at = ${tx.now}
    where estate_id = ${estateId} and id = ${id} and came_by is null`.execute(tx.db)
  const { rows } = await sql<AssistRow>`${ASSIST} where a.estate_id = ${estateId} and a.id = ${id}`.execute(tx.db)
  return rows[0]
}

export const listVisitorRows = async (
  tx: Tx,
  estateId: Uuid,
  page: PageWanted & { state?: string | undefined },
): Promise<VisitorRow[]> => {
  const { rows } = await sql<VisitorRow>`${VISITOR} where v.estate_id = ${estateId}
    ${page.state ? sql`and v.state = ${page.state}` : sql``} ${newestFirst(sql`v.arrived_at`, sql`v.id`, page)}`.execute(
    tx.db,
  )
  return rows
}

export const listAssistRows = async (tx: Tx, estateId: Uuid, page: PageWanted): Promise<AssistRow[]> => {
  const { rows } =
    await sql<AssistRow>`${ASSIST} where a.estate_id = ${estateId} ${newestFirst(sql`a.called_at`, sql`a.id`, page)}`.execute(
      tx.db,
    )
  return rows
}
