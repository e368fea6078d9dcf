import { sql } from 'kysely'
import type { Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'

/** What may not stand in a text that many read: names of customers and of rooms, by their ids. */
export const namesAndRooms = async (
  tx: Tx,
  estateId: Uuid,
  ids: { units: readonly Uuid[]; customers: readonly Uuid[] },
): Promise<{ names: string[]; rooms: string[] }> => {
  const { rows } = await sql<{ kind: 'name' | 'room'; text: string }>`
    select 'room' as kind, unnest(array[u.display, u.unit_no]) as text from unit u where u.estate_id = ${estateId} and u.id = any(${[...ids.units]}::uuid[])
    union all select 'name', c.name from customer c where c.estate_id = ${estateId} and c.id = any(${[...ids.customers]}::uuid[])`.execute(
    tx.db,
  )
  const of = (kind: 'name' | 'room') => rows.filter((r) => r.kind === kind).map((r) => r.text)
  return { names: of('name'), rooms: of('room') }
}
