import type { FirstReport, PartName } from '#contract/complaint-report-parts.ts'
import { type Refusal, refuse } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'
import { findMatter, notAboutThemselves } from '#modules/matters/index.ts'
import { audit } from '#platform/audit/audit.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { alsoOf, kindOf } from './report.present.ts'
import { otherFirst, partsFrom, strangeParts, writeParts } from './report.rules.ts'
import { lockReport, type Report, updateReport } from './report.store.ts'

type Saved = {
  version: number
  parts: Partial<Record<PartName, string | undefined>>
  alsoServes?: FirstReport | null | undefined
}

/** CP-046: nobody writes about a complaint against themselves. */
export const aboutAnother = async (tx: Tx, actor: Actor, report: Report): Promise<Refusal | undefined> => {
  const matter = report.matter_id === null ? undefined : await findMatter(tx, report.estate_id, report.matter_id)
  return matter && notAboutThemselves(actor, matter)
}

/** A draft in the version that the caller saw, locked; E_STATE_CHANGED for a submitted one, which never changes. */
export const lockDraft = async (
  tx: Tx,
  actor: Actor,
  { estateId, id }: { estateId: Uuid; id: Uuid },
  version: number,
): Promise<Report | Refusal> => {
  const report = await lockReport(tx, estateId, id)
  if (!report) return refuse('E_NOT_FOUND')
  const own = await aboutAnother(tx, actor, report)
  if (own) return own
  if (report.state !== 'draft') return refuse('E_STATE_CHANGED', { details: { state: report.state } })
  return report.version === version ? report : refuse('E_VERSION_STALE', { details: { version: report.version } })
}

/** CP-104: writes parts of a draft. What stood there before goes on the record, so that nothing is lost. */
export const saveReport = async (
  tx: Tx,
  actor: Actor,
  which: { estateId: Uuid; id: Uuid },
  { version, parts: given, alsoServes }: Saved,
): Promise<Refusal | undefined> => {
  const report = await lockDraft(tx, actor, which, version)
  if ('code' in report) return report
  const kind = kindOf(report)
  const also = alsoServes === undefined ? alsoOf(report) : alsoServes
  if (also !== null && also !== otherFirst(kind)) return refuse('E_INPUT', { field: 'body.alsoServes' })
  const [strange] = strangeParts(kind, also, given)
  if (strange !== undefined) return refuse('E_INPUT', { field: `body.parts.${strange}` })
  const { parts, replaced } = writeParts(partsFrom(report.parts), given)
  await updateReport(tx, report, { parts: JSON.stringify(parts), also_serves: also, version: version + 1 })
  await audit(tx, actor, {
    estateId: which.estateId,
    action: 'complaintReport.saved',
    subjectKind: 'complaintReport',
    subjectId: which.id,
    before: { version, parts: replaced },
    after: { version: version + 1, written: Object.keys(given) },
  })
  tx.tell({ estateId: which.estateId, topic: 'complaints' })
  return undefined
}
