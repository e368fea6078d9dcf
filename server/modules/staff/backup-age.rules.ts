import type { Instant } from '#contract/values.ts'
import { plusMilliseconds } from '#platform/calendar/instants.rules.ts'

const HOUR_MS = 3_600_000

/** CP-151: is the last backup older than so many hours? Where none was ever made, nothing is asked for. */
export const backupTooOld = (last: Instant | null, now: Instant, hours: number): boolean =>
  last !== null && plusMilliseconds(last, hours * HOUR_MS) < now

/** What was told since then is not told again: once a day, also when the job runs twice. */
export const toldSince = (now: Instant): Instant => plusMilliseconds(now, -20 * HOUR_MS)
