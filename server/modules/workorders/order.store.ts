import { sql } from 'kysely'
import type { Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { Order, OrderPatch } from './order-move.ts'

type OrderId = { estate_id: Uuid; id: Uuid }

export const findOrder = async (tx: Tx, estateId: Uuid, id: Uuid): Promise<Order | undefined> =>
  tx.db.selectFrom('work_order').selectAll().where('estate_id', '=', estateId).where('id', '=', id).executeTakeFirst()

/** The caller has locked the matter before, always in this order, so that matter and order never wait for each other. */
export const lockOrder = async (tx: Tx, estateId: Uuid, id: Uuid): Promise<Order | undefined> =>
  tx.db
    .selectFrom('work_order')
    .selectAll()
    .where('estate_id', '=', estateId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

/** The orders of a matter, newest first; the one that is open, if any, is the first of them. */
export const ordersOfMatter = async (tx: Tx, matter: OrderId): Promise<Order[]> =>
  tx.db
    .selectFrom('work_order')
    .selectAll()
    .where('estate_id', '=', matter.estate_id)
    .where('matter_id', '=', matter.id)
    .orderBy('seq', 'desc')
    .execute()

export type NewOrder = Pick<
  Order,
  | 'estate_id'
  | 'id'
  | 'matter_id'
  | 'seq'
  | 'number'
  | 'line'
  | 'state'
  | 'emergency'
  | 'executor_id'
  | 'appointment_from'
  | 'appointment_to'
  | 'planned_at'
  | 'previous_id'
> & { charge: string; charge_reason: string | null }

export const insertOrder = async (tx: Tx, row: NewOrder): Promise<Order> =>
  tx.db
    .insertInto('work_order')
    .values({ ...row, open: true, created_at: tx.now, updated_at: tx.now })
    .returningAll()
    .executeTakeFirstOrThrow()

export const saveOrder = async (
  tx: Tx,
  order: Order,
  patch: OrderPatch & { state: string; open: boolean },
): Promise<Order> =>
  tx.db
    .updateTable('work_order')
    .set((eb) => ({ ...patch, version: eb('version', '+', 1), updated_at: tx.now }))
    .where('estate_id', '=', order.estate_id)
    .where('id', '=', order.id)
    .where('version', '=', order.version)
    .returningAll()
    .executeTakeFirstOrThrow()

/** Who moved it last, for the one who came second. */
export const lastMoveOf = async (tx: Tx, order: Order): Promise<Record<string, unknown>> => {
  const { rows } = await sql<{ verb: string | null; at: string; actor_name: string }>`
    select verb, at, actor_name from timeline
    where estate_id = ${order.estate_id} and matter_id = ${order.matter_id} and type = 'order' and data ->> 'orderId' = ${order.id}
    order by id desc limit 1`.execute(tx.db)
  const row = rows[0]
  return row ? { verb: row.verb, at: row.at, by: row.actor_name } : {}
}

export const openClockId = async (
  tx: Tx,
  matter: OrderId,
  name: string,
  state: 'running' | 'paused',
): Promise<Uuid | undefined> => {
  const { rows } = await sql<{ id: Uuid }>`
    select id from clock where estate_id = ${matter.estate_id} and matter_id = ${matter.id} and name = ${name} and state = ${state} and ended_at is null`.execute(
    tx.db,
  )
  return rows[0]?.id
}

/** Numbers on file for whoever the matter is about: what was left with it first, then the customer's own. */
export const phonesOf = async (
  tx: Tx,
  matter: { estate_id: Uuid; contact_phone: string | null; customer_id: Uuid | null },
): Promise<string[]> => {
  if (!matter.customer_id) return matter.contact_phone ? [matter.contact_phone] : []
  const { rows } = await sql<{ phone: string }>`
    select phone from customer_phone
    where estate_id = ${matter.estate_id} and customer_id = ${matter.customer_id} and until_date is null
    order by preferred desc, from_date desc, id`.execute(tx.db)
  return [...new Set([...(matter.contact_phone ? [matter.contact_phone] : []), ...rows.map((r) => r.phone)])]
}

export const orderOfFile = async (tx: Tx, file: OrderId): Promise<Order | undefined> =>
  tx.db
    .selectFrom('order_file as l')
    .innerJoin('work_order as w', (j) => j.onRef('w.estate_id', '=', 'l.estate_id').onRef('w.id', '=', 'l.order_id'))
    .selectAll('w')
    .where('l.estate_id', '=', file.estate_id)
    .where('l.file_id', '=', file.id)
    .executeTakeFirst()
