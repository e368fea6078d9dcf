import type { LocalDate } from '#contract/values.ts'

/** Both ends are inclusive; null is open: since always, for ever. */
export type Period = { from: LocalDate | null; until: LocalDate | null }

export const holds = ({ from, until }: Period, today: LocalDate): boolean =>
  (from === null || from <= today) && (until === null || until >= today)

export const overlap = (a: Period, b: Period): boolean =>
  (a.from === null || b.until === null || a.from <= b.until) &&
  (b.from === null || a.until === null || b.from <= a.until)

/** A period that ends before it begins is none. */
export const isPeriod = ({ from, until }: Period): boolean => from === null || until === null || from <= until
