import { TOUCHPOINTS } from '#contract/complaint-categories.ts'
import type { CompanyHeatRow, HEAT_SORTS } from '#contract/scores.ts'
import type { LocalDate } from '#contract/values.ts'
import type { EstateMeans, EstateName } from './company.store.ts'
import { inPoints, meanOf, weighted } from './roll-up.rules.ts'

type Totals = Omit<CompanyHeatRow, 'estate' | 'newStandardOn'>
export type Heat = { rows: CompanyHeatRow[]; totals: Totals }

const touchpointsOf = (of: EstateMeans | undefined) => TOUCHPOINTS.map((code) => of?.scores[code] ?? null)

/** One row for each estate, also for those where nobody looked; below them the means over those that have a score. */
export const heatOf = (
  estates: readonly EstateName[],
  means: readonly EstateMeans[],
  weightsOf: (estateId: string) => readonly number[],
  newStandardOn: ReadonlyMap<string, LocalDate> = new Map(),
): Heat => {
  const now = new Map(means.filter((m) => m.now).map((m) => [m.estate_id, m]))
  const before = new Map(means.filter((m) => !m.now).map((m) => [m.estate_id, m]))
  const rows = estates.map(({ estate_id: id, code, name }): CompanyHeatRow => {
    const [own, last] = [touchpointsOf(now.get(id)), touchpointsOf(before.get(id))]
    const weights = weightsOf(id)
    return {
      estate: { id, code, name },
      score: inPoints(weighted(own, weights)),
      before: inPoints(weighted(last, weights)),
      looks: now.get(id)?.looks ?? 0,
      touchpoints: own.map(inPoints),
      newStandardOn: newStandardOn.get(id) ?? null,
    }
  })
  const mean = (values: (number | null)[]) => {
    const all = meanOf(values.filter((v) => v !== null))
    return all === null ? null : Math.round(all * 100) / 100
  }
  return {
    rows,
    totals: {
      score: mean(rows.map((r) => r.score)),
      before: mean(rows.map((r) => r.before)),
      looks: rows.reduce((sum, r) => sum + r.looks, 0),
      touchpoints: TOUCHPOINTS.map((_, i) => mean(rows.map((r) => r.touchpoints[i] ?? null))),
    },
  }
}

/** Estates with these words in their name, or with this code. */
export const namedLike = (rows: readonly CompanyHeatRow[], q: string | undefined): readonly CompanyHeatRow[] => {
  if (q === undefined) return rows
  const words = q.toLowerCase()
  return rows.filter(({ estate: { code, name } }) => name.toLowerCase().includes(words) || code.toLowerCase() === words)
}

export type Order = { sort: (typeof HEAT_SORTS)[number]; direction: 'asc' | 'desc' }

/** Sorted as asked; estates without a score come last whichever way. */
export const sortHeat = (rows: readonly CompanyHeatRow[], { sort, direction }: Order): CompanyHeatRow[] => {
  const sign = direction === 'asc' ? 1 : -1
  const value = (r: CompanyHeatRow): number | null =>
    sort === 'score' ? r.score : r.score === null || r.before === null ? null : r.score - r.before
  return [...rows].sort((a, b) => {
    if (sort === 'name') return sign * (a.estate.name < b.estate.name ? -1 : a.estate.name > b.estate.name ? 1 : 0)
    const [x, y] = [value(a), value(b)]
    if (x === null || y === null) return x === y ? 0 : x === null ? 1 : -1
    return sign * (x - y) || (a.estate.id < b.estate.id ? -1 : 1)
  })
}
