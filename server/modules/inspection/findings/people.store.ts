import type { Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'

export const nameOf = async (tx: Tx, staffId: Uuid): Promise<string> =>
  (await tx.db.selectFrom('staff').select('name').where('id', '=', staffId).executeTakeFirst())?.name ?? ''
