import type { IdentityCheckView, RecordIdentityCheck } from '#contract/customers.ts'
import { isRefusal, type Refusal, refuse } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'
import { audit } from '#platform/audit/audit.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { newId } from '#platform/ids.ts'
import type { Cipher } from '#platform/privacy/cipher.ts'
import { maskPhone } from '#platform/privacy/mask.ts'
import { todayIn } from '../today.ts'
import { type Customer, findCustomer, findPhone } from './customer.store.ts'
import { type CheckRow, insertCheck } from './identity.store.ts'
import { paperIndex, readPaper } from './paper.ts'

/**
 * FD-008: how it was made sure that this is the customer. A call goes to a number on file and an unanswered one confirms
 * nothing (FD-009); a number shown is compared with the record and never kept. E_NOT_FOUND, E_INPUT.
 */
export const recordIdentityCheck = async (
  tx: Tx,
  actor: Actor,
  cipher: Cipher,
  estateId: Uuid,
  customerId: Uuid,
  input: RecordIdentityCheck,
): Promise<IdentityCheckView | Refusal> => {
  const customer = await findCustomer(tx, estateId, customerId)
  if (!customer) return refuse('E_NOT_FOUND')
  const called = await numberCalled(tx, customer, input)
  if (isRefusal(called)) return called
  const matches = await idMatches(tx, cipher, customer, input)
  if (isRefusal(matches)) return matches
  // the papers of somebody else confirm nobody
  if (matches === false && input.result === 'confirmed')
    return refuse('E_INPUT', { field: 'body.result', details: { idMatches: false } })
  const row: CheckRow = {
    estate_id: estateId,
    id: newId(),
    customer_id: customerId,
    method: input.method,
    result: input.result,
    number_called: called,
    id_matches: matches,
    note: input.note ?? null,
    at: tx.now,
    by_id: actor.id,
    by_name: actor.name,
  }
  const { by_name: _, ...stored } = row
  await insertCheck(tx, stored)
  await audit(tx, actor, {
    estateId,
    action: 'identity.checked',
    subjectKind: 'identityCheck',
    subjectId: row.id,
    after: { method: row.method, result: row.result, number_called: maskPhone(called), id_matches: matches },
  })
  tx.tell({ estateId, topic: 'customers' })
  return presentCheck(row)
}

const numberCalled = async (
  tx: Tx,
  customer: Customer,
  input: RecordIdentityCheck,
): Promise<string | null | Refusal> => {
  if (input.method !== 'phoneCall')
    return input.result === 'noAnswer' ? refuse('E_INPUT', { field: 'body.result' }) : null
  const phone = input.phoneId ? await findPhone(tx, customer.estate_id, customer.id, input.phoneId) : undefined
  return phone && phone.until_date === null ? phone.phone : refuse('E_INPUT', { field: 'body.phoneId' })
}

const idMatches = async (
  tx: Tx,
  cipher: Cipher,
  customer: Customer,
  input: RecordIdentityCheck,
): Promise<boolean | null | Refusal> => {
  if (input.idNumber === undefined) return null
  const paper = readPaper(
    input.idNumber,
    customer.kind === 'company' ? 'company' : 'person',
    await todayIn(tx, customer.estate_id),
    'body.idNumber',
  )
  if (isRefusal(paper)) return paper
  return customer.id_index === null ? null : customer.id_index.equals(paperIndex(cipher, customer.estate_id, paper))
}

export const presentCheck = (row: CheckRow): IdentityCheckView => ({
  id: row.id,
  method: row.method as IdentityCheckView['method'],
  result: row.result as IdentityCheckView['result'],
  numberCalled: maskPhone(row.number_called),
  idMatches: row.id_matches,
  note: row.note,
  at: row.at,
  by: row.by_name ?? '',
})
