import { type Refusal, refuse } from '#contract/refusal.ts'
import type { Instant } from '#contract/values.ts'
import { plusMilliseconds, toInstant } from '#platform/calendar/instants.rules.ts'

/** The clock of a phone may run ahead by this much. */
const TOLERANCE_MS = 120_000

/**
 * What was done without a signal carries its own time: not in the future, not before the order was there. A phone that
 * tells how far its clock was off is not held up by it.
 */
export const checkHappened = (
  at: string | undefined,
  field: string,
  earliest: Instant,
  now: Instant,
  clockOffMs?: number,
): Refusal | undefined => {
  if (at === undefined || clockOffMs !== undefined) return undefined
  const instant = toInstant(at)
  if (instant > plusMilliseconds(now, TOLERANCE_MS)) return refuse('E_TIME_FUTURE', { field, details: { now } })
  return instant < earliest ? refuse('E_TIME_RANGE', { field, details: { earliest } }) : undefined
}

/** The time that counts: what the phone said, cut at now and at the beginning. */
export const happenedAt = (at: string | undefined, now: Instant, earliest?: Instant): Instant => {
  const instant = at === undefined ? now : toInstant(at)
  if (earliest !== undefined && instant < earliest) return earliest
  return instant > now ? now : instant
}
