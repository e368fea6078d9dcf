import { type Refusal, refuse } from '#contract/refusal.ts'

/** A keyset cursor: the sort values of the last row, opaque to the client. */
export const encodeCursor = (values: readonly (string | null)[]): string =>
  Buffer.from(JSON.stringify(values)).toString('base64url')

/** E_INPUT for a cursor that this server did not make. */
export const decodeCursor = (cursor: string, length: number): (string | null)[] | Refusal => {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (Array.isArray(value) && value.length === length && value.every((v) => v === null || typeof v === 'string'))
      return value
  } catch {
    // falls through: it was no cursor
  }
  return refuse('E_INPUT', { field: 'query.cursor' })
}
