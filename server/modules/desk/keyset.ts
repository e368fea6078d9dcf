import { isRefusal, type Refusal } from '#contract/refusal.ts'
import { encodeCursor } from '#platform/db/cursor.ts'
import { keysetOf as valuesOf } from '#platform/db/keyset.ts'

/** Of a list's times: `from` included, `before` excluded. */
export type Range = { from: string | undefined; before: string | undefined }
/** Where a page of a list that is sorted by a time and an id goes on. */
export type Keyset = { at: string; id: string }
export type PageWanted = { range: Range; after: Keyset | undefined; limit: number }
export const EVER: Range = { from: undefined, before: undefined }

/** E_INPUT for a cursor that this list did not make. */
export const keysetOf = (cursor: string | undefined): Keyset | undefined | Refusal => {
  const values = valuesOf(cursor, ['instant', 'uuid'])
  return values === undefined || isRefusal(values) ? values : { at: values[0], id: values[1] }
}

/** Cuts the one row too many off and says where the next page begins. */
export const pageOfRows = <R>(
  rows: readonly R[],
  limit: number,
  key: (row: R) => Keyset,
): { rows: R[]; next: string | null } => {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  if (rows.length <= limit || last === undefined) return { rows: shown, next: null }
  const { at, id } = key(last)
  return { rows: shown, next: encodeCursor([at, id]) }
}
