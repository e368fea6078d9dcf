import type { RefusedLook, resolveRefusedLook } from '#contract/inspection-looks.ts'
import { SentInspection } from '#contract/inspections.ts'
import { isRefusal, type Refusal, refuse } from '#contract/refusal.ts'
import type { BodyOf } from '#contract/route.ts'
import type { Uuid } from '#contract/values.ts'
import { audit } from '#platform/audit/audit.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { presentRefused } from './look.present.ts'
import { findRefused, resolveRefused } from './refused.store.ts'
import { takeLook } from './take-look.ts'

/**
 * The lead has looked into what could not be taken: an answer in words, or the place it was really about, for which it
 * is then taken as the sender's own look. The sender keeps their name; its times stay those that were sent.
 */
export const resolveRefusal = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  id: Uuid,
  { resolution, placeId }: BodyOf<typeof resolveRefusedLook>,
): Promise<RefusedLook | Refusal> => {
  const row = await findRefused(tx, estateId, id)
  if (!row) return refuse('E_NOT_FOUND')
  if (row.resolved_at !== null) return refuse('E_STATE_CHANGED')
  if (placeId !== undefined) {
    const kept = row.body as { sent?: unknown }
    const sent = SentInspection.safeParse(kept.sent)
    if (!sent.success) return refuse('E_INPUT', { field: 'body.placeId' })
    const { roundId: _round, ...look } = sent.data
    const sender = { ...actor, id: row.sent_by, name: row.sent_by_name ?? '' }
    const taken = await takeLook(tx, sender, estateId, { ...look, placeId, kind: 'spot' }, true)
    if (isRefusal(taken)) return taken
  }
  if (!(await resolveRefused(tx, actor, estateId, id, resolution))) return refuse('E_STATE_CHANGED')
  await audit(tx, actor, {
    estateId,
    action: 'inspectionRefused.resolve',
    subjectKind: 'inspectionRefused',
    subjectId: id,
    after: { resolution, placeId },
  })
  tx.tell({ estateId, topic: 'inspection' })
  const shown = await findRefused(tx, estateId, id)
  return shown ? presentRefused(shown) : refuse('E_NOT_FOUND')
}
