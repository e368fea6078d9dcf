import type { Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'

export const findEstate = (
  tx: Tx,
  estateId: Uuid,
): Promise<{ name: string; time_zone: string; company_id: Uuid } | undefined> =>
  tx.db
    .selectFrom('estate')
    .select(['name', 'time_zone', 'company_id'])
    .where('estate_id', '=', estateId)
    .executeTakeFirst()
