import type { Instant } from '#contract/values.ts'
import { millisecondsOf, plusMilliseconds, toInstant } from '#platform/calendar/instants.rules.ts'

/** How far a phone's clock is off (positive: ahead), and its times as they really were; none of them after it arrived. */
export type PhoneClock = Off & { truly(at: string): Instant }
type Off = { receivedAt: Instant; offMs: number }

/** Nothing waits longer than this for a signal. */
const OLDEST_MS = 366 * 86_400_000

/**
 * A time of a phone as it really was; what cannot be, for its clock was put right only before it was sent, counts as when
 * it arrived. `true-end.store.ts` says the same in SQL.
 */
export const trulyAt = (at: string, { receivedAt, offMs }: Off): Instant => {
  const was = plusMilliseconds(toInstant(at), -offMs)
  return was > receivedAt || was < plusMilliseconds(receivedAt, -OLDEST_MS) ? receivedAt : was
}

export const phoneClock = (sentAt: string, receivedAt: Instant): PhoneClock => {
  const offMs = millisecondsOf(toInstant(sentAt)) - millisecondsOf(receivedAt)
  return { receivedAt, offMs, truly: (at) => trulyAt(at, { receivedAt, offMs }) }
}
