import { type Insertable, type Selectable, sql } from 'kysely'
import type { Uuid } from '#contract/values.ts'
import type { DB } from '#platform/db/tables.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { PageWanted } from '../keyset.ts'
import { newestFirst } from '../page.store.ts'

export type MessageRow = Selectable<DB['colleague_message']> & {
  for_name: string | null
  taken_name: string | null
  customer_name: string | null
  matter_number: string | null
}

const MESSAGE = sql`select g.*, f.name as for_name, t.name as taken_name, c.name as customer_name, m.number as matter_number
  from colleague_message g
  left join staff f on f.id = g.for_staff_id
  left join staff t on t.id = g.taken_by
  left join customer c on c.estate_id = g.estate_id and c.id = g.customer_id
  left join matter m on m.estate_id = g.estate_id and m.id = g.matter_id`

export const insertMessage = async (tx: Tx, row: Insertable<DB['colleague_message']>): Promise<void> => {
  await tx.db.insertInto('colleague_message').values(row).execute()
}

export const findMessage = async (tx: Tx, estateId: Uuid, id: Uuid): Promise<MessageRow | undefined> => {
  const { rows } = await sql<MessageRow>`${MESSAGE} where g.estate_id = ${estateId} and g.id = ${id}`.execute(tx.db)
  return rows[0]
}

/** The first receipt stands; a second one changes nothing. */
export const saveAck = async (tx: Tx, estateId: Uuid, id: Uuid, note: string | null): Promise<void> => {
  await tx.db
    .updateTable('colleague_message')
    .set({ acked_at: tx.now, ack_note: note })
    .where('estate_id', '=', estateId)
    .where('id', '=', id)
    .where('acked_at', 'is', null)
    .execute()
}

type Filter = { forStaffId?: Uuid | undefined; takenBy?: Uuid | undefined; acked?: 'true' | 'false' | undefined }
export const listMessageRows = async (
  tx: Tx,
  estateId: Uuid,
  filter: Filter,
  page: PageWanted,
): Promise<MessageRow[]> => {
  const acked =
    filter.acked === undefined
      ? sql``
      : filter.acked === 'true'
        ? sql`and g.acked_at is not null`
        : sql`and g.acked_at is null`
  const { rows } = await sql<MessageRow>`${MESSAGE} where g.estate_id = ${estateId} ${acked}
    ${filter.forStaffId ? sql`and g.for_staff_id = ${filter.forStaffId}` : sql``} ${filter.takenBy ? sql`and g.taken_by = ${filter.takenBy}` : sql``}
    ${newestFirst(sql`g.taken_at`, sql`g.id`, page)}`.execute(tx.db)
  return rows
}
