import type { Matter } from '#modules/matters/index.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { CaseFacts } from './case.store.ts'
import { namesAndRooms } from './personal-data.store.ts'
import { personalDataIn } from './privacy.rules.ts'

const given = (list: readonly (string | null)[]): string[] => list.filter((x) => x !== null && x !== '').map(String)

/** Names, rooms and telephones of everybody in this case that stand in a text which many will read (CP-117). */
export const personalDataOf = async (
  tx: Tx,
  matter: Pick<Matter, 'estate_id' | 'unit_id' | 'customer_id' | 'customer_name' | 'contact_phone'>,
  facts: Pick<CaseFacts, 'contacts'>,
  text: string,
): Promise<string[]> => {
  const known = await namesAndRooms(tx, matter.estate_id, {
    units: given([matter.unit_id, ...facts.contacts.map((c) => c.unit_id)]),
    customers: given([matter.customer_id, ...facts.contacts.map((c) => c.customer_id)]),
  })
  return personalDataIn(text, {
    names: [...known.names, ...given([matter.customer_name, ...facts.contacts.map((c) => c.name)])],
    rooms: known.rooms,
    phones: given([matter.contact_phone, ...facts.contacts.map((c) => c.phone)]),
  }).map((hit) => hit.text)
}
