import { isMatterReport } from '#contract/complaint-report-parts.ts'
import type { LocalDate, Uuid } from '#contract/values.ts'
import { tellRoles } from '#modules/staff/index.ts'
import { localDateOf } from '#platform/calendar/working-days.rules.ts'
import type { Tx } from '#platform/db/tx.ts'
import { bothWords } from '#platform/documents/words.ts'
import { openReport } from './open-report.ts'
import { kindOf } from './report.present.ts'
import { openPeriodReports, updateReport } from './report.store.ts'
import { draftsOwed, periodDraft, type Terms } from './report-dues.rules.ts'
import { termsOf } from './terms.ts'

const WRITERS = ['csLead', 'complaintVerifier'] as const

/**
 * CP-128 to CP-130: opens the drafts of a period that is over, calls them to mind on the days of CP-128a, and tells head
 * and quality department once when the limit has passed. Running it again does nothing.
 */
export const watchReports = async (tx: Tx, estateId: Uuid): Promise<void> => {
  const terms = await termsOf(tx, estateId)
  const today = localDateOf(terms.calendar, tx.now)
  for (const { kind, period, dueAt } of draftsOwed(today, terms.place.since, terms)) {
    const { opened } = await openReport(tx, { kind, estateId, period, dueAt: dueAt ?? undefined })
    if (opened) await tellRoles(tx, estateId, WRITERS, notice('complaintReport.opened', kind, period))
  }
  for (const report of await openPeriodReports(tx, estateId)) await watch(tx, report, today, terms)
}

type Draft = Awaited<ReturnType<typeof openPeriodReports>>[number]

const watch = async (tx: Tx, report: Draft, today: LocalDate, terms: Terms): Promise<void> => {
  const kind = kindOf(report)
  if (isMatterReport(kind) || report.from_date === null || report.to_date === null || report.breach_told_at !== null)
    return
  const period = { from: report.from_date, to: report.to_date }
  const draft = periodDraft(kind, report.to_date, terms)
  // days off that were entered later move the limit (CP-128a)
  const dueAt = draft.dueAt ?? report.due_at
  if (dueAt !== null && dueAt < tx.now) {
    await updateReport(tx, report, { due_at: dueAt, breach_told_at: tx.now })
    await tellRoles(
      tx,
      report.estate_id,
      ['centreHead', 'qualityDept'],
      notice('complaintReport.missing', kind, period),
    )
    tx.tell({ estateId: report.estate_id, topic: 'complaints' })
    return
  }
  const warns = draft.warnOn.includes(today) && report.warned_on !== today
  if (!warns && dueAt === report.due_at) return
  await updateReport(tx, report, { due_at: dueAt, ...(warns ? { warned_on: today } : {}) })
  if (warns) await tellRoles(tx, report.estate_id, WRITERS, notice('complaintReport.dueSoon', kind, period))
}

const notice = <T extends 'complaintReport.opened' | 'complaintReport.dueSoon' | 'complaintReport.missing'>(
  template: T,
  kind: string,
  { from, to }: { from: LocalDate; to: LocalDate },
) => ({ template, params: { kind: bothWords(`reportKind.${kind}`), subject: `${from}—${to}` } })
