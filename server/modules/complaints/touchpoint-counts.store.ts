import { sql } from 'kysely'
import type { LocalDate, Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'
import { COUNTED } from './case-facts.store.ts'

/** How many complaints that count were received about each touchpoint; both days are included. */
export const complaintsByTouchpoint = async (
  tx: Tx,
  estateId: Uuid,
  { from, to }: { from: LocalDate; to: LocalDate },
): Promise<ReadonlyMap<string, number>> => {
  const { rows } = await sql<{ touchpoint: string; count: number }>`
    select cc.touchpoint, count(*)::int as count from complaint_case cc join matter m on m.estate_id = cc.estate_id and m.id = cc.matter_id
    where cc.estate_id = ${estateId} and cc.received_on >= ${from}::date and cc.received_on <= ${to}::date
      and cc.touchpoint is not null and ${COUNTED} group by 1`.execute(tx.db)
  return new Map(rows.map((r) => [r.touchpoint, r.count]))
}
