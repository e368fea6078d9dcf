import type { ReportLine } from '#contract/complaint-reports.ts'
import { ReportState } from '#ui/complaint/report-state.tsx'
import { ReportTimes } from '#ui/complaint/report-times.tsx'
import { type T, useTexts } from '#ui/i18n.ts'
import { Instant } from '#ui/instant.tsx'
import { EstateLink } from '#ui/links.tsx'
import type { Column } from '#ui/list/data-table.tsx'
import styles from './reports.module.css'

const About = ({ row }: { row: ReportLine }) => {
  const { t } = useTexts()
  if (row.matter)
    return (
      <span className={styles.about} title={row.matter.title}>
        <span className="w-figures w-quiet">{row.matter.number}</span> {row.matter.title}
      </span>
    )
  return row.from && row.to ? (
    <span className="w-figures">{t('complaintPrint.days', { from: row.from, to: row.to })}</span>
  ) : (
    '—'
  )
}

const Name = ({ row }: { row: ReportLine }) => {
  const { t } = useTexts()
  return (
    <EstateLink to={`complaint-reports/${row.id}`} className={styles.name ?? ''}>
      {t(`reportKind.${row.kind}`)}
      {row.revision > 1 ? ` · ${t('complaintPrint.revision', { number: row.revision })}` : ''}
    </EstateLink>
  )
}

const Due = ({ row }: { row: ReportLine }) => {
  if (row.dueAt === null) return <span className="w-faint">—</span>
  return row.state === 'draft' ? <ReportTimes report={row} /> : <Instant at={row.dueAt} show="absolute" />
}

export const reportColumns = (t: T): Column<ReportLine>[] => [
  { key: 'kind', title: t('complaintColumn.report'), width: 240, render: (row) => <Name row={row} /> },
  { key: 'about', title: t('complaintColumn.about'), render: (row) => <About row={row} /> },
  { key: 'state', title: t('complaintColumn.state'), width: 152, render: (row) => <ReportState report={row} /> },
  { key: 'due', title: t('complaintColumn.due'), width: 328, render: (row) => <Due row={row} /> },
  {
    key: 'submitted',
    title: t('complaintColumn.submittedAt'),
    width: 144,
    render: (row) => (row.submittedAt ? <Instant at={row.submittedAt} show="absolute" /> : '—'),
  },
  {
    key: 'by',
    title: t('complaintColumn.submittedBy'),
    width: 96,
    wideOnly: true,
    render: (row) => row.submittedBy?.name ?? '—',
  },
]

export const ReportCard = ({ row }: { row: ReportLine }) => (
  <div className={styles.card}>
    <Name row={row} />
    <About row={row} />
    <span className={styles.tags}>
      <ReportState report={row} />
      {row.state === 'draft' ? <Due row={row} /> : null}
      {row.submittedAt ? <Instant at={row.submittedAt} /> : null}
    </span>
  </div>
)
