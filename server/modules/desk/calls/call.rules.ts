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
export const ringOf = (ringingAt: Instant, answeredAt: Instant, lateFromSeconds: number): { seconds: number; late: boolean } => {
  const seconds = Math.max(0, Math.floor((millisecondsOf(answeredAt) - millisecondsOf(ringingAt)) / 1000))
  return { seconds, late: seconds > lateFromSeconds }
}

/** Longest a call can be under way, and the time after it in which the clerk still writes. */
const LONGEST_MS = 2 * 3_600_000
const WRITING_MS = 10 * 60_000

/** FD-015: the number is whole for the clerk who serves this call, while they do. */
export const seesNumber = (call: Times & { answered_by: Uuid | null }, staffId: Uuid, now: Instant): boolean => {
  if (call.answered_by !== staffId || call.answered_at === null) return false
  const until = call.ended_at === null ? plusMilliseconds(call.answered_at, LONGEST_MS) : plusMilliseconds(call.ended_at, WRITING_MS)
  return now < until
}

/**
 * The forms in which an exchange's number may stand in the archive: with and without the country's and the area's code,
 * 013800138000, +8613800138000 and 13800138000 being one mobile, 075526781234 and 0755-26781234 one landline.
 */
export const numberForms = (dialled: string): string[] => {
  const folded = dialled.normalize('NFKC').trim()
  const abroad = /^(\+|00)(?!86)/.test(folded) || /^\+(?!86)/.test(folded)
  const digits = folded.replace(/\D/g, '')
  if (digits.length < 3) return []
  if (abroad) return [`+${digits.replace(/^00/, '')}`]
  const national = digits.replace(/^(0086|86)(?=\d{10,})/, '')
  const mobile = national.replace(/^0(?=1[3-9]\d{9}$)/, '')
  if (/^1[3-9]\d{9}$/.test(mobile)) return [mobile]
  const withZero = /^[2-9]\d{9,11}$/.test(national) && !/^[48]00/.test(national) ? `0${national}` : national
  const [, area, local] = /^(010|02\d|0[3-9]\d\d)(\d{7,8})$/.exec(withZero) ?? []
  const hotline = /^[48]00\d{7}$/.test(national) ? [`${national.slice(0, 3)}-${national.slice(3, 6)}-${national.slice(6)}`] : []
  return [...new Set([folded, national, ...hotline, ...(area && local ? [`${area}-${local}`, local] : [])])]
}

export type RateWindow = { since: number; count: number }
const WINDOW_MS = 60_000

/** KN-210: so many rings a minute and no more; the window that follows, or undefined when there are too many. */
export const countRing = (window: RateWindow | undefined, nowMs: number, perMinute: number): RateWindow | undefined => {
  if (!window || nowMs - window.since >= WINDOW_MS) return { since: nowMs, count: 1 }
  return window.count >= perMinute ? undefined : { since: window.since, count: window.count + 1 }
}
