import type { Instant, Uuid } from '#contract/values.ts'
import type { Database } from '#platform/db/pool.ts'
import type { Tx } from '#platform/db/tx.ts'

/** Every estate of the installation, for the sweeps of the desk. */
export const allEstates = async (database: Database): Promise<Uuid[]> =>
  (await database.kysely.selectFrom('estate_directory').select('estate_id').orderBy('code').execute()).map(
    (r) => r.estate_id,
  )

/** Nothing is owed for days before an estate was there. */
export const estateSince = async (tx: Tx, estateId: Uuid): Promise<Instant> =>
  (await tx.db.selectFrom('estate').select('created_at').where('estate_id', '=', estateId).executeTakeFirstOrThrow())
    .created_at
