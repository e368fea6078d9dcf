import type { HandoverItem } from '#contract/handover.ts'
import type { Tx } from '#platform/db/tx.ts'
import { compareItems, type ListedItem } from './handover.rules.ts'
import type { Handover } from './handover.store.ts'
import { type ItemRow, itemsOf } from './handover-items.store.ts'
import { workSource } from './work-source.ts'

const listedOf = (row: ItemRow): ListedItem => ({
  matterId: row.matter_id,
  number: row.number,
  title: row.title,
  kind: row.kind,
  state: row.state,
  dueAt: row.due_at,
  overdue: row.overdue,
})

/** The items of an open record as they stand now; `lock` keeps them so until the commit. */
export const standingItems = async (
  tx: Tx,
  handover: Handover,
  options: { lock: boolean },
): Promise<HandoverItem[]> => {
  const listed = (await itemsOf(tx, handover)).map(listedOf)
  const now = await workSource().handledBy(tx, handover.estate_id, handover.from_staff_id, options)
  const current = new Set(now.map((item) => item.matterId))
  const gone = listed.filter((item) => !current.has(item.matterId)).map((item) => item.matterId)
  return compareItems(listed, now, await workSource().closedAmong(tx, handover.estate_id, gone))
}

/** The items of a record that is settled, as they were settled. */
export const settledItems = async (tx: Tx, handover: Handover): Promise<HandoverItem[]> =>
  (await itemsOf(tx, handover)).map((row) => ({
    ...listedOf(row),
    mark: row.outcome ?? (row.since_opening ? 'new' : 'listed'),
  }))
