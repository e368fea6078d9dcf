import type { phoneNews } from '#contract/calls.ts'
import { isRefusal, type Refusal, refuse } from '#contract/refusal.ts'
import type { AnswerOf, BodyOf } from '#contract/route.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { answerCall, endCall, missCall } from './answer-call.ts'
import type { CallRow } from './call.store.ts'
import { findCallByRef } from './call.store.ts'
import { whichEstate, whoseTelephone } from './which-estate.ts'

/** What the exchange says became of a call. An answered one needs to say by whom (E_INPUT). */
export const takeNews = async (
  tx: Tx,
  actor: Actor,
  body: BodyOf<typeof phoneNews>,
): Promise<AnswerOf<typeof phoneNews> | Refusal> => {
  const estateId = await whichEstate(tx, actor, body)
  if (isRefusal(estateId)) return estateId
  const call = await findCallByRef(tx, estateId, body.callId)
  if (!call) return refuse('E_NOT_FOUND', { field: 'body.callId' })
  const after = await apply(tx, actor, call, body)
  return isRefusal(after) ? after : { callId: after.id, late: after.late }
}

const apply = async (
  tx: Tx,
  actor: Actor,
  call: CallRow,
  body: BodyOf<typeof phoneNews>,
): Promise<CallRow | Refusal> => {
  if (body.event === 'missed') return missCall(tx, call)
  if (body.event === 'ended') return endCall(tx, call)
  const staffId = await whoseTelephone(tx, call.estate_id, body)
  if (isRefusal(staffId)) return staffId
  const by = staffId ?? call.for_staff_id
  return by === null ? refuse('E_INPUT', { field: 'body.staffId' }) : answerCall(tx, actor, call, by)
}
