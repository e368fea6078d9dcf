import { sql } from 'kysely'
import type { Uuid } from '#contract/values.ts'
import type { Tx } from '../db/tx.ts'

/**
 * The next number of a series (FD-010): unique, without gaps, because a rollback gives it back. The row stays locked
 * until the commit, so take it as late in the transaction as can be.
 */
export const nextNumber = async (tx: Tx, estateId: Uuid, series: string): Promise<number> => {
  const { rows } = await sql<{ last: number }>`
    insert into counter (estate_id, series, last) values (${estateId}, ${series}, 1)
    on conflict (estate_id, series) do update set last = counter.last + 1
    returning last`.execute(tx.db)
  const row = rows[0]
  if (!row) throw new Error(`no number came from series ${series}`)
  return row.last
}
