import type { z } from 'zod'
import type { UnmaskCustomer } from '#contract/customers.ts'
import { type Refusal, refuse } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'
import { audit } from '#platform/audit/audit.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { Cipher } from '#platform/privacy/cipher.ts'
import { type Customer, findContact, findCustomer, findPhone } from './customer.store.ts'
import { vehiclesOf } from './household.store.ts'
import { openPaper } from './paper.ts'

/** FD-015: one personal value in full, and an audit row that says who looked at what and why. E_NOT_FOUND. */
export const unmaskCustomer = async (
  tx: Tx,
  actor: Actor,
  cipher: Cipher,
  estateId: Uuid,
  id: Uuid,
  input: z.output<typeof UnmaskCustomer>,
): Promise<{ value: string } | Refusal> => {
  const customer = await findCustomer(tx, estateId, id)
  if (!customer) return refuse('E_NOT_FOUND')
  const value = await valueOfField(tx, cipher, customer, input.field, input.itemId)
  if (value === undefined) return refuse('E_NOT_FOUND', { field: 'body.itemId' })
  await audit(tx, actor, {
    estateId,
    action: 'customer.unmasked',
    subjectKind: 'customer',
    subjectId: id,
    purpose: input.purpose,
    after: { field: input.field, ...(input.itemId && { item: input.itemId }) },
  })
  return { value }
}

const valueOfField = async (
  tx: Tx,
  cipher: Cipher,
  customer: Customer,
  field: z.output<typeof UnmaskCustomer>['field'],
  itemId: Uuid | undefined,
): Promise<string | undefined> => {
  const { estate_id: estateId, id } = customer
  switch (field) {
    case 'idNumber':
      return customer.id_cipher ? openPaper(cipher, estateId, id, 'id', customer.id_cipher) : undefined
    case 'representativeId':
      return customer.representative_cipher
        ? openPaper(cipher, estateId, id, 'representative', customer.representative_cipher)
        : undefined
    case 'phone':
      return itemId && (await findPhone(tx, estateId, id, itemId))?.phone
    case 'emergencyPhone':
      return itemId && (await findContact(tx, estateId, id, itemId))?.phone
    case 'plate':
      return itemId && (await vehiclesOf(tx, estateId, { id: itemId })).find((v) => v.customer_id === id)?.plate
  }
}
