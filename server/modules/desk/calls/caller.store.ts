import { sql } from 'kysely'
import type { Uuid } from '#contract/values.ts'
import { seeMatters } from '#modules/matters/index.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { MATTER_LINE, MATTER_LINE_JOINS, type MatterLineRow } from '../matter-line.store.ts'

/** Open matters of these people and of these rooms, the most urgent first. */
export const openMattersOf = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  of: { customerIds: readonly Uuid[]; unitIds: readonly Uuid[] },
): Promise<MatterLineRow[]> => {
  if (of.customerIds.length === 0 && of.unitIds.length === 0) return []
  const { rows } = await sql<MatterLineRow>`select ${MATTER_LINE} from matter m ${MATTER_LINE_JOINS}
    where m.estate_id = ${estateId} and m.open and ${seeMatters(actor, estateId)}
      and (m.customer_id = any(${[...of.customerIds]}::uuid[]) or m.unit_id = any(${[...of.unitIds]}::uuid[]))
    order by m.next_due_at nulls last, m.id limit 20`.execute(tx.db)
  return rows
}
