import type { DutyView } from '#contract/duty.ts'
import { type Refusal, refuse } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'
import { audit } from '#platform/audit/audit.ts'
import { type Actor, may } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { presentDuty } from './duty.present.ts'
import { endDutyRefusal } from './duty.rules.ts'
import { findDuty, setDutyEnd } from './duty.store.ts'
import { openHandoverOf } from './handover.store.ts'
import { workSource } from './work-source.ts'

/** Goes off duty without a handover, with nothing in hand; one's own duty, or another's for who edits rosters. */
export const endDuty = async (tx: Tx, actor: Actor, estateId: Uuid, id: Uuid): Promise<DutyView | Refusal> => {
  const duty = await findDuty(tx, estateId, id)
  if (!duty) return refuse('E_NOT_FOUND')
  if (duty.staff_id !== actor.id && !may(actor, 'duty.edit', estateId)) return refuse('E_FORBIDDEN')
  const openMatters = (await workSource().handledBy(tx, estateId, duty.staff_id)).length
  const refused = endDutyRefusal(
    duty,
    { openMatters, openHandover: await openHandoverOf(tx, estateId, duty.staff_id) },
    tx.now,
  )
  if (refused) return refused
  if (!(await setDutyEnd(tx, estateId, id, null))) return refuse('E_STATE_CHANGED', { details: { state: 'ended' } })
  await audit(tx, actor, {
    estateId,
    action: 'duty.end',
    subjectKind: 'duty',
    subjectId: id,
    after: { staffId: duty.staff_id, post: duty.post_name },
  })
  tx.tell({ estateId, topic: 'duty' })
  const after = await findDuty(tx, estateId, id)
  return after ? presentDuty(after) : refuse('E_NOT_FOUND')
}
