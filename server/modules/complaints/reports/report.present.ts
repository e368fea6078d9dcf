import { FIRST_REPORTS, partsOfReport, type REPORT_KINDS } from '#contract/complaint-report-parts.ts'
import { type ReportFigures, ReportLine, type ReportView } from '#contract/complaint-reports.ts'
import type { Instant } from '#contract/values.ts'
import { partsFrom } from './report.rules.ts'
import type { ReportRow } from './report.store.ts'

/** Lines of the content that are shown on a page; the Excel file holds all. */
const SHOWN = 100

const person = (id: string | null, name: string | null) => (id === null ? null : { id, name: name ?? '' })
export const kindOf = (row: { kind: string }) => ReportLine.shape.kind.parse(row.kind)
export const alsoOf = (row: { also_serves: string | null }) =>
  FIRST_REPORTS.find((kind) => kind === row.also_serves) ?? null

/** CP-128a: the internal target of a report that somebody is owed, and whether its limit leans on an unknown calendar. */
export type Target = (row: Pick<ReportRow, 'kind' | 'to_date' | 'due_at'>) => {
  targetAt: Instant | null
  calendarMissing: boolean
}

export const presentReport = (row: ReportRow, now: Instant, target: Target): ReportLine => ({
  id: row.id,
  kind: kindOf(row),
  matter:
    row.matter_id === null
      ? null
      : { id: row.matter_id, number: row.matter_number ?? '', title: row.matter_title ?? '' },
  from: row.from_date,
  to: row.to_date,
  revision: row.revision,
  state: ReportLine.shape.state.parse(row.state),
  voided:
    row.voided_at === null
      ? null
      : {
          at: row.voided_at,
          reason: row.void_reason === 'merged' ? 'merged' : 'notComplaint',
          into: row.void_into_id === null ? null : { id: row.void_into_id, number: row.into_number ?? '' },
        },
  alsoServes: alsoOf(row),
  servedBy: row.served_by,
  dueAt: row.due_at,
  ...target(row),
  overdue: row.state === 'draft' && row.owed && row.due_at !== null && row.due_at < now,
  late: row.late,
  createdAt: row.created_at,
  createdBy: person(row.created_by, row.created_name),
  submittedAt: row.submitted_at,
  submittedBy: person(row.submitted_by, row.submitted_name),
  version: row.version,
})

export const presentReportView = (row: ReportRow, figures: ReportFigures, now: Instant, target: Target): ReportView => {
  const texts = partsFrom(row.parts)
  const line = presentReport(row, now, target)
  const cases = figures.about === 'period' ? figures.cases : []
  return {
    ...line,
    parts: partsOfReport(line.kind, line.alsoServes).map((part) => ({ ...part, text: texts[part.name] ?? '' })),
    figures: figures.about === 'period' ? { ...figures, cases: cases.slice(0, SHOWN) } : figures,
    figuresFrozen: row.state === 'submitted',
    caseCount: cases.length,
  }
}

/** CP-130: the developer's customer centre reads what concerns it once it was submitted, and nothing else. */
export const readsOnlyLegacy = { kinds: ['legacy'], state: 'submitted' } as const satisfies {
  kinds: readonly (typeof REPORT_KINDS)[number][]
  state: string
}
