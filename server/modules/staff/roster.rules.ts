import type { Instant, LocalDate, Uuid } from '#contract/values.ts'
import { localDay, plusDays, type Stretch, startOfDay } from './local-time.rules.ts'

/** Instants compare as strings. */
const earlier = (a: Instant, b: Instant): Instant => [a, b].sort()[0] ?? a

/** CP-033: the parts of a period in which none of these duties runs, earliest first. */
export const gapsIn = (held: readonly Stretch[], period: Stretch): Stretch[] => {
  const gaps: Stretch[] = []
  let reached = period.from
  for (const { from, to } of [...held].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
    if (reached >= period.to) break
    if (from > reached) gaps.push({ from: reached, to: earlier(from, period.to) })
    if (to > reached) reached = to
  }
  if (reached < period.to) gaps.push({ from: reached, to: period.to })
  return gaps.filter((gap) => gap.from < gap.to)
}

export type Planned = Stretch & { staffId: Uuid }
export type Overlap = { first: number; second: number; staffId: Uuid } & Stretch

/** Where one person would be in two places at once; `second` is the later row of the pair. Duties that meet do not overlap. */
export const overlapsOf = (rows: readonly Planned[]): Overlap[] => {
  const found: Overlap[] = []
  const byPerson = Map.groupBy(
    rows.map((row, index) => ({ row, index })).filter(({ row }) => row.from < row.to),
    ({ row }) => row.staffId,
  )
  for (const [staffId, own] of byPerson) {
    const sorted = own.sort((a, b) => (a.row.from < b.row.from ? -1 : a.row.from > b.row.from ? 1 : a.index - b.index))
    let last = sorted[0]
    for (const next of sorted.slice(1)) {
      if (last && next.row.from < last.row.to) {
        const to = earlier(next.row.to, last.row.to)
        found.push({
          first: Math.min(last.index, next.index),
          second: Math.max(last.index, next.index),
          staffId,
          from: next.row.from,
          to,
        })
      }
      if (!last || next.row.to > last.row.to) last = next
    }
  }
  return found
}

/**
 * The span a published week answers for: each of its days from 00:00 to 24:00, of a running week from today on. When the
 * next week is in force already, its Monday too, into which this week's last night may reach. Undefined when the week
 * is over.
 */
export const publishedSpan = (
  zone: string,
  weekStart: LocalDate,
  now: Instant,
  nextIsPublished: boolean,
): Stretch | undefined => {
  const today = localDay(zone, now)
  const last = plusDays(weekStart, 6)
  if (today > last) return undefined
  return {
    from: startOfDay(zone, today > weekStart ? today : weekStart),
    to: startOfDay(zone, plusDays(weekStart, nextIsPublished ? 8 : 7)),
  }
}
