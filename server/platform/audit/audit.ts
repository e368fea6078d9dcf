import type { Uuid } from '#contract/values.ts'
import type { Actor } from '../auth/actor.ts'
import type { Tx } from '../db/tx.ts'
import { NO_ESTATE, newId } from '../ids.ts'

export type AuditEntry = {
  estateId: Uuid | null
  action: string
  subjectKind: string
  subjectId?: Uuid
  purpose?: string
  before?: unknown
  after?: unknown
}

/** FD-012: who did what to which thing, with what stood there before. Never give it secrets or whole identity numbers. */
export const audit = async (tx: Tx, actor: Actor, entry: AuditEntry): Promise<void> => {
  await tx.db
    .insertInto('audit')
    .values({
      estate_id: entry.estateId ?? NO_ESTATE,
      id: newId(),
      at: tx.now,
      actor_id: actor.kind === 'system' ? null : actor.id,
      actor_name: actor.name,
      action: entry.action,
      subject_kind: entry.subjectKind,
      subject_id: entry.subjectId ?? null,
      purpose: entry.purpose ?? null,
      before: entry.before === undefined ? null : JSON.stringify(entry.before),
      after: entry.after === undefined ? null : JSON.stringify(entry.after),
    })
    .execute()
}
