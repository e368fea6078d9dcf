import type { RosterView } from '#contract/duty.ts'
import { instantMs } from '#ui/clock.ts'
import { ConfirmButton } from '#ui/confirm-button.tsx'
import { useTexts } from '#ui/i18n.ts'
import type { Tone } from '#ui/palette.ts'
import { StateTag } from '#ui/state-tag.tsx'
import { wallTime } from '#ui/time.rules.ts'
import styles from './duty.module.css'
import type { RosterActs } from './use-roster.ts'

const TONE: Record<RosterView['state'], Tone> = {
  empty: 'neutral',
  draft: 'waiting',
  published: 'good',
  changed: 'waiting',
}

/** State of the week and what may be done with it as a whole. */
export const WeekBar = ({ roster, acts, editable }: { roster: RosterView; acts: RosterActs; editable: boolean }) => {
  const { t } = useTexts()
  const drafted = roster.state === 'draft' || roster.state === 'changed'
  const at = roster.publishedAt ? wallTime(instantMs(roster.publishedAt), roster.timeZone) : undefined
  return (
    <div className={styles.bar}>
      <StateTag tone={TONE[roster.state]}>{t(`dutyPage.state.${roster.state}`)}</StateTag>
      {at && roster.publishedBy ? (
        <span className="w-small w-quiet">
          {t('dutyPage.publishedBy', { name: roster.publishedBy.name, at: `${at.date} ${at.time}` })}
        </span>
      ) : null}
      {editable ? (
        <span className={styles.acts}>
          {drafted ? (
            <ConfirmButton
              question={t('dutyPage.discardAsk')}
              hint={roster.publishedAt ? t('dutyPage.discardHint') : undefined}
              danger
              type="text"
              disabled={acts.busy}
              onConfirm={acts.discard}
            >
              {t('dutyPage.discard')}
            </ConfirmButton>
          ) : null}
          <ConfirmButton question={t('dutyPage.copyAsk')} disabled={acts.busy} onConfirm={acts.copy}>
            {t('dutyPage.copy')}
          </ConfirmButton>
          {drafted ? (
            <ConfirmButton
              type="primary"
              question={t('dutyPage.publishAsk')}
              hint={t('dutyPage.publishHint')}
              disabled={acts.busy}
              onConfirm={acts.publish}
            >
              {t('dutyPage.publish')}
            </ConfirmButton>
          ) : null}
        </span>
      ) : null}
    </div>
  )
}
