import type { ViolationLine } from '#contract/violations.ts'
import { type T, useTexts } from '../i18n.ts'
import type { Column } from '../list/data-table.tsx'
import { MatterCard, unsortedColumns } from '../matter/matter-columns.tsx'
import { StateTag } from '../state-tag.tsx'
import styles from './violation.module.css'

/** What makes one violation more pressing than the next beside its time. */
export const ViolationMarks = ({ of }: { of: Pick<ViolationLine, 'danger' | 'renovation'> }) => {
  const { t } = useTexts()
  return (
    <>
      {of.danger ? <StateTag tone="late">{t('violation.dangerTag')}</StateTag> : null}
      {of.renovation ? <StateTag>{t('violation.renovationTag')}</StateTag> : null}
    </>
  )
}

const Type = ({ row }: { row: ViolationLine }) => {
  const { t } = useTexts()
  return (
    <span className={styles.marks}>
      {t(`violationType.${row.type}`)}
      <ViolationMarks of={row} />
    </span>
  )
}

export const violationColumns = (t: T): Column<ViolationLine>[] => {
  const own = unsortedColumns<ViolationLine>(t)
  return [
    ...own('number'),
    {
      key: 'foundOn',
      title: t('violationColumn.foundOn'),
      width: 104,
      render: (row) => <span className="w-figures">{row.foundOn}</span>,
    },
    { key: 'unit', title: t('violationColumn.unit'), width: 136, render: (row) => row.unit?.display ?? '—' },
    { key: 'type', title: t('violationColumn.type'), render: (row) => <Type row={row} /> },
    ...own('state'),
    ...own('due'),
    {
      key: 'talks',
      title: t('violationColumn.talks'),
      width: 88,
      wideOnly: true,
      render: (row) => <span className="w-figures">{row.talks}</span>,
    },
    {
      key: 'noticeDeadline',
      title: t('violationColumn.noticeDeadline'),
      width: 104,
      wideOnly: true,
      render: (row) => <span className="w-figures">{row.noticeDeadline ?? '—'}</span>,
    },
    {
      key: 'handler',
      title: t('violationColumn.handler'),
      width: 96,
      wideOnly: true,
      render: (row) => row.handler?.name ?? '—',
    },
  ]
}

/** A violation on a phone: the matter's card with its marks. */
export const ViolationOnPhone = ({ row }: { row: ViolationLine }) => (
  <div className={styles.card}>
    <MatterCard row={row} />
    <span className={styles.marks}>
      <ViolationMarks of={row} />
    </span>
  </div>
)
