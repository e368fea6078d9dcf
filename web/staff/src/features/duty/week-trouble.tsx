import { Alert } from 'antd'
import type { RosterView } from '#contract/duty.ts'
import { useTexts } from '#ui/i18n.ts'
import { wallTime } from '#ui/time.rules.ts'
import styles from './duty.module.css'

const MOST = 6

/** CP-033: what stops the publishing, in words; the same hours are marked in the grid. */
export const WeekTrouble = ({ roster, editable }: { roster: RosterView; editable: boolean }) => {
  const { t } = useTexts()
  const said = (instant: string) => {
    const { date, time } = wallTime(Date.parse(instant), roster.timeZone)
    return `${date.slice(5)} ${time}`
  }
  const { gaps, overlaps } = roster
  return (
    <div aria-live="polite">
      {gaps.length > 0 ? (
        <Alert
          type={editable ? 'error' : 'warning'}
          showIcon
          className={styles.alert ?? ''}
          title={t(editable ? 'dutyPage.gapTitle' : 'dutyPage.gapTitleRead', { count: gaps.length })}
          description={
            <span className="w-figures">
              {gaps
                .slice(0, MOST)
                .map((gap) => `${said(gap.from)} – ${said(gap.to)}`)
                .join('；')}
              {gaps.length > MOST ? ' …' : ''}
            </span>
          }
        />
      ) : null}
      {overlaps.length > 0 ? (
        <Alert
          type="error"
          showIcon
          className={styles.alert ?? ''}
          title={t('dutyPage.overlapTitle')}
          description={overlaps.map((o) => (
            <div key={`${o.staffId} ${o.from}`} className="w-figures">
              {o.staffName} {said(o.from)} – {said(o.to)}
            </div>
          ))}
        />
      ) : null}
    </div>
  )
}
