import { isRefusal, type Refusal, refuse } from '#contract/refusal.ts'
import { LocalDate, type Uuid } from '#contract/values.ts'
import { ViolationLine, type ViolationQuery } from '#contract/violations.ts'
import { presentLine } from '#modules/matters/index.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { encodeCursor } from '#platform/db/cursor.ts'
import { keysetOf } from '#platform/db/keyset.ts'
import type { Tx } from '#platform/db/tx.ts'
import { listViolationRows, type ViolationListRow } from './violation-list.store.ts'

/** One page of violations, found last first. */
export const listViolations = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  { cursor, limit, ...filter }: ViolationQuery,
): Promise<{ rows: ViolationLine[]; next: string | null } | Refusal> => {
  const values = keysetOf(cursor, ['text', 'uuid'])
  if (isRefusal(values)) return values
  if (values && !LocalDate.safeParse(values[0]).success) return refuse('E_INPUT', { field: 'query.cursor' })
  if (filter.from !== undefined && filter.to !== undefined && filter.from > filter.to)
    return refuse('E_TIME_RANGE', { field: 'query.to', details: { earliest: filter.from } })
  const after = values ? { on: values[0], id: values[1] } : undefined
  const rows = await listViolationRows(tx, actor, estateId, filter, { after, limit })
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    rows: page.map(present),
    next: rows.length > limit && last ? encodeCursor([last.found_on, last.id]) : null,
  }
}

const present = (row: ViolationListRow): ViolationLine => ({
  ...presentLine(row),
  type: ViolationLine.shape.type.parse(row.type),
  renovation: row.renovation,
  danger: row.danger,
  foundOn: row.found_on,
  talks: row.talks,
  noticeDeadline: row.notice_deadline,
})
