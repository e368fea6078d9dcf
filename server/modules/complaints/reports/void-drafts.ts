import type { Instant, Uuid } from '#contract/values.ts'
import { appendTimeline, type Matter } from '#modules/matters/index.ts'
import { audit } from '#platform/audit/audit.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { draftsOf, updateReport } from './report.store.ts'

type Why = { reason: 'merged'; intoId: Uuid } | { reason: 'notComplaint' }

/** Drafts about a complaint that has ended as one: nobody owes them any more, what was written in them stays (CP-151). */
export const voidDrafts = async (
  tx: Tx,
  actor: Actor,
  matter: Matter,
  why: Why,
): Promise<{ kind: string; due_at: Instant | null }[]> => {
  const drafts = await draftsOf(tx, matter)
  for (const draft of drafts) {
    await updateReport(tx, draft, {
      state: 'voided',
      voided_at: tx.now,
      voided_by: actor.id,
      void_reason: why.reason,
      void_into_id: why.reason === 'merged' ? why.intoId : null,
      version: draft.version + 1,
    })
    await audit(tx, actor, {
      estateId: matter.estate_id,
      action: 'complaintReport.voided',
      subjectKind: 'complaintReport',
      subjectId: draft.id,
      before: { kind: draft.kind, dueAt: draft.due_at },
      after: why,
    })
  }
  if (drafts.length === 0) return drafts
  await appendTimeline(tx, actor, matter, [
    { type: 'file', verb: 'reportVoided', data: { kinds: drafts.map(({ kind }) => kind), ...why } },
  ])
  tx.tell({ estateId: matter.estate_id, topic: 'complaints' })
  return drafts
}
