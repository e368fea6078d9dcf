import { type Refusal, refuse } from '#contract/refusal.ts'
import type { ChangeUnit } from '#contract/units.ts'
import type { Uuid } from '#contract/values.ts'
import { audit } from '#platform/audit/audit.ts'
import { type Actor, may } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { differences } from '../differences.ts'
import { unitPatch } from './create-unit.ts'
import { findUnit, updateUnit } from './unit.store.ts'

/**
 * FD-012, FD-731: changes a unit and keeps what stood there. Purchase money and mortgage need customer.wealth, all else
 * estate.edit (E_FORBIDDEN names the field). E_NOT_FOUND, E_VERSION_STALE.
 */
export const changeUnit = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  id: Uuid,
  input: ChangeUnit,
): Promise<undefined | Refusal> => {
  const { version, mortgageKind, purchaseFen, ...plain } = input
  const wealth = {
    ...(mortgageKind !== undefined && { mortgage_kind: mortgageKind }),
    ...(purchaseFen !== undefined && { purchase_fen: purchaseFen }),
  }
  const patch = { ...unitPatch(plain), ...wealth }
  if (Object.keys(wealth).length > 0 && !may(actor, 'customer.wealth', estateId))
    return refuse('E_FORBIDDEN', { field: 'body.purchaseFen' })
  if (Object.keys(patch).length > Object.keys(wealth).length && !may(actor, 'estate.edit', estateId))
    return refuse('E_FORBIDDEN', { field: `body.${Object.keys(plain)[0] ?? ''}` })
  const before = await findUnit(tx, estateId, id)
  if (!before) return refuse('E_NOT_FOUND')
  if (before.version !== version) return refuse('E_VERSION_STALE')
  const changed = differences(before, patch)
  if (!changed) return undefined
  if (!(await updateUnit(tx, estateId, id, version, patch))) return refuse('E_VERSION_STALE')
  await audit(tx, actor, { estateId, action: 'unit.changed', subjectKind: 'unit', subjectId: id, ...changed })
  tx.tell({ estateId, topic: 'units' })
  return undefined
}
