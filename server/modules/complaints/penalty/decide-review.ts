import type { decidePenaltyReview, PenaltyReview } from '#contract/penalties.ts'
import { type Refusal, refuse } from '#contract/refusal.ts'
import type { BodyOf } from '#contract/route.ts'
import type { Uuid } from '#contract/values.ts'
import { notAboutThemselves, worksIn } from '#modules/matters/index.ts'
import { audit } from '#platform/audit/audit.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { presentReview } from './penalty.present.ts'
import { findReview, saveDecision } from './penalty.store.ts'

/**
 * CP-160: what a person decides about a person; null when nobody is to blame. E_NOT_FOUND for somebody of another
 * estate, E_CONFLICT_OF_INTEREST for a decision about oneself, E_STATE_CHANGED when it is decided, E_VERSION_STALE for an
 * old view of it.
 */
export const decideReview = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  id: Uuid,
  { personId, decision, version }: BodyOf<typeof decidePenaltyReview>,
): Promise<PenaltyReview | Refusal> => {
  const before = await findReview(tx, estateId, id)
  if (!before) return refuse('E_NOT_FOUND')
  if (before.decided_at !== null) return refuse('E_STATE_CHANGED')
  // CP-046: also not that nobody is to blame
  const own = notAboutThemselves(actor, before)
  if (own) return own
  if (personId === actor.id) return refuse('E_CONFLICT_OF_INTEREST', { field: 'body.personId' })
  if (personId !== null && !(await worksIn(tx, estateId, personId)))
    return refuse('E_NOT_FOUND', { field: 'body.personId' })
  const saved = await saveDecision(
    tx,
    { estate_id: estateId, id, version },
    { person_id: personId, decision, decided_by: actor.id },
  )
  if (!saved) return refuse('E_VERSION_STALE')
  await audit(tx, actor, {
    estateId,
    action: 'penaltyReview.decide',
    subjectKind: 'penaltyReview',
    subjectId: id,
    before: { finding: before.finding },
    after: { personId, decision },
  })
  tx.tell({ estateId, topic: 'complaints' })
  const row = await findReview(tx, estateId, id)
  if (!row) throw new Error('a review is gone')
  return presentReview(row)
}
