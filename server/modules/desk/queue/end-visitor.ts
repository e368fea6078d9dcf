import type { QueueVisitor } from '#contract/desk.ts'
import { type Refusal, refuse } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'
import { missingReference } from '../references.store.ts'
import { callForHelp } from './call-for-help.ts'
import { presentVisitor } from './queue.present.ts'
import { endVisitor, findVisitor } from './queue.store.ts'

const FROM = { served: ['serving'], left: ['waiting', 'serving'] } as const

/** Served, or gone without having been served. E_STATE_CHANGED when it had ended before. */
export const finishVisitor = async (
  tx: Tx,
  estateId: Uuid,
  id: Uuid,
  to: 'served' | 'left',
  matterId?: Uuid,
): Promise<{ visitor: QueueVisitor } | Refusal> => {
  const missing = await missingReference(tx, estateId, { matterId })
  if (missing) return missing
  const before = await findVisitor(tx, estateId, id)
  if (!before) return refuse('E_NOT_FOUND')
  if (!(await endVisitor(tx, estateId, id, { from: FROM[to], to, matterId })))
    return refuse('E_STATE_CHANGED', { details: { state: before.state, by: before.called_name } })
  await callForHelp(tx, estateId)
  tx.tell({ estateId, topic: 'queue' })
  const after = await findVisitor(tx, estateId, id)
  return after ? { visitor: presentVisitor(after, tx.now) } : refuse('E_NOT_FOUND')
}
