import type { ComplaintLine } from '#contract/complaint-list.ts'
import { categoryWord } from '#ui/complaint/words.ts'
import { type T, useTexts } from '#ui/i18n.ts'
import { Instant } from '#ui/instant.tsx'
import type { Column } from '#ui/list/data-table.tsx'
import { MatterCard, unsortedColumns } from '#ui/matter/matter-columns.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { TimeLeft } from '#ui/time-left.tsx'
import styles from './complaints.module.css'

const Category = ({ row }: { row: ComplaintLine }) => {
  const { t } = useTexts()
  const code = row.categoryFinal ?? row.categoryInitial
  const word = categoryWord(t, code)
  return (
    <span className={styles.line} title={word}>
      {code === null ? <span className="w-faint">{word}</span> : <span className={styles.cut}>{word}</span>}
      {code !== null && row.categoryFinal === null ? (
        <StateTag tone="neutral">{t('complaintList.firstGuess')}</StateTag>
      ) : null}
    </span>
  )
}

/** What was no complaint after all, and what stands in another case, counts nowhere (CP-121, CP-123). */
const OUTSIDE: readonly string[] = ['NOT_COMPLAINT', 'MERGED']

const Reply = ({ row }: { row: ComplaintLine }) => {
  const { t } = useTexts()
  if (OUTSIDE.includes(row.state)) return <span className="w-faint">—</span>
  if (row.firstReplyAt)
    return row.replyLate ? (
      <StateTag tone="late">{t('complaintList.late')}</StateTag>
    ) : (
      <span className="w-quiet">{t('complaintList.replied')}</span>
    )
  if (row.replyNotPossible) return <span className="w-quiet">{t('complaintList.replyNotPossible')}</span>
  if (row.replyDueAt && row.open) return <TimeLeft dueAt={row.replyDueAt} startedAt={row.receivedAt} />
  return row.replyLate ? (
    <StateTag tone="late">{t('complaintList.late')}</StateTag>
  ) : (
    <span className="w-faint">{t('complaintList.noDeadline')}</span>
  )
}

const CountedTag = ({ row }: { row: ComplaintLine }) => {
  const { t } = useTexts()
  if (row.counted === false || OUTSIDE.includes(row.state))
    return <StateTag tone="ended">{t('complaintList.counted.no')}</StateTag>
  return row.counted === null ? (
    <StateTag tone="waiting">{t('complaintList.counted.unverified')}</StateTag>
  ) : (
    <span className="w-quiet">{t('complaintList.counted.yes')}</span>
  )
}

/** CP-123: one event, however many people spoke of it. */
const Many = ({ row: { persons, times } }: { row: ComplaintLine }) => {
  const { t } = useTexts()
  return persons > 1 || times > 1 ? (
    <span className="w-figures">{t('complaint.voicesCount', { persons, times })}</span>
  ) : null
}

const Counted = ({ row }: { row: ComplaintLine }) => (
  <span className={styles.line}>
    <CountedTag row={row} />
    <Many row={row} />
  </span>
)

export const complaintColumns = (t: T): Column<ComplaintLine>[] => {
  const own = unsortedColumns<ComplaintLine>(t)
  return [
    ...own('number'),
    {
      key: 'receivedOn',
      title: t('complaintColumn.receivedOn'),
      width: 100,
      render: (row) => <span className="w-figures">{row.receivedOn}</span>,
    },
    ...own('title'),
    ...own('state'),
    {
      key: 'category',
      title: t('complaintColumn.category'),
      width: 168,
      render: (row) => <Category row={row} />,
    },
    { key: 'reply', title: t('complaintList.reply'), width: 136, render: (row) => <Reply row={row} /> },
    {
      key: 'counted',
      title: t('complaintList.countedAs'),
      width: 148,
      wideOnly: true,
      render: (row) => <Counted row={row} />,
    },
    ...own('line'),
    {
      key: 'where',
      title: t('field.unitId'),
      width: 116,
      wideOnly: true,
      render: (row) => row.unit?.display ?? row.building?.name ?? '—',
    },
  ]
}

/** A complaint on a phone: the matter's card, and what the figures are made of. */
export const ComplaintCard = ({ row }: { row: ComplaintLine }) => {
  const { t } = useTexts()
  return (
    <div className={styles.card}>
      <MatterCard row={row} />
      <div className={styles.facts}>
        <Category row={row} />
        {OUTSIDE.includes(row.state) ? null : (
          <span className={styles.line}>
            {t('complaintList.reply')} <Reply row={row} />
          </span>
        )}
        <Many row={row} />
        {row.counted === true ? null : <CountedTag row={row} />}
        {row.closedAt ? <Instant at={row.closedAt} /> : null}
      </div>
    </div>
  )
}
