import { sql } from 'kysely'
import type { Instant, Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'

export type FilledRecord = { at: Instant; by: string; responsible: string | null; measures: string; feedback: string }
/** CP-048: the handling record as it was filled in last; undefined while nobody has. */
export const filledRecordOf = async (tx: Tx, estateId: Uuid, matterId: Uuid): Promise<FilledRecord | undefined> => {
  const { rows } = await sql<FilledRecord>`
    select t.at, t.actor_name as by, s.name as responsible, t.data -> 'input' ->> 'measures' as measures, t.data -> 'input' ->> 'feedback' as feedback
    from timeline t left join staff s on s.id::text = t.data -> 'input' ->> 'responsibleId'
    where t.estate_id = ${estateId} and t.matter_id = ${matterId} and t.verb = 'fillHandlingForm' order by t.id desc limit 1`.execute(
    tx.db,
  )
  return rows[0]
}
