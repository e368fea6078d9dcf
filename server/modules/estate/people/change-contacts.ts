import type { CreateCustomer } from '#contract/customers.ts'
import { isRefusal, type Refusal, refuse } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'
import { audit } from '#platform/audit/audit.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { newId } from '#platform/ids.ts'
import { maskPhone } from '#platform/privacy/mask.ts'
import { todayIn } from '../today.ts'
import { type Contact, endContact, findContact, insertContacts, lockCustomer, touchCustomer } from './customer.store.ts'
import { phoneNumber } from './read-phone-number.ts'

/** E_NOT_FOUND, E_INPUT (no number). */
export const addContact = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  customerId: Uuid,
  input: CreateCustomer['emergencyContacts'][number],
): Promise<Contact | Refusal> => {
  if (!(await lockCustomer(tx, estateId, customerId))) return refuse('E_NOT_FOUND')
  const phone = phoneNumber(input.phone, 'body.phone')
  if (isRefusal(phone)) return phone
  const row: Contact = {
    estate_id: estateId,
    id: newId(),
    customer_id: customerId,
    name: input.name,
    relation: input.relation ?? null,
    phone,
    from_date: await todayIn(tx, estateId),
    until_date: null,
    end_reason: null,
  }
  await insertContacts(tx, [row])
  await told(tx, actor, row, 'contact.added', { after: shown(row) })
  return row
}

/** FD-011: it ends today and stays on file. E_NOT_FOUND, E_STATE_CHANGED. */
export const endEmergencyContact = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  customerId: Uuid,
  id: Uuid,
  reason: string,
): Promise<Contact | Refusal> => {
  if (!(await lockCustomer(tx, estateId, customerId))) return refuse('E_NOT_FOUND')
  const before = await findContact(tx, estateId, customerId, id)
  if (!before) return refuse('E_NOT_FOUND')
  if (before.until_date !== null) return refuse('E_STATE_CHANGED', { details: { untilDate: before.until_date } })
  const after = await endContact(tx, before, await todayIn(tx, estateId), reason)
  await told(tx, actor, after, 'contact.ended', { before: shown(before), after: { ...shown(after), reason } })
  return after
}

const shown = (row: Contact) => ({
  name: row.name,
  relation: row.relation,
  phone: maskPhone(row.phone),
  until_date: row.until_date,
})

const told = async (
  tx: Tx,
  actor: Actor,
  row: Contact,
  action: string,
  change: { before?: unknown; after: unknown },
) => {
  await audit(tx, actor, { estateId: row.estate_id, action, subjectKind: 'contact', subjectId: row.id, ...change })
  await touchCustomer(tx, row.estate_id, [row.customer_id])
  tx.tell({ estateId: row.estate_id, topic: 'customers' })
}
