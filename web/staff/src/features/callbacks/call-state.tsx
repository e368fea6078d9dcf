import type { CallJudgement } from '#contract/callbacks.ts'
import { useTexts } from '#ui/i18n.ts'
import { Instant } from '#ui/instant.tsx'
import { wordFor } from '#ui/matter/words.ts'
import type { Tone } from '#ui/palette.ts'
import { StateTag } from '#ui/state-tag.tsx'
import styles from './callbacks.module.css'

/** An hour not to call is the clock's doing and passes; red is for the wish not to be called at all. */
const TONE: Record<CallJudgement['grade'], Tone> = { free: 'good', discouraged: 'neutral', blocked: 'waiting' }

export const CallGrade = ({ call }: { call: CallJudgement }) => {
  const { t } = useTexts()
  return <StateTag tone={TONE[call.grade]}>{t(`callbacks.grade.${call.grade}`)}</StateTag>
}

/** KN-205: may this customer be called now, why not, and when better. */
export const CallState = ({ call, noWish }: { call: CallJudgement; noWish: boolean }) => {
  const { t } = useTexts()
  if (noWish) {
    return (
      <div className={styles.noWish} role="alert">
        {t('callbacks.noWish')}
      </div>
    )
  }
  const reasons = call.reasons.map((reason) => wordFor(t, `callReason.${reason}`, reason)).join(t('order.and'))
  return (
    <div className={styles.callState}>
      <CallGrade call={call} />
      {reasons ? <span>{reasons}</span> : null}
      {call.grade === 'blocked' && call.allowedAt ? (
        <span className="w-quiet">
          {t('callbacks.allowedAt')} <Instant at={call.allowedAt} />
        </span>
      ) : null}
      {call.grade !== 'free' && call.freeAt && call.freeAt !== call.allowedAt ? (
        <span className="w-quiet">
          {t('callbacks.freeAt')} <Instant at={call.freeAt} />
        </span>
      ) : null}
    </div>
  )
}
