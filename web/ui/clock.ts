import { useSyncExternalStore } from 'react'

/** How far the server's clock is ahead of this device's, in ms; deadlines are told by the server's clock. */
let ahead = 0
let learned = false
/** The `Date` header counts whole seconds, so smaller differences say nothing. */
const NOISE_MS = 2_000

/** Learns the server's time from an answer that took `tookMs`. */
export const learnServerTime = (header: string | null, tookMs: number) => {
  const told = header ? Date.parse(header) : Number.NaN
  if (Number.isNaN(told)) return
  const difference = told + tookMs / 2 - Date.now()
  ahead = Math.abs(difference) < NOISE_MS ? 0 : difference
  learned = true
}

/** How far the server's clock is ahead, as far as it is known. */
export const aheadMs = () => Math.round(ahead)
/** What was learned on an earlier day, until the server is heard again. */
export const recallServerTime = (ms: number) => {
  if (!learned) ahead = ms
}

/** Epoch milliseconds by the server's clock. */
export const nowMs = () => Date.now() + ahead
export const instantMs = (instant: string) => Date.parse(instant)

const TICK_MS = 5_000
let shown = nowMs()
let timer: ReturnType<typeof setInterval> | undefined
const listeners = new Set<() => void>()
const tick = () => {
  if (typeof document !== 'undefined' && document.hidden) return
  shown = nowMs()
  for (const listener of listeners) listener()
}
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  if (!timer) {
    shown = nowMs()
    timer = setInterval(tick, TICK_MS)
    document.addEventListener('visibilitychange', tick)
  }
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
    document.removeEventListener('visibilitychange', tick)
  }
}

/** One ticker for every countdown of the page, every five seconds, asleep while the page is hidden. */
export const useNow = (): number =>
  useSyncExternalStore(
    subscribe,
    () => shown,
    () => shown,
  )
