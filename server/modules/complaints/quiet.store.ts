import { sql } from 'kysely'
import type { Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'

/** Complaints whose quiet week is over and about which nobody was told yet that something is missing (CP-120b). */
export const quietEnded = async (tx: Tx, limit: number): Promise<{ estate_id: Uuid; matter_id: Uuid }[]> => {
  const { rows } = await sql<{ estate_id: Uuid; matter_id: Uuid }>`
    select c.estate_id, c.matter_id from complaint_case c
      join matter m on m.estate_id = c.estate_id and m.id = c.matter_id
    where c.quiet_until <= ${tx.now} and m.state = 'OBSERVING'
      and (c.quiet_told_at is null or c.category_final is not null and c.classified_at > c.quiet_told_at)
    order by c.quiet_until limit ${limit}`.execute(tx.db)
  return rows
}
