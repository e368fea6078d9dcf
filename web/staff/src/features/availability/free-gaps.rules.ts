import { Temporal } from 'temporal-polyfill'

/** Half-open span of instants, in epoch milliseconds. */
export type Span = { from: number; to: number }
type Order = { from: string | null; to: string | null; state: string }

const MINUTE_MS = 60_000
/** People agree on times like half past two, never on 14:17. */
const STEP_MS = 30 * MINUTE_MS
/** The part of a day that is drawn and offered; work outside it is agreed by the form. */
const DAY_FROM = '08:00'
const DAY_TO = '20:00'

/** What no longer holds anybody: finished, or waiting for another day. */
const FREED: ReadonlySet<string> = new Set([
  'DONE',
  'APPROVED',
  'CUSTOMER_ABSENT',
  'ON_HOLD',
  'TO_APPOINT',
  'DECLINED',
  'CANCELLED',
])

/** The working part of a local day. */
export const dayWindow = (date: string, zone: string): Span => {
  const at = (time: string) =>
    Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds
  return { from: at(DAY_FROM), to: at(DAY_TO) }
}

/** The orders of a person that hold them on this day, cut at its ends, in order of time. */
export const busySpans = (orders: readonly Order[], window: Span): Span[] =>
  orders
    .flatMap(({ from, to, state }) =>
      from && to && !FREED.has(state)
        ? [{ from: Math.max(Date.parse(from), window.from), to: Math.min(Date.parse(to), window.to) }]
        : [],
    )
    .filter((span) => span.from < span.to)
    .sort((a, b) => a.from - b.from)

/** FD-410: what is left of the window from now on, between the orders. */
export const freeGaps = (busy: readonly Span[], window: Span, now: number): Span[] => {
  const gaps: Span[] = []
  let at = Math.max(window.from, now)
  for (const span of busy) {
    if (span.from > at) gaps.push({ from: at, to: span.from })
    at = Math.max(at, span.to)
  }
  if (at < window.to) gaps.push({ from: at, to: window.to })
  return gaps
}

const roundUp = (ms: number, start: number) => start + Math.ceil((ms - start) / STEP_MS) * STEP_MS

/** Times of this length one after the other in each gap, at full or half hours; gaps that are too short offer none. */
export const slotsIn = (gaps: readonly Span[], lengthMinutes: number, window: Span): Span[] => {
  const length = lengthMinutes * MINUTE_MS
  return gaps.flatMap((gap) => {
    const slots: Span[] = []
    for (let from = roundUp(gap.from, window.from); from + length <= gap.to; from += length)
      slots.push({ from, to: from + length })
    return slots
  })
}

/** Where a span lies in the window, in per cent. */
export const placeOf = (span: Span, window: Span) => {
  const size = window.to - window.from
  return { left: ((span.from - window.from) / size) * 100, width: ((span.to - span.from) / size) * 100 }
}
