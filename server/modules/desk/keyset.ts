import { isRefusal, type Refusal, refuse } from '#contract/refusal.ts'
import { Instant, LocalDate, Uuid } from '#contract/values.ts'
import { decodeCursor, encodeCursor } from '#platform/db/cursor.ts'

/** Of a list's times: `from` included, `before` excluded. */
export type Range = { from: string | undefined; before: string | undefined }
/** Where a page of a list that is sorted by a time (or a day) and an id goes on. */
export type Keyset = { at: string; id: string }
export type PageWanted = { range: Range; after: Keyset | undefined; limit: number }
export const EVER: Range = { from: undefined, before: undefined }

/** E_INPUT for a cursor that this list did not make. */
export const keysetOf = (cursor: string | undefined): Keyset | undefined | Refusal => {
  if (cursor === undefined) return undefined
  const values = decodeCursor(cursor, 2)
  if (isRefusal(values)) return values
  const [at, id] = values
  const known = (Instant.safeParse(at).success || LocalDate.safeParse(at).success) && Uuid.safeParse(id).success
  return known && typeof at === 'string' && typeof id === 'string' ? { at, id } : refuse('E_INPUT', { field: 'query.cursor' })
}

/** Cuts the one row too many off and says where the next page begins. */
export const pageOfRows = <R>(rows: readonly R[], limit: number, key: (row: R) => Keyset): { rows: R[]; next: string | null } => {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  if (rows.length <= limit || last === undefined) return { rows: shown, next: null }
  const { at, id } = key(last)
  return { rows: shown, next: encodeCursor([at, id]) }
}
