import { sql } from 'kysely'
import type { Uuid } from '#contract/values.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { newId } from '#platform/ids.ts'

type MatterId = { estate_id: Uuid; id: Uuid }

/** FD-413: an item cannot sit unsolvable without this record of lead and head. */
export const openEscalation = async (
  tx: Tx,
  actor: Actor,
  matter: MatterId,
  input: { reason: string; leadId: Uuid; headId: Uuid },
): Promise<undefined> => {
  await tx.db
    .insertInto('escalation')
    .values({
      estate_id: matter.estate_id,
      id: newId(),
      matter_id: matter.id,
      reason: input.reason,
      raised_by: actor.id,
      raised_at: tx.now,
      lead_id: input.leadId,
      lead_told_at: tx.now,
      head_id: input.headId,
      head_told_at: tx.now,
    })
    .execute()
  return undefined
}

export const resolveEscalation = async (tx: Tx, actor: Actor, matter: MatterId, plan: string): Promise<undefined> => {
  await sql`update escalation set plan = ${plan}, resolved_by = ${actor.id}, resolved_at = ${tx.now}
    where estate_id = ${matter.estate_id} and matter_id = ${matter.id} and resolved_at is null`.execute(tx.db)
  return undefined
}
