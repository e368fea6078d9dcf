import type { Refusal } from '#contract/refusal.ts'
import { findMatter, type Matter, tellPeople } from '#modules/matters/index.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { moveFinding, moveService } from './by-itself.ts'
import { findingOfOrder } from './finding.store.ts'

type Moved = { matter: Matter; verb: string }

/**
 * What becomes of a finding when the service request that was opened for it moves: an accepted result puts it right,
 * with the order's own photos as its proof, and the request is closed with it, because nobody waits for a callback. One
 * that was called off leaves the finding to its handler.
 */
export const followService = async (tx: Tx, actor: Actor, { matter, verb }: Moved): Promise<Refusal | undefined> => {
  if (matter.kind !== 'service' || !['acceptResult', 'cancel', 'merge'].includes(verb)) return undefined
  const found = await findingOfOrder(tx, matter)
  if (!found) return undefined
  if (verb !== 'acceptResult') {
    const finding = await findMatter(tx, matter.estate_id, found.matter_id)
    if (finding?.open)
      await tellPeople(tx, finding, [
        { to: 'handler', template: 'finding.orderGone' },
        { to: 'owner', template: 'finding.orderGone' },
      ])
    return undefined
  }
  return (await putRight(tx, actor, matter, found)) ?? closeService(tx, actor, matter)
}

const putRight = async (
  tx: Tx,
  actor: Actor,
  service: Matter,
  found: { matter_id: string; state: string },
): Promise<Refusal | undefined> => {
  if (found.state !== 'ASSIGNED') return undefined
  return moveFinding(tx, actor, { estate_id: service.estate_id, id: found.matter_id }, 'orderDone', {
    measure: service.result ?? service.title,
    rectifiedById: service.executor_id ?? actor.id,
  })
}

const closeService = async (tx: Tx, actor: Actor, service: Matter): Promise<Refusal | undefined> =>
  (await moveService(tx, actor, service, 'waiveCallback', { reason: 'unreachable' })) ??
  moveService(tx, actor, service, 'close', { noFeedbackReason: 'noContact' })
