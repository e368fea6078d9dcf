import type { LastDone, listLastDone } from '#contract/inspection-rounds.ts'
import { isRefusal, type Refusal } from '#contract/refusal.ts'
import type { QueryOf } from '#contract/route.ts'
import type { Uuid } from '#contract/values.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { encodeCursor } from '#platform/db/cursor.ts'
import { keysetOf } from '#platform/db/keyset.ts'
import type { Tx } from '#platform/db/tx.ts'
import { visibleLooks } from '../inspection.policy.ts'
import { type LastDoneRow, lastDoneRows } from './last-done.store.ts'

const present = (r: LastDoneRow): LastDone => ({
  placeId: r.place_id,
  code: r.code,
  place: r.place,
  touchpoint: r.touchpoint,
  building: r.building,
  task: r.task,
  lastAt: r.last_at,
  lastBy: r.last_by ? { id: r.last_by, name: r.last_by_name ?? '' } : null,
  nextDueAt: r.next_due_at,
  missed30: r.missed30,
})

/** FD-810: what the desk answers a customer who asks when something was last done. */
export const readLastDone = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  { cursor, ...query }: QueryOf<typeof listLastDone>,
): Promise<{ rows: LastDone[]; next: string | null } | Refusal> => {
  const after = keysetOf(cursor, ['text', 'text'])
  if (isRefusal(after)) return after
  const rows = await lastDoneRows(tx, estateId, { ...query, after }, visibleLooks(actor, estateId))
  const shown = rows.slice(0, query.limit)
  const last = shown.at(-1)
  const more = rows.length > query.limit && last !== undefined
  return { rows: shown.map(present), next: more ? encodeCursor([last.code, last.task ?? '']) : null }
}
