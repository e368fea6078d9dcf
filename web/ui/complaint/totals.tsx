import type { ReactNode } from 'react'
import type { CaseFigure, ComplaintAnalysis } from '#contract/complaint-analysis.ts'
import { type PlainKey, useTexts } from '../i18n.ts'
import { EstateLink } from '../links.tsx'
import type { Tone } from '../palette.ts'
import { useCan } from '../session.tsx'
import styles from './complaint.module.css'
import { Change } from './figure.tsx'
import { searchOf } from './search-of.ts'

const Card = ({
  title,
  figure,
  tone,
  bad = false,
  note,
}: {
  title: string
  figure: CaseFigure
  tone: Tone
  /** More of it is worse. */
  bad?: boolean
  note?: ReactNode
}) => {
  const { t } = useTexts()
  const can = useCan()
  const inside = (
    <>
      <span className={styles.cardTitle}>{title}</span>
      <span className={`w-figures ${styles.value} ${styles[tone] ?? ''}`}>{figure.count}</span>
      <span className="w-small w-quiet w-figures">
        {t('complaintFigure.before', { count: figure.before })} ·{' '}
        <Change count={figure.count} before={figure.before} bad={bad} />
      </span>
      {note ? <span className="w-small w-quiet w-figures">{note}</span> : null}
    </>
  )
  return figure.opens && can('complaint.read_reports') ? (
    <EstateLink to="complaints" search={searchOf(figure.opens)} className={`w-card ${styles.card} ${styles.opens}`}>
      {inside}
    </EstateLink>
  ) : (
    <div className={`w-card ${styles.card}`}>{inside}</div>
  )
}

/** CP-131, CP-132: the sums of a period beside those of the period before. */
export const Totals = ({ of: { totals, handling, promises } }: { of: ComplaintAnalysis }) => {
  const { t } = useTexts()
  const bad = (key: PlainKey, figure: CaseFigure) => (
    <Card title={t(key)} figure={figure} tone={figure.count > 0 ? 'late' : 'neutral'} bad />
  )
  const plain = (key: PlainKey, figure: CaseFigure) => <Card title={t(key)} figure={figure} tone="neutral" />
  return (
    <div className={styles.cards}>
      <Card
        title={t('complaintPrint.total')}
        figure={totals.counted}
        tone="neutral"
        bad
        note={t('complaint.voicesCount', { persons: totals.persons.count, times: totals.times.count })}
      />
      <Card
        title={t('complaintPrint.open')}
        figure={totals.open}
        tone={totals.open.count > 0 ? 'waiting' : 'neutral'}
        bad
      />
      {bad('complaintPrint.lateReplies', handling.lateReplies)}
      {bad('complaintColumn.major', totals.major)}
      {bad('complaintColumn.hot', totals.hot)}
      {bad('complaintPrint.escalated', totals.escalated)}
      {bad('complaintFigure.brokenCases', promises.brokenCases)}
      {plain('complaintPrint.closed', totals.closed)}
      {plain('complaintPrint.repeats', totals.repeats)}
      {plain('complaintPrint.unverified', totals.unverified)}
      {plain('complaintPrint.notCounted', totals.notCounted)}
      {plain('complaintWord.unclassified', totals.unclassified)}
      {plain('complaintFigure.recategorised', totals.recategorised)}
      {plain('complaintFigure.unreasonable', totals.unreasonable)}
    </div>
  )
}
