import type { Uuid } from '#contract/values.ts'
import { seeMatters } from '#modules/matters/index.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { sql } from 'kysely'
import { MATTER_LINE, MATTER_LINE_JOINS, type MatterLineRow } from '../matter-line.store.ts'

export type CallerRow = {
  id: Uuid
  name: string
  no_callback: boolean
  important: boolean
  units: { id: Uuid; display: string; role: string }[]
}

/** Customers who have one of these numbers now, with the rooms they live in or own. */
export const callersOf = async (tx: Tx, estateId: Uuid, forms: readonly string[]): Promise<CallerRow[]> => {
  if (forms.length === 0) return []
  const { rows } = await sql<CallerRow>`select c.id, c.name, c.no_callback, c.important,
      coalesce((select json_agg(json_build_object('id', u.id, 'display', u.display, 'role', r.role) order by r.primary_contact desc, u.unit_no)
        from residence r join unit u on u.estate_id = r.estate_id and u.id = r.unit_id
        where r.estate_id = c.estate_id and r.customer_id = c.id and r.until_date is null), '[]') as units
    from customer c
    where c.estate_id = ${estateId} and c.id in (select p.customer_id from customer_phone p
      where p.estate_id = ${estateId} and p.phone = any(${[...forms]}::text[]) and p.until_date is null)
    order by c.important desc, c.name, c.id limit 10`.execute(tx.db)
  return rows
}

/** Open matters of these people and of their rooms, the most urgent first. */
export const openMattersOf = async (tx: Tx, actor: Actor, estateId: Uuid, callers: readonly CallerRow[]): Promise<MatterLineRow[]> => {
  if (callers.length === 0) return []
  const people = callers.map((c) => c.id)
  const units = callers.flatMap((c) => c.units.map((u) => u.id))
  const { rows } = await sql<MatterLineRow>`select ${MATTER_LINE} from matter m ${MATTER_LINE_JOINS}
    where m.estate_id = ${estateId} and m.open and ${seeMatters(actor, estateId)}
      and (m.customer_id = any(${people}::uuid[]) or m.unit_id = any(${units}::uuid[]))
    order by m.next_due_at nulls last, m.id limit 20`.execute(tx.db)
  return rows
}
