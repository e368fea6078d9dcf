import { Temporal } from 'temporal-polyfill'
import type { Instant } from '#contract/values.ts'

/** The one way to write an instant: UTC, exactly milliseconds, so that two of them compare as strings. */
export const instantOf = (milliseconds: number): Instant =>
  Temporal.Instant.fromEpochMilliseconds(milliseconds).toString({ fractionalSecondDigits: 3 })

/** Milliseconds since 1970. */
export const millisecondsOf = (instant: Instant): number => Temporal.Instant.from(instant).epochMilliseconds

/** Plain elapsed time; `milliseconds` may be negative. */
export const plusMilliseconds = (instant: Instant, milliseconds: number): Instant =>
  instantOf(millisecondsOf(instant) + milliseconds)

/** Any RFC 3339 instant as ours: UTC, milliseconds, 24 characters. Throws RangeError on what is no instant. */
export const toInstant = (text: string): Instant =>
  Temporal.Instant.from(text).toString({ smallestUnit: 'millisecond' })

/** The earlier of two instants, or of two local dates. */
export const earlierOf = (a: string, b: string): string => {
  if (a < b) return a
  return b
}
