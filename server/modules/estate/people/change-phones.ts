import type { CreateCustomer } from '#contract/customers.ts'
import { isRefusal, type Refusal, refuse } from '#contract/refusal.ts'
import type { LocalDate, Uuid } from '#contract/values.ts'
import { audit } from '#platform/audit/audit.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { newId } from '#platform/ids.ts'
import { maskPhone } from '#platform/privacy/mask.ts'
import { refreshCustomerKeys } from '../search/put-keys.ts'
import { todayIn } from '../today.ts'
import {
  findPhone,
  insertPhones,
  lockCustomer,
  type Phone,
  phonesOf,
  touchCustomer,
  unpreferPhones,
  updatePhone,
} from './customer.store.ts'
import { phoneNumber } from './read-phone-number.ts'

/** E_NOT_FOUND, E_INPUT (no number), E_DUPLICATE (the customer has it already). */
export const addPhone = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  customerId: Uuid,
  input: CreateCustomer['phones'][number],
): Promise<Phone | Refusal> => {
  if (!(await lockCustomer(tx, estateId, customerId))) return refuse('E_NOT_FOUND')
  const phone = phoneNumber(input.phone, 'body.phone')
  if (isRefusal(phone)) return phone
  const current = (await phonesOf(tx, estateId, [customerId])).filter((p) => p.until_date === null)
  if (current.some((p) => p.phone === phone)) return refuse('E_DUPLICATE', { field: 'body.phone' })
  const row: Phone = {
    estate_id: estateId,
    id: newId(),
    customer_id: customerId,
    phone,
    label: input.label ?? null,
    preferred: input.preferred || !current.some((p) => p.preferred),
    from_date: input.fromDate ?? (await todayIn(tx, estateId)),
    until_date: null,
  }
  if (row.preferred) await unpreferPhones(tx, estateId, customerId)
  await insertPhones(tx, [row])
  await told(tx, actor, row, 'phone.added', {
    after: { phone: maskPhone(phone), label: row.label, preferred: row.preferred },
  })
  return row
}

export type PhoneChange = {
  label?: string | null | undefined
  preferred?: boolean | undefined
  untilDate?: LocalDate | undefined
}

/** FD-011: a number ends, it is not deleted. E_NOT_FOUND, E_STATE_CHANGED (ended already), E_TIME_RANGE (ends before it began). */
export const changePhone = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  customerId: Uuid,
  id: Uuid,
  change: PhoneChange,
): Promise<Phone | Refusal> => {
  if (!(await lockCustomer(tx, estateId, customerId))) return refuse('E_NOT_FOUND')
  const before = await findPhone(tx, estateId, customerId, id)
  if (!before) return refuse('E_NOT_FOUND')
  if (before.until_date !== null) return refuse('E_STATE_CHANGED', { details: { untilDate: before.until_date } })
  if (change.untilDate !== undefined && change.untilDate < before.from_date)
    return refuse('E_TIME_RANGE', { field: 'body.untilDate' })
  const patch = {
    ...(change.label !== undefined && { label: change.label }),
    ...(change.preferred !== undefined && { preferred: change.preferred }),
    ...(change.untilDate !== undefined && { until_date: change.untilDate, preferred: false }),
  }
  if (Object.keys(patch).length === 0) return before
  if (patch.preferred) await unpreferPhones(tx, estateId, customerId)
  const after = await updatePhone(tx, before, patch)
  const shown = ({ phone, label, preferred, until_date }: Phone) => ({
    phone: maskPhone(phone),
    label,
    preferred,
    until_date,
  })
  await told(tx, actor, after, change.untilDate === undefined ? 'phone.changed' : 'phone.ended', {
    before: shown(before),
    after: shown(after),
  })
  return after
}

const told = async (
  tx: Tx,
  actor: Actor,
  phone: Phone,
  action: string,
  change: { before?: unknown; after: unknown },
) => {
  const { estate_id: estateId, customer_id: customerId } = phone
  await audit(tx, actor, { estateId, action, subjectKind: 'phone', subjectId: phone.id, ...change })
  await touchCustomer(tx, estateId, [customerId])
  await refreshCustomerKeys(tx, estateId, [customerId])
  tx.tell({ estateId, topic: 'customers' })
}
