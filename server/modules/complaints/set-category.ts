import type { NeedsOf } from '#contract/kind.ts'
import type { complaint } from '#contract/kinds/complaint.ts'
import type { Refusal } from '#contract/refusal.ts'
import type { Matter } from '#modules/matters/index.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { saveCase } from './case.store.ts'
import { openPenaltyReview } from './penalty/open-review.ts'

/** CP-012, CP-013, CP-133, CP-160: the category that the cause says, who said so and when; an obvious neglect opens a review. */
export const setCategory = async (
  tx: Tx,
  actor: Actor,
  matter: Matter,
  input: NeedsOf<typeof complaint, 'setCategory'>,
): Promise<Refusal | undefined> => {
  await saveCase(tx, matter, {
    category_final: input.code,
    secondary_category: input.secondary ?? null,
    cause: input.cause,
    factor: input.factor,
    factor_sub: input.factorSub ?? null,
    secondary_factors: input.secondaryFactors,
    // CP-093: what is not yet known takes back no finding
    ...(input.ours === undefined ? {} : { ours: input.ours }),
    obvious_neglect: input.obviousNeglect,
    ...(input.touchpoint === undefined ? {} : { touchpoint: input.touchpoint }),
    classified_by: actor.id,
    classified_at: tx.now,
  })
  if (input.factor === 'man' && input.obviousNeglect) await openPenaltyReview(tx, matter, input.cause)
  return undefined
}
