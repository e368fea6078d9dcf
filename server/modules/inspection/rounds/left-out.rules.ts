import { inspectionPageTexts } from '#content/texts/inspection-pages.ts'
import { inBoth } from '#content/texts/text.ts'
import type { RoundState } from '#contract/field.ts'
import type { Instant } from '#contract/values.ts'

/** Kept as the reason where the program leaves out a place that was switched off after its round was made. */
export const OUT_OF_USE = 'placeOutOfUse'
/** What people read of it. */
export const OUT_OF_USE_SAID = inBoth(inspectionPageTexts['rounds.outOfUse'])

/** Why the program calls off a round that comes due when all its places were switched off. */
export const ALL_OUT_OF_USE = inBoth(inspectionPageTexts['rounds.allOutOfUse'])

type Going = { state: RoundState; missed_at: Instant | null }
type Stop = { done_at: Instant | null; skipped_reason: string | null; active: boolean }

/**
 * Why a place was left out, in words. A place that was switched off is left out while its round can still be gone; what
 * was missed while it was in use stays missed.
 */
export const whyLeftOut = (round: Going, stop: Stop): string | null => {
  const toGo = round.missed_at === null && (round.state === 'planned' || round.state === 'started')
  const outOfUse = stop.done_at === null && stop.skipped_reason === null && !stop.active && toGo
  return outOfUse || stop.skipped_reason === OUT_OF_USE ? OUT_OF_USE_SAID : stop.skipped_reason
}
