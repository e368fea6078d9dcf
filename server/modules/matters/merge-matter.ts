import { type Refusal, refuse } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { lockMatter } from './matter.store.ts'
import type { Matter } from './matter-kind.ts'
import { appendTimeline } from './timeline.store.ts'

/**
 * The voice of the merged matter is heard at the other one: linked, on its timeline, with its own customer still there
 * to be answered. Refuses a closed or merged target and one of another kind; so loops cannot arise.
 */
export const mergeInto = async (
  tx: Tx,
  actor: Actor,
  matter: Matter,
  input: { intoId: Uuid; reason: string },
): Promise<Refusal | undefined> => {
  const target = await lockMatter(tx, matter.estate_id, input.intoId)
  if (!target) return refuse('E_NOT_FOUND', { field: 'body.intoId' })
  if (!target.open || target.kind !== matter.kind)
    return refuse('E_MERGE_TARGET', { field: 'body.intoId', details: { state: target.state, kind: target.kind } })
  await tx.db
    .insertInto('matter_link')
    .values({
      estate_id: matter.estate_id,
      from_id: matter.id,
      to_id: target.id,
      kind: 'mergedInto',
      created_at: tx.now,
      created_by: actor.id,
    })
    .onConflict((c) => c.doNothing())
    .execute()
  await appendTimeline(tx, actor, target, [
    {
      type: 'link',
      verb: 'merged',
      text: input.reason,
      data: { from: { id: matter.id, number: matter.number, customer: matter.customer_name } },
    },
  ])
  tx.tell({ estateId: matter.estate_id, topic: 'matters', ids: { matterId: target.id } })
  return undefined
}
