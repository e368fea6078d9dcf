import type { Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'
import { itemsHeld } from '../scores/versions.ts'
import type { Items } from './look.present.ts'
import type { KeptLook, RefusedRow } from './refused.store.ts'

/** Each with the items of the versions that its phone held it to, as far as there are such; each version is read once. */
export const withItems = async (
  tx: Tx,
  estateId: Uuid,
  rows: readonly RefusedRow[],
): Promise<(RefusedRow & { items: Items })[]> => {
  const read = new Map<string, Items>()
  const itemsOf = async ({ sent }: KeptLook): Promise<Items> => {
    if (!sent) return new Map()
    const version = { standard_id: sent.standardId, variant_id: sent.variantId }
    const key = `${version.standard_id} ${version.variant_id}`
    const items = read.get(key) ?? new Map((await itemsHeld(tx, estateId, version)).map((item) => [item.id, item]))
    read.set(key, items)
    return items
  }
  const all: (RefusedRow & { items: Items })[] = []
  for (const row of rows) all.push({ ...row, items: await itemsOf(row.body as KeptLook) })
  return all
}
