import type { Refusal } from '#contract/refusal.ts'
import type { CheckItem, Severity } from '#contract/touchpoints.ts'
import type { Instant, Uuid } from '#contract/values.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'

export type SeenAt = {
  estateId: Uuid
  inspectionId: Uuid
  place: { id: Uuid; name: string; touchpoint: string }
  at: Instant
}
export type FailedAnswer = { item: CheckItem; note: string | null; fileIds: readonly Uuid[] }
export type Proposed = { itemId: string; matterId: Uuid; number: string; joined: boolean; severity: Severity }

/** What failed in a look becomes findings, in the same transaction: new ones, or those still open that it joins. */
export type ProposeFindings = (
  tx: Tx,
  actor: Actor,
  look: SeenAt,
  failed: readonly FailedAnswer[],
) => Promise<Proposed[] | Refusal>
