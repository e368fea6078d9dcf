import { sql } from 'kysely'
import type { Matter } from '#modules/matters/index.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { CaseFacts } from './case.store.ts'
import { personalDataIn } from './privacy.rules.ts'

/** Names, rooms and telephones of everybody in this case that stand in a text which many will read (CP-117, CP-138). */
export const personalDataOf = async (
  tx: Tx,
  matter: Pick<Matter, 'estate_id' | 'unit_id' | 'customer_id' | 'customer_name' | 'contact_phone'>,
  facts: Pick<CaseFacts, 'contacts'>,
  text: string,
): Promise<string[]> => {
  const units = [matter.unit_id, ...facts.contacts.map((c) => c.unit_id)].filter((id) => id !== null)
  const customers = [matter.customer_id, ...facts.contacts.map((c) => c.customer_id)].filter((id) => id !== null)
  const { rows } = await sql<{ kind: 'name' | 'room'; text: string }>`
    select 'room' as kind, unnest(array[u.display, u.unit_no]) as text from unit u where u.estate_id = ${matter.estate_id} and u.id = any(${units}::uuid[])
    union all select 'name', c.name from customer c where c.estate_id = ${matter.estate_id} and c.id = any(${customers}::uuid[])`.execute(
    tx.db,
  )
  const said = (list: readonly (string | null)[]) => list.filter((x) => x !== null && x !== '').map(String)
  return personalDataIn(text, {
    names: said([
      matter.customer_name,
      ...facts.contacts.map((c) => c.name),
      ...rows.filter((r) => r.kind === 'name').map((r) => r.text),
    ]),
    rooms: rows.filter((r) => r.kind === 'room').map((r) => r.text),
    phones: said([matter.contact_phone, ...facts.contacts.map((c) => c.phone)]),
  }).map((hit) => hit.text)
}
