import { sql } from 'kysely'
import type { Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'

/** Two imports into one estate go one after the other; the lock ends with the transaction. */
export const lockForImport = async (tx: Tx, estateId: Uuid): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtext(${`roster ${estateId}`}))`.execute(tx.db)
}
