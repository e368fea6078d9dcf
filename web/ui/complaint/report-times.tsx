import type { ReportLine } from '#contract/complaint-reports.ts'
import { instantMs, useNow } from '../clock.ts'
import { useTexts } from '../i18n.ts'
import { Instant } from '../instant.tsx'
import { StateTag } from '../state-tag.tsx'
import { TimeLeft } from '../time-left.tsx'
import styles from './complaint.module.css'

type Report = Pick<ReportLine, 'dueAt' | 'targetAt' | 'calendarMissing' | 'createdAt'>

/** CP-128a: by when we want it ourselves and by when it must be there, each with its time and what is left of it. */
export const ReportTimes = ({ report: { dueAt, targetAt, calendarMissing, createdAt } }: { report: Report }) => {
  const { t } = useTexts()
  const now = useNow()
  if (dueAt === null) return null
  if (targetAt === null) return <TimeLeft dueAt={dueAt} startedAt={createdAt} />
  const over = instantMs(targetAt) <= now
  return (
    <span className={styles.times}>
      <span className={styles.time}>
        <span className="w-small w-quiet">{t('complaintReports.target')}</span>
        <Instant at={targetAt} show="absolute" />
        {over ? (
          <span className="w-small w-quiet">{t('complaintReports.targetOver')}</span>
        ) : (
          <TimeLeft dueAt={targetAt} startedAt={createdAt} />
        )}
      </span>
      <span className={styles.time}>
        <span className="w-small w-quiet">{t('complaintReports.limit')}</span>
        <Instant at={dueAt} show="absolute" />
        <TimeLeft dueAt={dueAt} startedAt={createdAt} />
        {calendarMissing ? <StateTag tone="waiting">{t('matter.calendarMissing')}</StateTag> : null}
      </span>
    </span>
  )
}
