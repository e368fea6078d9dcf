import { isRefusal, type Refusal } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import type { Tx } from '#platform/db/tx.ts'
import { type Days, rangeOf } from './days.rules.ts'
import { type Keyset, keysetOf, type PageWanted, pageOfRows } from './keyset.ts'

type Asked = Days & { cursor?: string | undefined; limit: number }

/** One page of a list: checks days and cursor, reads, cuts, presents. */
export const listPage = async <R, V>(
  tx: Tx,
  estateId: Uuid,
  asked: Asked,
  list: { read(page: PageWanted): Promise<R[]>; key(row: R): Keyset; present(row: R): V },
): Promise<{ rows: V[]; next: string | null } | Refusal> => {
  const after = keysetOf(asked.cursor)
  if (isRefusal(after)) return after
  const range = rangeOf(await calendarOf(tx, estateId), asked)
  if (isRefusal(range)) return range
  const page = pageOfRows(await list.read({ range, after, limit: asked.limit }), asked.limit, list.key)
  return { rows: page.rows.map(list.present), next: page.next }
}
