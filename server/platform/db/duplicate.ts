import { type Refusal, refuse } from '#contract/refusal.ts'

/** SQLSTATE of a unique key that was there before. */
const UNIQUE_VIOLATION = '23505'

/**
 * Runs a write and turns the database's word about these unique keys into E_DUPLICATE beside the field; anything else
 * is thrown. The transaction is spent then: return the refusal at once, which rolls it back. Shards of a cluster add
 * a number to the name of a constraint.
 */
export const refuseDuplicate = async <T>(
  fields: Readonly<Record<string, string>>,
  write: () => Promise<T>,
): Promise<T | Refusal> => {
  try {
    return await write()
  } catch (error) {
    const field = fields[violated(error) ?? '']
    if (field === undefined) throw error
    return refuse('E_DUPLICATE', { field })
  }
}

const violated = (error: unknown): string | undefined => {
  if (!(error instanceof Error) || !('code' in error) || error.code !== UNIQUE_VIOLATION) return undefined
  const named =
    'constraint' in error && typeof error.constraint === 'string'
      ? error.constraint
      : /"([^"]+)"/.exec(error.message)?.[1]
  return named?.replace(/_\d+$/, '')
}
