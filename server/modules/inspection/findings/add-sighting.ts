import type { Instant, Uuid } from '#contract/values.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { newId } from '#platform/ids.ts'
import { insertSighting } from './finding.store.ts'

/** Who saw it when, the first time as well as every further one. */
export const addSighting = (
  tx: Tx,
  actor: Actor,
  { estate_id, id }: { estate_id: Uuid; id: Uuid },
  seen: { inspectionId: Uuid | null; seenAt: Instant; note?: string | null | undefined },
): Promise<void> =>
  insertSighting(tx, {
    estate_id,
    id: newId(),
    matter_id: id,
    inspection_id: seen.inspectionId,
    seen_at: seen.seenAt,
    seen_by: actor.id,
    note: seen.note ?? null,
  })
