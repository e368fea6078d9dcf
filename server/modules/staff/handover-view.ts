import type { HandoverLine, HandoverView } from '#contract/handover.ts'
import { type Refusal, refuse } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { offersTo } from './handover.machine.ts'
import { groupsOf, type HandoverRow, readHandover } from './handover.store.ts'
import { settledItems, standingItems } from './handover-list.ts'

const takerOf = (row: HandoverRow): HandoverLine['to'] => {
  if (row.accepted_by) return { id: row.accepted_by, name: row.accepted_name ?? '' }
  return row.to_staff_id ? { id: row.to_staff_id, name: row.to_name ?? '' } : null
}

export const presentHandover = (row: HandoverRow): HandoverLine => ({
  id: row.id,
  number: row.number,
  post: { id: row.post_id, name: row.post_name },
  shift: row.shift_name,
  from: { id: row.from_staff_id, name: row.from_name },
  to: takerOf(row),
  state: row.state as HandoverLine['state'],
  openedAt: row.opened_at,
  acceptedAt: row.accepted_at,
  withdrawnAt: row.withdrawn_at,
  openItems: row.items,
  differences: row.differences,
  version: row.version,
})

/** One record with its items; while it is open, held against what the giver has in hand now. */
export const viewHandover = async (tx: Tx, actor: Actor, estateId: Uuid, id: Uuid): Promise<HandoverView | Refusal> => {
  const row = await readHandover(tx, estateId, id)
  if (!row) return refuse('E_NOT_FOUND')
  const groups = await groupsOf(tx, estateId, id)
  return {
    ...presentHandover(row),
    items: row.state === 'OPEN' ? await standingItems(tx, row, { lock: false }) : await settledItems(tx, row),
    groups: groups.map((g) => ({
      group: g.name,
      entries: g.entries,
      agrees: g.agrees,
      difference: g.difference,
      confirmedAt: g.confirmed_at,
    })),
    withdrawReason: row.withdraw_reason,
    moves: [...offersTo(actor, row)],
  }
}
