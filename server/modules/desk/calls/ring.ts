import type { phoneRinging } from '#contract/calls.ts'
import { isRefusal, type Refusal, refuse } from '#contract/refusal.ts'
import type { AnswerOf, BodyOf } from '#contract/route.ts'
import { whoCalls } from '#modules/estate/index.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { millisecondsOf } from '#platform/calendar/instants.rules.ts'
import type { Tx } from '#platform/db/tx.ts'
import { newId } from '#platform/ids.ts'
import { settingsOf } from '#platform/settings/settings.ts'
import { countRing, type RateWindow } from './call.rules.ts'
import { findCallByRef, insertCall } from './call.store.ts'
import { whichEstate, whoseTelephone } from './which-estate.ts'

/** A window for each exchange and estate, in this process; a broken exchange must not fill the list of calls. */
const windows = new Map<string, RateWindow>()

/**
 * KN-210: it rings. The call is written down, the caller looked up, and the clerk's screen told with ids only. Told twice
 * it is one call. E_NOT_FOUND for an estate in which this account may not ring, E_RATE when it rings too often.
 */
export const ring = async (
  tx: Tx,
  actor: Actor,
  body: BodyOf<typeof phoneRinging>,
): Promise<AnswerOf<typeof phoneRinging> | Refusal> => {
  const estateId = await whichEstate(tx, actor, body)
  if (isRefusal(estateId)) return estateId
  const key = `${actor.id} ${estateId}`
  const window = countRing(
    windows.get(key),
    millisecondsOf(tx.now),
    (await settingsOf(tx, estateId)).get('telephone.ringsPerMinute'),
  )
  if (!window) return refuse('E_RATE')
  windows.set(key, window)
  const forStaffId = await whoseTelephone(tx, estateId, body)
  if (isRefusal(forStaffId)) return forStaffId
  const callers = await whoCalls(tx, estateId, body.callerNumber)
  const only = callers.length === 1 ? callers[0] : undefined
  const id = newId()
  const isNew = await insertCall(tx, {
    estate_id: estateId,
    id,
    ref: body.callId,
    caller: body.callerNumber,
    extension: body.extension ?? null,
    for_staff_id: forStaffId,
    customer_id: only?.customer.id ?? null,
    known: callers.length,
  })
  if (!isNew) {
    const known = await findCallByRef(tx, estateId, body.callId)
    return known ? { callId: known.id, known: known.known, forStaffId: known.for_staff_id } : refuse('E_NOT_FOUND')
  }
  tx.tell({
    estateId,
    topic: 'calls',
    ids: { callId: id, ...(only ? { customerId: only.customer.id } : {}), ...(forStaffId ? { forStaffId } : {}) },
  })
  return { callId: id, known: callers.length, forStaffId }
}
