import type { ChangeResidence, Ending } from '#contract/households.ts'
import { isRefusal, type Refusal, refuse } from '#contract/refusal.ts'
import type { LocalDate, Uuid } from '#contract/values.ts'
import { audit } from '#platform/audit/audit.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { differences } from '../differences.ts'
import { orRefuse } from '../violations.ts'
import { RESIDENCE_BROKEN } from './add-residence.ts'
import { lockCustomer, touchCustomer } from './customer.store.ts'
import { clearContact, type ResidenceRow, residencesOf, updateResidence } from './household.store.ts'
import { isPeriod } from './period.rules.ts'

type Patch = {
  from_date?: LocalDate | null
  until_date?: LocalDate | null
  primary_contact?: boolean
  end_reason?: string
}

/** FD-011: a dated amendment that keeps the former values. E_NOT_FOUND, E_TIME_RANGE, E_PERIOD_OVERLAP. */
export const changeResidence = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  id: Uuid,
  input: ChangeResidence,
): Promise<undefined | Refusal> => {
  const before = await lockedResidence(tx, estateId, id)
  if (isRefusal(before)) return before
  const patch: Patch = {
    ...(input.fromDate !== undefined && { from_date: input.fromDate }),
    ...(input.untilDate !== undefined && { until_date: input.untilDate }),
    ...(input.primaryContact !== undefined && { primary_contact: input.primaryContact }),
  }
  return write(tx, actor, before, patch, 'residence.changed', input.reason)
}

/** FD-011: it ends and stays on file. E_NOT_FOUND, E_STATE_CHANGED (ended already), E_TIME_RANGE (before it began). */
export const endResidence = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  id: Uuid,
  input: Ending,
): Promise<undefined | Refusal> => {
  const before = await lockedResidence(tx, estateId, id)
  if (isRefusal(before)) return before
  // a lease with its last day known may end earlier, never later without a correction
  if (before.until_date !== null && before.until_date <= input.untilDate)
    return refuse('E_STATE_CHANGED', { details: { untilDate: before.until_date } })
  return write(
    tx,
    actor,
    before,
    { until_date: input.untilDate, primary_contact: false, end_reason: input.reason },
    'residence.ended',
    input.reason,
  )
}

const lockedResidence = async (tx: Tx, estateId: Uuid, id: Uuid): Promise<ResidenceRow | Refusal> => {
  const [seen] = await residencesOf(tx, estateId, { id })
  if (!seen) return refuse('E_NOT_FOUND')
  await lockCustomer(tx, estateId, seen.customer_id)
  return (await residencesOf(tx, estateId, { id }))[0] ?? refuse('E_NOT_FOUND')
}

const write = async (
  tx: Tx,
  actor: Actor,
  before: ResidenceRow,
  patch: Patch,
  action: string,
  reason: string,
): Promise<undefined | Refusal> => {
  const estateId = before.estate_id
  const after = {
    from_date: before.from_date,
    until_date: before.until_date,
    primary_contact: before.primary_contact,
    ...patch,
  }
  if (!isPeriod({ from: after.from_date, until: after.until_date }))
    return refuse('E_TIME_RANGE', { field: 'body.untilDate' })
  const changed = differences(before, patch)
  if (!changed) return undefined
  if (patch.primary_contact && !before.primary_contact) await clearContact(tx, estateId, before.unit_id)
  const done = await orRefuse(RESIDENCE_BROKEN, () => updateResidence(tx, estateId, before.id, patch))
  if (isRefusal(done)) return done
  await audit(tx, actor, {
    estateId,
    action,
    subjectKind: 'residence',
    subjectId: before.id,
    purpose: reason,
    ...changed,
  })
  await touchCustomer(tx, estateId, [before.customer_id])
  tx.tell({ estateId, topic: 'customers' })
  tx.tell({ estateId, topic: 'units' })
  return undefined
}
