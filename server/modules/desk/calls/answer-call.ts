import { type Refusal, refuse } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'
import { audit } from '#platform/audit/audit.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { settingsOf } from '#platform/settings/settings.ts'
import { callState, ringOf } from './call.rules.ts'
import { type CallRow, findCall, saveAnswer, saveEnded, saveMissed } from './call.store.ts'

/**
 * KN-211: picked up by this person; a late one is marked, so that the apology comes first. From now on they see the number,
 * which is logged (FD-015). E_STATE_CHANGED when somebody else was first or it had rung out.
 */
export const answerCall = async (tx: Tx, actor: Actor, call: CallRow, staffId: Uuid): Promise<CallRow | Refusal> => {
  if (call.answered_by === staffId) return call
  const lateFrom = (await settingsOf(tx, call.estate_id)).get('telephone.lateRingSeconds')
  const { seconds, late } = ringOf(call.ringing_at, tx.now, lateFrom)
  if (!(await saveAnswer(tx, call, { answered_by: staffId, ring_seconds: seconds, late })))
    return refuse('E_STATE_CHANGED', { details: { state: callState(call), by: call.answered_name } })
  await audit(tx, actor, {
    estateId: call.estate_id,
    action: 'customer.unmask',
    subjectKind: 'call',
    subjectId: call.id,
    purpose: 'call',
    after: { field: 'phone', answeredBy: staffId },
  })
  return changed(tx, call)
}

/** It rang out. E_STATE_CHANGED when it had been answered. */
export const missCall = async (tx: Tx, call: CallRow): Promise<CallRow | Refusal> => {
  if (call.missed_at !== null) return call
  if (!(await saveMissed(tx, call)))
    return refuse('E_STATE_CHANGED', { details: { state: callState(call), by: call.answered_name } })
  return changed(tx, call)
}

/** Hung up; what nobody had answered was missed. */
export const endCall = async (tx: Tx, call: CallRow): Promise<CallRow | Refusal> => {
  await saveMissed(tx, call)
  await saveEnded(tx, call)
  return changed(tx, call)
}

const changed = async (tx: Tx, call: CallRow): Promise<CallRow | Refusal> => {
  // whose telephone it is no longer matters: every screen takes the card down or marks it
  tx.tell({ estateId: call.estate_id, topic: 'calls', ids: { callId: call.id } })
  return (await findCall(tx, call.estate_id, call.id)) ?? refuse('E_NOT_FOUND')
}
