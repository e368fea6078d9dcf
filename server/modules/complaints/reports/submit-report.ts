import { listTexts } from '#content/list-words.ts'
import { isMatterReport, type ReportKind } from '#contract/complaint-report-parts.ts'
import type { ReportFigures } from '#contract/complaint-reports.ts'
import { isRefusal, type Refusal, refuse } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'
import { appendTimeline, endClocks, refreshDue } from '#modules/matters/index.ts'
import { tellRoles } from '#modules/staff/index.ts'
import { audit } from '#platform/audit/audit.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { bothWords } from '#platform/documents/words.ts'
import { openReport } from './open-report.ts'
import { readFigures } from './read-figures.ts'
import { alsoOf, kindOf } from './report.present.ts'
import { CLOCK_OF, emptyParts, isLate, partsFrom, RECIPIENTS } from './report.rules.ts'
import { lockReport, type Report, updateReport } from './report.store.ts'
import { lockDraft } from './save-report.ts'
import { figuresOf } from './view-report.ts'

/**
 * CP-104: submits a report. Refused while a required part is empty (E_INPUT names it). Its figures are fixed, it is
 * late or not once and for all, the clock of its complaint ends, and those it is for are told.
 */
export const submitReport = async (
  tx: Tx,
  actor: Actor,
  which: { estateId: Uuid; id: Uuid },
  version: number,
): Promise<Refusal | undefined> => {
  const report = await lockDraft(tx, actor, which, version)
  if (isRefusal(report)) return report
  const kind = kindOf(report)
  const also = alsoOf(report)
  const missing = emptyParts(kind, also, partsFrom(report.parts))
  if (missing[0] !== undefined) return refuse('E_INPUT', { field: `body.parts.${missing[0]}`, details: { missing } })
  const figures = await readFigures(tx, figuresOf(report))
  if (isRefusal(figures)) return figures
  await fix(tx, actor, report, figures)
  if (also !== null && report.matter_id !== null) await serveAlso(tx, actor, report, also, figures)
  if (report.matter_id !== null) await endClocksOf(tx, actor, report, also === null ? [kind] : [kind, also])
  const late = isLate(report.due_at, tx.now)
  await audit(tx, actor, {
    estateId: which.estateId,
    action: 'complaintReport.submitted',
    subjectKind: 'complaintReport',
    subjectId: which.id,
    after: { kind, revision: report.revision, late, alsoServes: also },
  })
  const roles = new Set([...RECIPIENTS[kind], ...(also === null ? [] : RECIPIENTS[also])])
  const kinds = (also === null ? [kind] : [kind, also]).map((k) => bothWords(`reportKind.${k}`))
  await tellRoles(tx, which.estateId, [...roles], {
    template: late ? 'complaintReport.submittedLate' : 'complaintReport.submitted',
    params: {
      kind: listTexts(kinds),
      subject: subjectOf(report, figures),
    },
  })
  tx.tell({ estateId: which.estateId, topic: 'complaints' })
  return undefined
}

const fix = (tx: Tx, actor: Actor, report: Report, figures: ReportFigures, servedBy?: Uuid): Promise<void> =>
  updateReport(tx, report, {
    state: 'submitted',
    figures: JSON.stringify(figures),
    submitted_at: tx.now,
    submitted_by: actor.id,
    late: isLate(report.due_at, tx.now),
    version: report.version + 1,
    ...(servedBy === undefined ? {} : { served_by: servedBy }),
  })

/** CP-103: the draft of the other first report is submitted with the document that holds its list as well. */
const serveAlso = async (
  tx: Tx,
  actor: Actor,
  report: Report,
  also: 'majorFirst' | 'hotFirst',
  figures: ReportFigures,
) => {
  if (report.matter_id === null) return
  const matter = { estate_id: report.estate_id, id: report.matter_id }
  const { id } = await openReport(tx, { kind: also, matter, by: actor.id })
  const other = await lockReport(tx, report.estate_id, id)
  if (other?.state !== 'draft') return
  await updateReport(tx, other, { parts: JSON.stringify(report.parts) })
  await fix(tx, actor, other, figures, report.id)
}

const endClocksOf = async (tx: Tx, actor: Actor, report: Report, kinds: readonly ReportKind[]) => {
  if (report.matter_id === null) return
  const matter = { estate_id: report.estate_id, id: report.matter_id }
  const names = kinds.flatMap((kind) => CLOCK_OF[kind] ?? [])
  if (names.length > 0) {
    await endClocks(tx, matter, names, 'met')
    await refreshDue(tx, matter.estate_id, [matter.id])
  }
  await appendTimeline(tx, actor, matter, [
    { type: 'file', verb: 'reportSubmitted', data: { reportId: report.id, kinds, revision: report.revision } },
  ])
  tx.tell({ estateId: matter.estate_id, topic: 'matters', ids: { matterId: matter.id } })
}

const subjectOf = (report: Report, figures: ReportFigures): string =>
  isMatterReport(kindOf(report)) && figures.about === 'matter'
    ? `${figures.facts.number} ${figures.facts.title}`
    : `${report.from_date}—${report.to_date}`
