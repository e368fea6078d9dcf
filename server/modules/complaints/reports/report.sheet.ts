import type { CaseLine, ReportLine } from '#contract/complaint-reports.ts'
import type { ListColumn } from '#platform/export/send-list.ts'
import type { Sheet } from '#platform/export/serve-list.ts'

export const REPORTS: Sheet<ReportLine> = {
  name: 'complaintSheet.reports',
  subject: 'complaintReports',
  columns: [
    { key: 'complaintColumn.report', width: 24, of: (r, { t }) => t(`reportKind.${r.kind}`) },
    {
      key: 'complaintColumn.about',
      width: 32,
      of: (r, { t }) =>
        r.matter === null
          ? t('complaintPrint.days')
              .replace('{{from}}', r.from ?? '')
              .replace('{{to}}', r.to ?? '')
          : `${r.matter.number} ${r.matter.title}`,
    },
    { key: 'complaintColumn.revision', of: (r) => r.revision },
    { key: 'complaintColumn.state', of: (r, { t }) => t(`reportState.${r.state}`) },
    { key: 'complaintColumn.target', width: 18, of: (r, { time }) => time(r.targetAt) },
    { key: 'complaintColumn.due', width: 18, of: (r, { time }) => time(r.dueAt) },
    { key: 'complaintColumn.submittedAt', width: 18, of: (r, { time }) => time(r.submittedAt) },
    { key: 'complaintColumn.submittedBy', of: (r) => r.submittedBy?.name ?? null },
    { key: 'complaintColumn.reportLate', of: (r, { t }) => t(r.late || r.overdue ? 'common.yes' : 'common.no') },
  ],
}

/** The complaints behind a report: cause, measure and result of each (CP-131). */
export const CASES: readonly ListColumn<CaseLine>[] = [
  { key: 'complaintColumn.number', of: (c) => c.number },
  { key: 'complaintColumn.receivedOn', of: (c) => c.receivedOn },
  { key: 'complaintColumn.title', width: 40, of: (c) => c.title },
  {
    key: 'complaintColumn.category',
    width: 24,
    of: (c, { t }) => (c.category === null ? null : `${c.category} ${t(`category.${c.category}`)}`),
  },
  { key: 'complaintColumn.line', of: (c, { t }) => (c.line === null ? null : t(`line.${c.line}`)) },
  { key: 'complaintColumn.cause', width: 40, of: (c) => c.cause },
  { key: 'complaintColumn.measure', width: 40, of: (c) => c.measure },
  { key: 'complaintColumn.persons', of: (c) => c.persons },
  { key: 'complaintColumn.times', of: (c) => c.times },
  { key: 'complaintColumn.major', of: (c, { t }) => t(c.major ? 'common.yes' : 'common.no') },
  { key: 'complaintColumn.hot', of: (c, { t }) => t(c.hot ? 'common.yes' : 'common.no') },
  { key: 'complaintColumn.state', of: (c, { t }) => t(`state.complaint.${c.state}`) },
  { key: 'complaintColumn.closedAt', of: (c) => c.closedOn },
  {
    key: 'complaintColumn.satisfaction',
    of: (c, { t }) => (c.satisfaction === null ? null : t(`choice.${c.satisfaction}`)),
  },
]
