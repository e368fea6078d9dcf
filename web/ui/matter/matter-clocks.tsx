import { Tooltip } from 'antd'
import type { MatterView } from '#contract/matters.ts'
import { useTexts } from '../i18n.ts'
import { StateTag } from '../state-tag.tsx'
import { TimeLeft } from '../time-left.tsx'
import styles from './matter.module.css'
import { wordFor } from './words.ts'

/** Every clock of a matter: those that run with the time left, those that ended with how. */
export const MatterClocks = ({ clocks }: { clocks: MatterView['clocks'] }) => {
  const { t } = useTexts()
  return (
    <ul className={styles.clocks}>
      {clocks.map((clock) => (
        <li key={clock.id} className={styles.clock}>
          <Tooltip title={clock.rule}>
            <span className={styles.clockName}>
              {wordFor(t, `clock.${clock.name}`, clock.name)}
              {clock.calendarMissing ? <StateTag tone="waiting">{t('matter.calendarMissing')}</StateTag> : null}
            </span>
          </Tooltip>
          {clock.state === 'stopped' ? (
            <StateTag tone="ended">{t('matter.clockStopped')}</StateTag>
          ) : clock.state === 'paused' ? (
            <StateTag tone="neutral">{t('matter.clockPaused', { reason: clock.pauseReason ?? '' })}</StateTag>
          ) : (
            <TimeLeft dueAt={clock.dueAt} startedAt={clock.startedAt} endedAt={clock.endedAt} state={clock.state} />
          )}
        </li>
      ))}
    </ul>
  )
}
