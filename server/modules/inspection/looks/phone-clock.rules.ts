import type { Instant } from '#contract/values.ts'
import { millisecondsOf, plusMilliseconds, toInstant } from '#platform/calendar/instants.rules.ts'

/** How far a phone's clock is off (positive: ahead), and its times as they really were; none of them in the future. */
export type PhoneClock = { offMs: number; truly(at: string): Instant }

export const phoneClock = (sentAt: string, now: Instant): PhoneClock => {
  const offMs = millisecondsOf(toInstant(sentAt)) - millisecondsOf(now)
  return {
    offMs,
    truly: (at) => {
      const was = plusMilliseconds(toInstant(at), -offMs)
      return was > now ? now : was
    },
  }
}
