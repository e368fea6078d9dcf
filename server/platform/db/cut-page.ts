import { isRefusal, refuse } from '#contract/refusal.ts'
import { encodeCursor } from './cursor.ts'
import { keysetOf } from './keyset.ts'

/** A page of rows that were read whole: some hundred, or a company's estates. */
export const cutPage = <R>(rows: readonly R[], { cursor, limit }: { cursor?: string | undefined; limit: number }) => {
  const after = keysetOf(cursor, ['text'])
  if (isRefusal(after)) return after
  const from = after === undefined ? 0 : Number(after[0])
  if (!Number.isSafeInteger(from) || from < 0) return refuse('E_INPUT', { field: 'query.cursor' })
  return {
    rows: rows.slice(from, from + limit),
    next: rows.length > from + limit ? encodeCursor([String(from + limit)]) : null,
  }
}
