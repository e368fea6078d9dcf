import { InfoCircleOutlined } from '@ant-design/icons'
import { nowMs } from '#ui/clock.ts'
import { useTexts } from '#ui/i18n.ts'
import { PersonChip } from '#ui/person-chip.tsx'
import { useEstate, useSession } from '#ui/session.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { TimeLeft } from '#ui/time-left.tsx'
import type { Conversation } from '../conversation.rules.ts'
import hints from '../hints.module.css'
import { answerInThisTalk, isOral } from '../promise.rules.ts'
import { comingClocks } from './coming-clocks.rules.ts'
import { MoodHints } from './mood-hints.tsx'
import styles from './next.module.css'
import { WordsToSay } from './words-to-say.tsx'

/** What will happen when this is registered: who answers for it, what begins to run, who is asked. */
export const Before = ({ talk }: { talk: Conversation }) => {
  const { t } = useTexts()
  const { staff } = useSession()
  const { timeZone: zone, settings } = useEstate()
  const { values } = talk
  const type = values.contactType
  const now = new Date(nowMs()).toISOString()
  const answered = values.answer.trim() !== ''
  const clocks = comingClocks({ type, answered, channel: values.channel }, talk.beganAt ?? now, zone)
  const lateTalk = type === 'complaint' && isOral(values.channel) && answerInThisTalk(now, zone, settings.lateOralAfter)
  const unnamed = type !== 'message' && !talk.unit && !talk.customer && !values.phone.trim() && !values.name.trim()
  return (
    <>
      <section className={styles.block}>
        <h2>{t('desk.next')}</h2>
        {type ? <p>{t(`desk.nextStep.${type}`)}</p> : <p className="w-quiet">{t('desk.nextUnknown')}</p>}
        {type === 'message' ? null : (
          <div className={styles.row}>
            <span className="w-quiet">{t('matter.owner')}</span>
            <PersonChip name={staff.name} note={t('desk.me')} />
          </div>
        )}
        {clocks.map((clock) => (
          <div key={clock.name} className={styles.row}>
            <span className="w-quiet">{t(clock.name)}</span>
            {clock.dueAt ? (
              <TimeLeft dueAt={clock.dueAt} startedAt={talk.beganAt ?? now} />
            ) : (
              <StateTag tone="neutral">{t('desk.clockStarts')}</StateTag>
            )}
          </div>
        ))}
        {lateTalk ? (
          <div className={hints.hint} role="note">
            <InfoCircleOutlined aria-hidden />
            <span>{t('desk.answerNow', { time: settings.lateOralAfter })}</span>
          </div>
        ) : null}
        {unnamed && values.said.trim() ? <p className="w-quiet w-small">{t('desk.unnamedHint')}</p> : null}
      </section>
      <WordsToSay talk={talk} />
      {type === 'complaint' ? <MoodHints key={talk.id} /> : null}
    </>
  )
}
