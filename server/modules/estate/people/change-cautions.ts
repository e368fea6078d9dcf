import type { AddCaution } from '#contract/households.ts'
import { type Refusal, refuse } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'
import { audit } from '#platform/audit/audit.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { newId } from '#platform/ids.ts'
import { findUnit } from '../places/unit.store.ts'
import { findCustomer } from './customer.store.ts'
import { cautionsOf, insertCaution, updateCaution } from './household.store.ts'

/** About a customer, a unit or both. E_INPUT (about nobody), E_NOT_FOUND. */
export const addCaution = async (tx: Tx, actor: Actor, estateId: Uuid, input: AddCaution): Promise<Uuid | Refusal> => {
  if (!input.customerId && !input.unitId) return refuse('E_INPUT', { field: 'body.customerId' })
  if (input.customerId && !(await findCustomer(tx, estateId, input.customerId)))
    return refuse('E_NOT_FOUND', { field: 'body.customerId' })
  if (input.unitId && !(await findUnit(tx, estateId, input.unitId)))
    return refuse('E_NOT_FOUND', { field: 'body.unitId' })
  const row = {
    estate_id: estateId,
    id: newId(),
    customer_id: input.customerId ?? null,
    unit_id: input.unitId ?? null,
    kind: input.kind,
    text: input.text,
    created_by: actor.id,
    created_at: tx.now,
  }
  await insertCaution(tx, row)
  await audit(tx, actor, {
    estateId,
    action: 'caution.added',
    subjectKind: 'caution',
    subjectId: row.id,
    after: { kind: row.kind, text: row.text },
  })
  tx.tell({ estateId, topic: 'customers' })
  return row.id
}

/** FD-011: it ends and stays on file. E_NOT_FOUND, E_STATE_CHANGED. */
export const endCaution = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  id: Uuid,
  reason: string,
): Promise<undefined | Refusal> => {
  const [before] = await cautionsOf(tx, estateId, { id })
  if (!before) return refuse('E_NOT_FOUND')
  if (before.ended_at !== null) return refuse('E_STATE_CHANGED', { details: { endedAt: before.ended_at } })
  await updateCaution(tx, estateId, id, { ended_at: tx.now, ended_by: actor.id, end_reason: reason })
  await audit(tx, actor, {
    estateId,
    action: 'caution.ended',
    subjectKind: 'caution',
    subjectId: id,
    purpose: reason,
    before: { text: before.text, ended_at: null },
    after: { text: before.text, ended_at: tx.now },
  })
  tx.tell({ estateId, topic: 'customers' })
  return undefined
}
