import type { FindingLine, FindingQuery, RepeatedFailure, RepeatQuery } from '#contract/findings.ts'
import { isRefusal, type Refusal, refuse } from '#contract/refusal.ts'
import { LocalDate, type Uuid } from '#contract/values.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { encodeCursor } from '#platform/db/cursor.ts'
import { keysetOf } from '#platform/db/keyset.ts'
import type { Tx } from '#platform/db/tx.ts'
import { presentFinding, presentRepeat } from './finding-list.present.ts'
import { listFindingRows, listRepeatRows } from './finding-list.store.ts'

type Days = { from?: LocalDate | undefined; to?: LocalDate | undefined }
const checkDays = ({ from, to }: Days): Refusal | undefined =>
  from !== undefined && to !== undefined && from > to
    ? refuse('E_TIME_RANGE', { field: 'query.to', details: { earliest: from } })
    : undefined

/** One page of findings, newest first. */
export const listFindings = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  { cursor, limit, ...filter }: FindingQuery,
): Promise<{ rows: FindingLine[]; next: string | null } | Refusal> => {
  const values = keysetOf(cursor, ['text', 'uuid'])
  if (isRefusal(values)) return values
  if (values && !LocalDate.safeParse(values[0]).success) return refuse('E_INPUT', { field: 'query.cursor' })
  const wrong = checkDays(filter)
  if (wrong) return wrong
  const after = values ? { on: values[0], id: values[1] } : undefined
  const rows = await listFindingRows(tx, actor, estateId, filter, { after, limit })
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    rows: page.map(presentFinding),
    next: rows.length > limit && last ? encodeCursor([last.found_on, last.id]) : null,
  }
}

/** What fails again at the same place, the most often first. */
export const listRepeats = async (
  tx: Tx,
  estateId: Uuid,
  { cursor, limit, ...filter }: RepeatQuery,
): Promise<{ rows: RepeatedFailure[]; next: string | null } | Refusal> => {
  const values = keysetOf(cursor, ['text', 'text'])
  if (isRefusal(values)) return values
  if (values && !/^\d{1,9}$/.test(values[0])) return refuse('E_INPUT', { field: 'query.cursor' })
  const wrong = checkDays(filter)
  if (wrong) return wrong
  const after = values ? { findings: values[0], key: values[1] } : undefined
  const rows = await listRepeatRows(tx, estateId, filter, { after, limit })
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    rows: page.map(presentRepeat),
    next: rows.length > limit && last ? encodeCursor([String(last.findings), `${last.place_id}${last.item_id}`]) : null,
  }
}
