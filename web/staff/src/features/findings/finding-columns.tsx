import type { FindingLine } from '#contract/findings.ts'
import { type T, useTexts } from '#ui/i18n.ts'
import { SeverityTag } from '#ui/inspection/severity.tsx'
import type { Column } from '#ui/list/data-table.tsx'
import { MatterCard, unsortedColumns } from '#ui/matter/matter-columns.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import styles from './findings.module.css'

/** What makes one finding more pressing than the next beside its time. */
const Marks = ({ row }: { row: FindingLine }) => {
  const { t } = useTexts()
  return (
    <span className={styles.marks}>
      <SeverityTag severity={row.severity} />
      {row.repeat ? <StateTag tone="waiting">{t('finding.repeated')}</StateTag> : null}
      {row.times > 1 ? <span className="w-figures w-small">{t('finding.timesSeen', { count: row.times })}</span> : null}
      {row.failedChecks > 0 ? (
        <span className="w-figures w-small">{t('finding.failedChecks', { count: row.failedChecks })}</span>
      ) : null}
    </span>
  )
}

export const findingColumns = (t: T): Column<FindingLine>[] => {
  const own = unsortedColumns<FindingLine>(t)
  return [
    ...own('number'),
    {
      key: 'foundOn',
      title: t('findingColumn.foundOn'),
      width: 104,
      render: (row) => <span className="w-figures">{row.foundOn}</span>,
    },
    ...own('title'),
    { key: 'marks', title: t('findingColumn.severity'), width: 168, render: (row) => <Marks row={row} /> },
    ...own('state'),
    ...own('due'),
    ...own('line'),
    {
      key: 'handler',
      title: t('findingColumn.handler'),
      width: 96,
      wideOnly: true,
      render: (row) => row.handler?.name ?? '—',
    },
    {
      key: 'touchpoint',
      title: t('findingColumn.touchpoint'),
      width: 128,
      wideOnly: true,
      render: (row) => t(`touchpoint.${row.touchpoint}`),
    },
  ]
}

/** A finding on a phone: the matter's card with its severity and repeats. */
export const FindingOnPhone = ({ row }: { row: FindingLine }) => (
  <div className={styles.card}>
    <MatterCard row={row} />
    <Marks row={row} />
  </div>
)
