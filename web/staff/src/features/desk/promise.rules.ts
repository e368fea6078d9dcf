import { Temporal } from 'temporal-polyfill'
import type { Channel } from '#contract/channels.ts'
import { type CallHoursSettings, type CallReason, DEFAULT_CALL_HOURS, judgeCall } from '#contract/rules/call-hours.ts'
import { SETTINGS } from '#contract/settings.ts'
import type { Instant } from '#contract/values.ts'

/** CP-070: what was said aloud is answered the same local day, in every estate and at every hour. */
const ORAL: readonly Channel[] = ['phone', 'visit', 'on_site']
export const isOral = (channel: Channel) => ORAL.includes(channel)

const written = (at: Temporal.ZonedDateTime): Instant => at.toInstant().toString({ fractionalSecondDigits: 3 })
const local = (now: Instant, zone: string) => Temporal.Instant.from(now).toZonedDateTimeISO(zone)

/** 24:00 of the local day. */
const endOfDay = (now: Instant, zone: string): Instant =>
  written(local(now, zone).toPlainDate().add({ days: 1 }).toZonedDateTime(zone))

/** CP-070, CP-073: when the reply to an oral complaint is due; for written ones only the server's calendar knows. */
export const replyDue = (channel: Channel, receivedAt: Instant, zone: string): Instant | undefined =>
  isOral(channel) ? endOfDay(receivedAt, zone) : undefined

export type QuickPromise = { name: 'hour' | 'afternoon' | 'today'; at: Instant }

const NEXT_QUARTER_MIN = 15
const AFTERNOON = '17:30'
const LAST_TODAY = '21:30'

/** Times that are easily promised: in an hour, this afternoon, this evening before people want quiet; only those still to come and before `latest`. */
export const quickPromises = (now: Instant, zone: string, latest: Instant | undefined): QuickPromise[] => {
  const here = local(now, zone)
  const day = here.toPlainDate()
  const inAnHour = here
    .add({ hours: 1 })
    .round({ smallestUnit: 'minute', roundingIncrement: NEXT_QUARTER_MIN, roundingMode: 'ceil' })
  const at = (plainTime: string) => written(day.toZonedDateTime({ timeZone: zone, plainTime }))
  const all: QuickPromise[] = [
    { name: 'hour', at: written(inAnHour) },
    { name: 'afternoon', at: at(AFTERNOON) },
    { name: 'today', at: at(LAST_TODAY) },
  ]
  return all.filter((one) => one.at > now && (latest === undefined || one.at <= latest))
}

/** CP-074: from here on an oral complaint is answered in the same conversation. */
export const answerInThisTalk = (now: Instant, zone: string, from: string): boolean =>
  local(now, zone).toPlainTime().toString({ smallestUnit: 'minute' }) >= from

const WORKDAY = { workStart: SETTINGS['hours.workStart'].default, workEnd: SETTINGS['hours.workEnd'].default }

/** KN-205: why nobody should be called at this moment. Only hours that block are told: days off are the server's knowledge. */
export const unwantedAt = (
  at: Instant,
  zone: string,
  hours: CallHoursSettings = DEFAULT_CALL_HOURS,
  quiet: readonly { from: string; to: string }[] = [],
): CallReason[] => {
  const calendar = { timeZone: zone, ...WORKDAY, days: new Map(), knownThrough: null }
  const verdict = judgeCall(calendar, hours, at, { noCall: quiet })
  return verdict.grade === 'blocked' ? verdict.reasons.filter((reason) => BLOCKING.has(reason)) : []
}
const BLOCKING: ReadonlySet<CallReason> = new Set(['too_early', 'too_late', 'noon_break', 'meal', 'customer_no_call'])
