import { isRefusal, type Refusal } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { inOrderDone } from './check.rules.ts'
import { lockSlip, markPassages, passagesOn } from './check.store.ts'
import { tellDesk } from './tell-desk.ts'

/**
 * FD-507 after whatever changed the passages on a slip: the one done first used it, each later one stands as a second
 * passage, and the desk is told of each of these once.
 */
export const settleSlip = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  slip: string | null,
): Promise<Refusal | undefined> => {
  if (slip === null) return undefined
  await lockSlip(tx, estateId, slip)
  const [first, ...later] = inOrderDone(await passagesOn(tx, estateId, slip))
  if (!first) return undefined
  const moved = later.filter(({ second_of }) => second_of !== first.id).map(({ id }) => id)
  await markPassages(tx, estateId, moved, first.id)
  if (first.second_of !== null) await markPassages(tx, estateId, [first.id], null)
  for (const { id, matter_id } of later) {
    const told = matter_id === null ? await tellDesk(tx, actor, estateId, id) : undefined
    if (isRefusal(told)) return told
  }
  return undefined
}
