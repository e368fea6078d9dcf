import type { CaseFigure, CaseGroup } from '#contract/complaint-analysis.ts'
import type { ComplaintFilter } from '#contract/complaint-list.ts'
import type { GroupRow, Sums, Which } from './analysis.store.ts'

/** A part of a whole, to a hundredth of a per cent; null when there is no whole. */
export const shareOf = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((part / whole) * 10_000) / 10_000

/** Sums by period, dimension and value; what nobody counted is nothing. */
export type Sheet = {
  of(p: Which, dim: string, key: string | null): Partial<Sums>
  keys(dim: string): (string | null)[]
}
export const sheetOf = (rows: readonly GroupRow[]): Sheet => {
  const place = (p: string, dim: string, key: string | null) => JSON.stringify([p, dim, key])
  const found = new Map(rows.map((row) => [place(row.p, row.dim, row.key), row]))
  return {
    of: (p, dim, key) => found.get(place(p, dim, key)) ?? {},
    keys: (dim) => [...new Set(rows.filter((r) => r.dim === dim).map((r) => r.key))],
  }
}

export type Measure = Exclude<keyof Sums, 'persons' | 'times'>
/** One number of both periods with the list that it counts. */
export const figureOf = (
  sheet: Sheet,
  [dim, key, measure = 'count']: readonly [string, string | null, Measure?],
  opens: ComplaintFilter | null,
): CaseFigure => ({
  count: sheet.of('now', dim, key)[measure] ?? 0,
  before: sheet.of('before', dim, key)[measure] ?? 0,
  opens,
})

/** All numbers about the cases that share one value. */
export const groupOf = (sheet: Sheet, dim: string, key: string | null, opens: ComplaintFilter | null): CaseGroup => {
  const now = sheet.of('now', dim, key)
  return {
    ...figureOf(sheet, [dim, key], opens),
    persons: now.persons ?? 0,
    times: now.times ?? 0,
    open: now.open ?? 0,
    late: now.late ?? 0,
    notSatisfied: now.not_satisfied ?? 0,
    unclassified: now.unclassified ?? 0,
    share: shareOf(now.count ?? 0, sheet.of('now', 'total', null).count ?? 0),
  }
}

export const largestFirst = <T extends { count: number; before: number }>(groups: readonly T[]): T[] =>
  [...groups].sort((a, b) => b.count - a.count || b.before - a.before)

/** CP-132: what makes up most of it first, each with the share of all down to here; empty ones are left out. */
export const paretoOf = <T>(
  groups: readonly (T & { count: number })[],
): { of: T; count: number; share: number; cumulative: number }[] => {
  const some = groups.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count)
  const whole = some.reduce((sum, { count }) => sum + count, 0)
  let down = 0
  return some.map((group) => {
    down += group.count
    return {
      of: group,
      count: group.count,
      share: shareOf(group.count, whole) ?? 0,
      cumulative: shareOf(down, whole) ?? 0,
    }
  })
}
