import type { Instant } from '#contract/values.ts'
import { millisecondsOf, plusMilliseconds, toInstant } from '#platform/calendar/instants.rules.ts'

/** How far a phone's clock is off (positive: ahead), and its times as they really were; none of them after it arrived. */
export type PhoneClock = { receivedAt: Instant; offMs: number; truly(at: string): Instant }

export const phoneClock = (sentAt: string, receivedAt: Instant): PhoneClock => {
  const offMs = millisecondsOf(toInstant(sentAt)) - millisecondsOf(receivedAt)
  return {
    receivedAt,
    offMs,
    truly: (at) => {
      const was = plusMilliseconds(toInstant(at), -offMs)
      return was > receivedAt ? receivedAt : was
    },
  }
}
