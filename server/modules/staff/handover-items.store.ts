import { sql } from 'kysely'
import type { Instant, Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { WorkItem } from './work-source.ts'

export type Outcome = 'moved' | 'closed' | 'elsewhere' | 'kept'
export type ItemRow = {
  matter_id: Uuid
  number: string
  title: string
  kind: string
  state: string
  due_at: Instant | null
  overdue: boolean
  since_opening: boolean
  outcome: Outcome | null
}
type Key = { estate_id: Uuid; id: Uuid }

export const itemsOf = async (tx: Tx, handover: Key): Promise<ItemRow[]> => {
  const { rows } = await sql<ItemRow>`
    select matter_id, number, title, kind, state, due_at, overdue, since_opening, outcome from handover_matter
    where estate_id = ${handover.estate_id} and handover_id = ${handover.id}
    order by since_opening, due_at nulls last, number`.execute(tx.db)
  return rows
}

export const addItems = async (
  tx: Tx,
  handover: Key,
  items: readonly WorkItem[],
  sinceOpening: boolean,
): Promise<void> => {
  if (items.length === 0) return
  await tx.db
    .insertInto('handover_matter')
    .values(
      items.map((i) => ({
        estate_id: handover.estate_id,
        handover_id: handover.id,
        matter_id: i.matterId,
        number: i.number,
        title: i.title,
        kind: i.kind,
        state: i.state,
        due_at: i.dueAt,
        overdue: i.overdue,
        since_opening: sinceOpening,
      })),
    )
    .onConflict((c) => c.doNothing())
    .execute()
}

/** What became of each item in the end, once. */
export const settleItems = async (
  tx: Tx,
  handover: Key,
  outcomes: readonly { matterId: Uuid; outcome: Outcome }[],
): Promise<void> => {
  await sql`update handover_matter m set outcome = r.outcome
    from jsonb_to_recordset(${JSON.stringify(outcomes)}::jsonb) as r("matterId" uuid, outcome text)
    where m.estate_id = ${handover.estate_id} and m.handover_id = ${handover.id} and m.matter_id = r."matterId"`.execute(
    tx.db,
  )
}
