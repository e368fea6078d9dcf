import type { Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'
import { rowsOf, sizesSql } from './company.store.ts'

export type Size = { households: number; areaM2: number }

/** Rooms are counted once in ten minutes: a company has millions of them, and they hardly ever change. */
const KEPT_MS = 600_000
const kept = new Map<Uuid, Size & { until: number }>()

/** Households and floor area of these estates, for the rates of K13. */
export const sizesOf = async (tx: Tx, estates: readonly Uuid[]): Promise<ReadonlyMap<Uuid, Size>> => {
  const now = performance.now()
  const wanted = estates.filter((id) => (kept.get(id)?.until ?? 0) < now)
  if (wanted.length > 0) {
    const rows = new Map((await rowsOf(tx, sizesSql(wanted))).map((r) => [r.estate_id, r]))
    for (const id of wanted) {
      const row = rows.get(id)
      kept.set(id, { households: row?.households ?? 0, areaM2: row?.area_m2 ?? 0, until: now + KEPT_MS })
    }
  }
  return new Map(estates.map((id) => [id, kept.get(id) ?? { households: 0, areaM2: 0 }]))
}
