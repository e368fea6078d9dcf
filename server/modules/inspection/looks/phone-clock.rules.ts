import type { Instant } from '#contract/values.ts'
import { earlierOf, millisecondsOf, plusMilliseconds, toInstant } from '#platform/calendar/instants.rules.ts'

/** How far a phone's clock is off (positive: ahead), and its times as they really were; none of them after it arrived. */
export type PhoneClock = Off & { truly(at: string): Instant }
type Off = { receivedAt: Instant; offMs: number }

/** A time of a phone as it really was; `true-end.store.ts` says the same in SQL. */
export const trulyAt = (at: string, { receivedAt, offMs }: Off): Instant =>
  earlierOf(plusMilliseconds(toInstant(at), -offMs), receivedAt)

export const phoneClock = (sentAt: string, receivedAt: Instant): PhoneClock => {
  const offMs = millisecondsOf(toInstant(sentAt)) - millisecondsOf(receivedAt)
  return { receivedAt, offMs, truly: (at) => trulyAt(at, { receivedAt, offMs }) }
}
