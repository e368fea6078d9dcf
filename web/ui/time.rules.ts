import type { Tone } from './palette.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

export type SpanPart = { unit: 'days' | 'hours' | 'minutes'; count: number }

/** The two largest units of a span, never rounded up: somebody with 59 seconds left has less than a minute. */
export const spanParts = (ms: number): SpanPart[] => {
  const size = Math.abs(ms)
  const days = Math.floor(size / DAY_MS)
  const hours = Math.floor((size % DAY_MS) / HOUR_MS)
  const minutes = Math.floor((size % HOUR_MS) / MINUTE_MS)
  const parts: SpanPart[] = [
    { unit: 'days', count: days },
    { unit: 'hours', count: hours },
    { unit: 'minutes', count: minutes },
  ]
  const first = parts.findIndex((part) => part.count > 0)
  return first < 0 ? [] : parts.slice(first, first + 2).filter((part) => part.count > 0)
}

export type ClockState = 'running' | 'paused' | 'met' | 'stopped' | 'breached'
export type ClockReading = {
  dueMs: number
  nowMs: number
  startedMs?: number | undefined
  endedMs?: number | undefined
  state?: ClockState | undefined
}
export type TimeLeftView = { kind: 'left' | 'over' | 'met' | 'paused' | 'stopped'; ms: number; tone: Tone }

/** Share of a period after which its clock warns (metrics.md, second warning). */
const WARN_SHARE = 0.8
/** Where the start is not known. */
const WARN_LAST_MS = HOUR_MS

/** What a countdown says: how much is left or over, and how serious it is. */
export const timeLeftView = ({ dueMs, nowMs, startedMs, endedMs, state = 'running' }: ClockReading): TimeLeftView => {
  const until = endedMs ?? nowMs
  const ms = dueMs - until
  if (state === 'stopped') return { kind: 'stopped', ms, tone: 'ended' }
  if (state === 'paused') return { kind: 'paused', ms, tone: 'neutral' }
  if (state === 'met') return { kind: 'met', ms, tone: 'good' }
  if (state === 'breached' || ms < 0) return { kind: 'over', ms: Math.min(ms, 0), tone: 'late' }
  const warns = startedMs === undefined ? ms <= WARN_LAST_MS : until - startedMs >= (dueMs - startedMs) * WARN_SHARE
  return { kind: 'left', ms, tone: warns ? 'waiting' : 'neutral' }
}

export type WallTime = { date: string; time: string }

const formatters = new Map<string, Intl.DateTimeFormat>()
const formatter = (zone: string) => {
  const known = formatters.get(zone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  formatters.set(zone, made)
  return made
}

/** Date and time on the wall of a zone, `2026-11-20` and `16:40`. */
export const wallTime = (ms: number, zone: string): WallTime => {
  const parts = new Map(
    formatter(zone)
      .formatToParts(ms)
      .map(({ type, value }) => [type, value]),
  )
  const get = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? ''
  return { date: `${get('year')}-${get('month')}-${get('day')}`, time: `${get('hour')}:${get('minute')}` }
}

/** Midnight as the end of the day that it closes: `2026-11-20` and `24:00`. */
export const endTime = (ms: number, zone: string): WallTime => {
  const at = wallTime(ms, zone)
  return at.time === '00:00' ? { date: wallTime(ms - 1, zone).date, time: '24:00' } : at
}

export type WindowView = { from: WallTime; to: WallTime; sameDay: boolean; wholeDay: boolean }

/** From when until when something is to be done; a whole day is one. */
export const windowView = (fromMs: number, toMs: number, zone: string): WindowView => {
  const [from, to] = [wallTime(fromMs, zone), endTime(toMs, zone)]
  const sameDay = from.date === to.date
  return { from, to, sameDay, wholeDay: sameDay && from.time === '00:00' && to.time === '24:00' }
}

export type RelativeView =
  | { kind: 'now' }
  | { kind: 'ago' | 'in'; ms: number }
  | { kind: 'yesterday' | 'today' | 'tomorrow'; time: string }
  | { kind: 'date'; text: string }

/** Near times as a span, days next to today by name, others as a date (without the year when it is this one). */
export const relativeView = (ms: number, nowMs: number, zone: string): RelativeView => {
  const away = ms - nowMs
  if (Math.abs(away) < MINUTE_MS) return { kind: 'now' }
  if (Math.abs(away) < HOUR_MS) return { kind: away < 0 ? 'ago' : 'in', ms: away }
  const at = wallTime(ms, zone)
  const today = wallTime(nowMs, zone).date
  if (at.date === today) return { kind: 'today', time: at.time }
  if (at.date === wallTime(nowMs - DAY_MS, zone).date) return { kind: 'yesterday', time: at.time }
  if (at.date === wallTime(nowMs + DAY_MS, zone).date) return { kind: 'tomorrow', time: at.time }
  const date = at.date.slice(0, 4) === today.slice(0, 4) ? at.date.slice(5) : at.date
  return { kind: 'date', text: `${date} ${at.time}` }
}
