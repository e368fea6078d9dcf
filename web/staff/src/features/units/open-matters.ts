import { listMatters } from '#contract/matters.ts'
import { useEstate } from '#ui/session.tsx'
import { useAllPages } from './all-pages.ts'

/** More than this is not read only to put dots on a picture; the most urgent come first. */
export const MATTERS_AT_MOST = 1000

export type OpenHere = { count: number; late: number }

/** How many matters are open in each unit, and how many of them are overdue. */
export const useOpenMatters = (enabled: boolean): { byUnit: ReadonlyMap<string, OpenHere>; cut: boolean } => {
  const { id: estateId } = useEstate()
  const pages = useAllPages(
    listMatters,
    { params: { estateId }, query: { open: 'true', sort: 'due', limit: 200 } },
    { topics: ['matters'], enabled, most: MATTERS_AT_MOST },
  )
  const byUnit = new Map<string, OpenHere>()
  for (const { unit, overdue } of pages.rows) {
    if (!unit) continue
    const known = byUnit.get(unit.id) ?? { count: 0, late: 0 }
    byUnit.set(unit.id, { count: known.count + 1, late: known.late + (overdue ? 1 : 0) })
  }
  return { byUnit, cut: pages.rows.length >= MATTERS_AT_MOST && pages.hasNextPage }
}
