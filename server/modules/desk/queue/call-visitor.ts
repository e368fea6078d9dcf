import type { QueueVisitor } from '#contract/desk.ts'
import { type Refusal, refuse } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { callForHelp } from './call-for-help.ts'
import { presentVisitor } from './queue.present.ts'
import { findVisitor, finishMine, takeNext, takeThis } from './queue.store.ts'

/**
 * FD-016: calls whoever has waited longest, or this one out of turn; whom the caller served before has been served.
 * E_NOT_FOUND when nobody waits, E_STATE_CHANGED when this one waits no longer.
 */
export const callVisitor = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  id?: Uuid,
): Promise<{ visitor: QueueVisitor; waiting: number } | Refusal> => {
  if (id !== undefined) {
    const wanted = await findVisitor(tx, estateId, id)
    if (!wanted) return refuse('E_NOT_FOUND')
    if (wanted.state !== 'waiting')
      return refuse('E_STATE_CHANGED', { details: { state: wanted.state, by: wanted.called_name } })
  }
  const taken = id === undefined ? await takeNext(tx, estateId, actor.id) : await takeThis(tx, estateId, actor.id, id)
  if (taken === undefined)
    return id === undefined ? refuse('E_NOT_FOUND', { details: { waiting: 0 } }) : refuse('E_STATE_CHANGED')
  await finishMine(tx, estateId, actor.id, taken)
  const { length } = await callForHelp(tx, estateId)
  const row = await findVisitor(tx, estateId, taken)
  if (!row) return refuse('E_NOT_FOUND')
  tx.tell({ estateId, topic: 'queue' })
  return { visitor: presentVisitor(row, tx.now), waiting: length }
}
