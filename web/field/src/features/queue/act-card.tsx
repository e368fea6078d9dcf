import { Round } from '#contract/field.ts'
import type { TakenGateCheck } from '#contract/goods.ts'
import { TakenInspection } from '#contract/inspections.ts'
import { useTexts } from '#ui/i18n.ts'
import { StateTag } from '#ui/state-tag.tsx'
import { absoluteText } from '#ui/time-texts.ts'
import { useField } from '../../app/field-context.ts'
import { type Act, filesOf } from '../../queue/act.rules.ts'
import { deedToSend } from '../../queue/left-out.rules.ts'
import styles from './queue.module.css'
import { useRefusalWords } from './refusal-words.ts'

/** The words of a sent look: its score, its findings, and what the server had to say to it. */
const Taken = ({ answer }: { answer: unknown }) => {
  const { t } = useTexts()
  const parsed = TakenInspection.safeParse(answer)
  if (!parsed.success) return null
  const { score, failed, findings, apart, warnings } = parsed.data
  return (
    <>
      <span>
        {score === null ? null : t('onsite.taken.score', { score: (score / 100).toFixed(1) })}{' '}
        {failed > 0 ? t('onsite.taken.failed', { count: failed }) : null}
      </span>
      {findings.length > 0 ? (
        <span>{t('onsite.taken.findings', { numbers: findings.map(({ number }) => number).join(' ') })}</span>
      ) : null}
      {apart.length > 0 ? <span className={styles.bad}>{t('onsite.taken.apart', { count: apart.length })}</span> : null}
      {warnings.map((warning) => (
        <span key={warning} className={styles.bad}>
          {t(`onsite.taken.warning.${warning}`)}
        </span>
      ))}
    </>
  )
}

/** What became of a round while what was done there waited: taken all the same, and said. */
const TakenRound = ({ act }: { act: Act }) => {
  const { t } = useTexts()
  const parsed = Round.safeParse(act.answer)
  if (!parsed.success) return null
  const { assignee, state } = parsed.data
  return (
    <>
      {assignee && assignee.id !== act.userId ? (
        <span className={styles.bad}>{t('onsite.taken.warning.roundReassigned')}</span>
      ) : null}
      {state === 'cancelled' ? <span className={styles.bad}>{t('onsite.taken.warning.roundCancelled')}</span> : null}
    </>
  )
}

/** What the desk was told of a check at the gate. */
const TakenCheck = ({ answer }: { answer: unknown }) => {
  const { t } = useTexts()
  const { secondOf, matterNumber } = (answer ?? {}) as Partial<TakenGateCheck>
  return (
    <>
      {secondOf ? <span className={styles.bad}>{t('onsite.gate.second')}</span> : null}
      {matterNumber ? <span>{t('onsite.gate.told', { number: matterNumber })}</span> : null}
    </>
  )
}

/** One act as a person knows it: what, where, when. */
export const ActCard = ({ act, sending = false }: { act: Act; sending?: boolean }) => {
  const { t } = useTexts()
  const { estate } = useField()
  const files = filesOf({ deed: deedToSend(act) }).length
  const happened = useRefusalWords(act)
  const time = (at: string) => absoluteText(Date.parse(at), estate.timeZone).slice(5)
  return (
    <li className={styles.act}>
      <span className={styles.head}>
        <strong>{act.about}</strong>
        {act.state === 'waiting' ? (
          <StateTag tone={sending ? 'active' : 'waiting'}>
            {t(sending ? 'onsite.queue.sending' : 'onsite.queue.waiting')}
          </StateTag>
        ) : (
          <StateTag tone={act.state === 'sent' ? 'good' : 'ended'}>{t(`onsite.queue.${act.state}`)}</StateTag>
        )}
      </span>
      <span className="w-quiet w-figures">
        {t(`onsite.deed.${act.deed.type}`)} · {time(act.at)}
        {files > 0 ? ` · ${t('onsite.queue.files', { count: files })}` : ''}
      </span>
      {act.state === 'sent' && act.sentAt ? (
        <span className="w-quiet w-figures">{t('onsite.queue.sentAt', { at: time(act.sentAt) })}</span>
      ) : null}
      {act.leftOut?.map(({ fileId, words }) => (
        <span key={fileId} className={styles.bad}>
          {words}
        </span>
      ))}
      {act.state === 'dropped' && act.reason ? (
        <span>{t('onsite.queue.droppedBecause', { reason: act.reason })}</span>
      ) : null}
      {act.state === 'sent' && act.deed.type === 'inspection' ? <Taken answer={act.answer} /> : null}
      {act.state === 'sent' && act.deed.type === 'tickStop' ? <TakenRound act={act} /> : null}
      {act.state === 'sent' && act.deed.type === 'gateCheck' ? <TakenCheck answer={act.answer} /> : null}
      {act.state === 'sent' && happened ? <span>{happened}</span> : null}
    </li>
  )
}
