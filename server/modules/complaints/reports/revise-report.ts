import { isRefusal, type Refusal, refuse } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'
import { audit } from '#platform/audit/audit.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { newId } from '#platform/ids.ts'
import { kindOf } from './report.present.ts'
import { insertReport, latestReport, lockReport, type Report } from './report.store.ts'
import { aboutAnother } from './save-report.ts'

/**
 * A submitted report never changes: a correction is a new revision with its parts to go on from. Only the newest one
 * may be revised; E_STATE_CHANGED names the one that is.
 */
export const reviseReport = async (
  tx: Tx,
  actor: Actor,
  { estateId, id }: { estateId: Uuid; id: Uuid },
  version: number,
): Promise<{ id: Uuid } | Refusal> => {
  const report = await lockReport(tx, estateId, id)
  if (!report) return refuse('E_NOT_FOUND')
  const own = await aboutAnother(tx, actor, report)
  if (own) return own
  if (report.version !== version) return refuse('E_VERSION_STALE', { details: { version: report.version } })
  const stop = await notTheLast(tx, report)
  if (isRefusal(stop)) return stop
  const made = await insertReport(tx, {
    estate_id: estateId,
    id: newId(),
    kind: report.kind,
    matter_id: report.matter_id,
    from_date: report.from_date,
    to_date: report.to_date,
    revision: report.revision + 1,
    state: 'draft',
    parts: JSON.stringify(report.parts),
    also_serves: report.also_serves,
    created_at: tx.now,
    created_by: actor.id,
  })
  if (made === undefined) return refuse('E_STATE_CHANGED', { details: { state: 'draft' } })
  await audit(tx, actor, {
    estateId,
    action: 'complaintReport.revised',
    subjectKind: 'complaintReport',
    subjectId: made,
    before: { id, revision: report.revision },
    after: { revision: report.revision + 1 },
  })
  tx.tell({ estateId, topic: 'complaints' })
  return { id: made }
}

const notTheLast = async (tx: Tx, report: Report): Promise<Refusal | undefined> => {
  if (report.state !== 'submitted') return refuse('E_STATE_CHANGED', { details: { state: report.state } })
  const about = report.matter_id === null ? { from: report.from_date ?? '' } : { matterId: report.matter_id }
  const last = await latestReport(tx, report.estate_id, kindOf(report), about)
  return last && last.id !== report.id
    ? refuse('E_STATE_CHANGED', { details: { state: last.state, latestId: last.id } })
    : undefined
}
