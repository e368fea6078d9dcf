import { type Refusal, refuse } from '#contract/refusal.ts'
import type { StaffLine } from '#contract/staff.ts'
import type { Uuid } from '#contract/values.ts'
import { audit } from '#platform/audit/audit.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { companyDay } from './company-day.rules.ts'
import { presentStaff } from './staff.present.ts'
import { findStaff, setOfficer } from './staff.store.ts'

/** OS-004: a lead, who knows the training, says who may own orders to providers; an administrator of users does not. */
export const setAffairOfficer = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  id: Uuid,
  input: { version: number; affairOfficer: boolean },
): Promise<StaffLine | Refusal> => {
  const today = companyDay(tx.now)
  const before = await findStaff(tx, estateId, today, id)
  if (!before) return refuse('E_NOT_FOUND')
  if (!(await setOfficer(tx, id, input.version, input.affairOfficer)))
    return refuse('E_VERSION_STALE', { details: { version: before.version } })
  await audit(tx, actor, {
    estateId,
    action: 'staff.affairOfficer',
    subjectKind: 'staff',
    subjectId: id,
    before: { name: before.name, affairOfficer: before.affair_officer },
    after: { affairOfficer: input.affairOfficer },
  })
  tx.tell({ estateId, topic: 'staff' })
  const after = await findStaff(tx, estateId, today, id)
  return after ? presentStaff(after) : refuse('E_NOT_FOUND')
}
