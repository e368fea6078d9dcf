import { isRefusal, type Refusal, refuse } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'
import { moveMatter } from '#modules/matters/index.ts'
import { onBehalfOf } from '#modules/workorders/index.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { bearFinding } from './bear-finding.ts'
import { claimPhotos, holdPlace, openAt, severityOf } from './finding.store.ts'
import type { Failed, Look, Proposed } from './look.ts'

/**
 * What failed becomes findings. An item that is open at this place already is joined: the sighting is counted and its
 * photos are added. The place is held meanwhile, so that of two looks at once the second joins; a unique index stands
 * behind it. E_NOT_FOUND for a place of another estate.
 */
export const proposeFindings = async (
  tx: Tx,
  actor: Actor,
  look: Look,
  failed: readonly Failed[],
): Promise<Proposed[] | Refusal> => {
  if (failed.length === 0) return []
  if (!(await holdPlace(tx, look.estateId, look.place.id))) return refuse('E_NOT_FOUND', { field: 'body.placeId' })
  const open = await openAt(tx, look.estateId, look.place.id)
  const proposed: Proposed[] = []
  for (const one of failed) {
    const standing = open.get(one.item.id)
    const done = standing ? await join(tx, actor, look, one, standing) : await bearFinding(tx, actor, look, one)
    if (isRefusal(done)) return done
    await claimPhotos(tx, { estate_id: look.estateId, id: done.matterId }, actor.id, 'before', one.fileIds)
    proposed.push(done)
  }
  return proposed
}

const join = async (
  tx: Tx,
  actor: Actor,
  look: Look,
  { item, note }: Failed,
  standing: { matter_id: Uuid; number: string; severity: string },
): Promise<Proposed | Refusal> => {
  const moved = await moveMatter(tx, onBehalfOf(actor), {
    estateId: look.estateId,
    id: standing.matter_id,
    kind: 'finding',
    verb: 'seenAgain',
    input: { inspectionId: look.inspectionId, seenAt: look.at, note: note ?? undefined },
    bySystem: true,
  })
  if (isRefusal(moved)) return moved
  return {
    itemId: item.id,
    matterId: standing.matter_id,
    number: standing.number,
    joined: true,
    severity: severityOf(standing.severity),
  }
}
