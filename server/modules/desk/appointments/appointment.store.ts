import { type Insertable, type Selectable, sql } from 'kysely'
import type { Instant, Uuid } from '#contract/values.ts'
import type { DB } from '#platform/db/tables.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { PageWanted } from '../keyset.ts'
import { oldestFirst } from '../page.store.ts'

export type AppointmentRow = Selectable<DB['appointment']> & {
  linked_name: string | null
  unit_display: string | null
  matter_number: string | null
  maker_name: string | null
}

const APPOINTMENT = sql`select a.*, c.name as linked_name, u.display as unit_display, m.number as matter_number, s.name as maker_name
  from appointment a
  left join customer c on c.estate_id = a.estate_id and c.id = a.customer_id
  left join unit u on u.estate_id = a.estate_id and u.id = a.unit_id
  left join matter m on m.estate_id = a.estate_id and m.id = a.matter_id
  left join staff s on s.id = a.created_by`

export const insertAppointment = async (tx: Tx, row: Insertable<DB['appointment']>): Promise<void> => {
  await tx.db.insertInto('appointment').values(row).execute()
}

export const findAppointment = async (tx: Tx, estateId: Uuid, id: Uuid): Promise<AppointmentRow | undefined> => {
  const { rows } = await sql<AppointmentRow>`${APPOINTMENT} where a.estate_id = ${estateId} and a.id = ${id}`.execute(
    tx.db,
  )
  return rows[0]
}

/** False when its version or state was no longer the one the caller saw. */
export const endBooked = async (
  tx: Tx,
  row: { estate_id: Uuid; id: Uuid; version: number },
  end: { state: string; note: string | null; ended_at: Instant; ended_by: Uuid },
): Promise<boolean> => {
  const done = await tx.db
    .updateTable('appointment')
    .set((eb) => ({ ...end, version: eb('version', '+', 1) }))
    .where('estate_id', '=', row.estate_id)
    .where('id', '=', row.id)
    .where('version', '=', row.version)
    .where('state', '=', 'booked')
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

type Filter = {
  state?: string | undefined
  customerId?: Uuid | undefined
  unitId?: Uuid | undefined
  matterId?: Uuid | undefined
}

export const listAppointmentRows = async (
  tx: Tx,
  estateId: Uuid,
  filter: Filter,
  page: PageWanted,
): Promise<AppointmentRow[]> => {
  const equal = {
    state: filter.state,
    customer_id: filter.customerId,
    unit_id: filter.unitId,
    matter_id: filter.matterId,
  }
  const conditions = Object.entries(equal).flatMap(([column, value]) =>
    value === undefined ? [] : [sql`and ${sql.ref(`a.${column}`)} = ${value}`],
  )
  const { rows } = await sql<AppointmentRow>`${APPOINTMENT} where a.estate_id = ${estateId}
    ${sql.join(conditions, sql` `)} ${oldestFirst(sql`a.starts_at`, sql`a.id`, page)}`.execute(tx.db)
  return rows
}
