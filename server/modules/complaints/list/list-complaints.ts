import type { ComplaintLine, ComplaintQuery } from '#contract/complaint-list.ts'
import { isRefusal, type Refusal, refuse } from '#contract/refusal.ts'
import { LocalDate, type Uuid } from '#contract/values.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import { localDateOf } from '#platform/calendar/working-days.rules.ts'
import { encodeCursor } from '#platform/db/cursor.ts'
import { keysetOf } from '#platform/db/keyset.ts'
import type { Tx } from '#platform/db/tx.ts'
import { presentComplaint } from './complaint-list.present.ts'
import { listComplaintRows } from './complaint-list.store.ts'

/** Where a page goes on; E_INPUT for a cursor that this list did not make. */
export const afterOf = (cursor: string | undefined): { on: LocalDate; id: Uuid } | Refusal | undefined => {
  const values = keysetOf(cursor, ['text', 'uuid'])
  if (values === undefined || isRefusal(values)) return values
  const [on, id] = values
  return LocalDate.safeParse(on).success ? { on, id } : refuse('E_INPUT', { field: 'query.cursor' })
}

/** One page of complaints, newest first. */
export const listComplaints = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  { cursor, limit, ...filter }: ComplaintQuery,
): Promise<{ rows: ComplaintLine[]; next: string | null } | Refusal> => {
  const after = afterOf(cursor)
  if (isRefusal(after)) return after
  if (filter.from !== undefined && filter.to !== undefined && filter.from > filter.to)
    return refuse('E_TIME_RANGE', { field: 'query.to', details: { earliest: filter.from } })
  const today = localDateOf(await calendarOf(tx, estateId), tx.now)
  const rows = await listComplaintRows(tx, actor, estateId, filter, { after, limit }, { now: tx.now, today })
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    rows: page.map(presentComplaint),
    next: rows.length > limit && last ? encodeCursor([last.received_on, last.id]) : null,
  }
}
