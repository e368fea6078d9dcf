import type { CALL_STATES } from '#contract/calls.ts'
import type { Instant, Uuid } from '#contract/values.ts'
import { millisecondsOf, plusMilliseconds } from '#platform/calendar/instants.rules.ts'

type Times = { ringing_at: Instant; answered_at: Instant | null; missed_at: Instant | null; ended_at: Instant | null }

export const callState = (call: Times): (typeof CALL_STATES)[number] => {
  if (call.missed_at !== null) return 'missed'
  if (call.answered_at === null) return 'ringing'
  return call.ended_at === null ? 'answered' : 'ended'
}

/** KN-211: whole seconds of ringing, and whether an apology comes first. */
export const ringOf = (
  ringingAt: Instant,
  answeredAt: Instant,
  lateFromSeconds: number,
): { seconds: number; late: boolean } => {
  const ms = Math.max(0, millisecondsOf(answeredAt) - millisecondsOf(ringingAt))
  // by the millisecond, as the ringing card counts it: what it has apologised for stays late
  return { seconds: Math.floor(ms / 1000), late: ms > lateFromSeconds * 1000 }
}

/** Longest a call can be under way, and the time after it in which the clerk still writes. */
const LONGEST_MS = 2 * 3_600_000
const WRITING_MS = 10 * 60_000

/** FD-015: the number is whole for the clerk who serves this call, while they do. */
export const seesNumber = (call: Times & { answered_by: Uuid | null }, staffId: Uuid, now: Instant): boolean => {
  if (call.answered_by !== staffId || call.answered_at === null) return false
  const until =
    call.ended_at === null
      ? plusMilliseconds(call.answered_at, LONGEST_MS)
      : plusMilliseconds(call.ended_at, WRITING_MS)
  return now < until
}

export type RateWindow = { since: number; count: number }
const WINDOW_MS = 60_000

/** KN-210: so many rings a minute and no more; the window that follows, or undefined when there are too many. */
export const countRing = (window: RateWindow | undefined, nowMs: number, perMinute: number): RateWindow | undefined => {
  if (!window || nowMs - window.since >= WINDOW_MS) return { since: nowMs, count: 1 }
  return window.count >= perMinute ? undefined : { since: window.since, count: window.count + 1 }
}
