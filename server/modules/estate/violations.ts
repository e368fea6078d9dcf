import { type ErrorCode, type Refusal, refuse } from '#contract/refusal.ts'

const UNIQUE = '23505'
const EXCLUSION = '23P01'

/** Name of the unique or exclusion constraint that stopped a statement; a cluster adds a shard number to it. */
const constraintOf = (error: unknown): string | undefined => {
  if (!(error instanceof Error) || !('code' in error) || (error.code !== UNIQUE && error.code !== EXCLUSION))
    return undefined
  const named =
    'constraint' in error && typeof error.constraint === 'string'
      ? error.constraint
      : /"([^"]+)"/.exec(error.message)?.[1]
  return named?.replace(/_\d+$/, '')
}

export type Broken = Record<string, { code: ErrorCode; field: string }>

/**
 * Runs a statement whose constraint is the last word against two people doing the same at once. The transaction is
 * lost with the error, so the caller must return the refusal.
 */
export const orRefuse = async <T>(broken: Broken, work: () => Promise<T>): Promise<T | Refusal> => {
  try {
    return await work()
  } catch (error) {
    const known = broken[constraintOf(error) ?? '']
    if (!known) throw error
    return refuse(known.code, { field: known.field })
  }
}
