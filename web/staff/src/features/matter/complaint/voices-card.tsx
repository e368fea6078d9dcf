import { Button } from 'antd'
import { useMemo, useState } from 'react'
import type { ComplaintCase, ComplaintVoice } from '#contract/complaint-case.ts'
import { complaint } from '#contract/kinds/complaint.ts'
import { complaintNeeds } from '#contract/kinds/complaint-needs.ts'
import { type MatterView, moveRoute } from '#contract/matters.ts'
import { useTexts } from '#ui/i18n.ts'
import { Instant } from '#ui/instant.tsx'
import { EstateLink } from '#ui/links.tsx'
import { wordFor } from '#ui/matter/words.ts'
import { MoveForm } from '#ui/moves/move-form.tsx'
import { useCan } from '#ui/session.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import styles from '../matter-page.module.css'

const ANSWERABLE = ['VERIFYING', 'CALLBACK_DUE', 'OBSERVING']

/** The callback answers the first voice; the others are answered here, again where it was written down wrongly. */
const mayBeAnswered = (voice: ComplaintVoice) =>
  !voice.own && !voice.noCallback && voice.contactable && !voice.anonymous

/** Everybody who spoke about this matter; each of them hears an answer of their own (CP-097, CP-123). */
export const VoicesCard = ({ matter, of: c }: { matter: MatterView; of: ComplaintCase }) => {
  const { t } = useTexts()
  const can = useCan()
  const [answering, setAnswering] = useState<ComplaintVoice>()
  const route = useMemo(() => moveRoute('complaint', 'callBackVoice'), [])
  if (c.voices.length < 2 && c.persons < 2) return null
  const mayAnswer = can('complaint.callback') && ANSWERABLE.includes(matter.state)
  return (
    <section className={`w-card ${styles.block}`}>
      <h2>
        {t('complaint.voices')} · {t('complaint.voicesCount', { persons: c.persons, times: c.times })}{' '}
        {c.oneHousehold ? <StateTag tone="waiting">{t('complaint.oneHousehold')}</StateTag> : null}
      </h2>
      <ul className={styles.list}>
        {c.voices.map((voice) => (
          <li key={voice.id} className={styles.row}>
            <span>
              {voice.name ?? t('complaint.nameless')}{' '}
              <span className="w-quiet w-small">
                {[voice.unit, voice.phone].filter(Boolean).join(' · ')}{' '}
                {voice.persons > 1 ? t('complaint.ofMany', { count: voice.persons }) : null}{' '}
                {voice.origin && !voice.own ? (
                  <EstateLink to={`matters/${voice.origin.id}`}>{voice.origin.number}</EstateLink>
                ) : null}
              </span>
              {voice.said && !voice.own ? <span className={`w-quiet ${styles.quoted}`}>{voice.said}</span> : null}
            </span>
            <span className={styles.thumbs}>
              <span className="w-faint w-small">
                <Instant at={voice.at} />
              </span>
              {voice.answer ? (
                <StateTag tone={voice.answer === 'notSatisfied' ? 'late' : 'good'}>
                  {wordFor(t, `outcome.${voice.answer}`)}
                </StateTag>
              ) : voice.own ? (
                <span className="w-faint w-small">{t('complaint.answerOwn')}</span>
              ) : voice.noCallback ? (
                <StateTag tone="late">{t('complaint.noCallbackVoice')}</StateTag>
              ) : null}
              {mayAnswer && mayBeAnswered(voice) ? (
                <Button size="small" onClick={() => setAnswering(voice)}>
                  {t(voice.answer ? 'complaint.correctAnswer' : 'complaint.answerVoice')}
                </Button>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
      {c.impact ? (
        <p className={styles.said}>
          {t('complaint.impact')}：{c.impact}
        </p>
      ) : null}
      {answering ? (
        <MoveForm
          shape={complaint}
          verb="callBackVoice"
          route={route}
          subject={matter}
          touches={['matters', 'complaints', 'complaint']}
          hint={answering.name ?? t('complaint.nameless')}
          look={{
            about: answering.id,
            schema: complaintNeeds.callBackVoice.omit({ contactId: true }),
            initial: { outcome: answering.answer ?? undefined, words: answering.answerWords ?? undefined },
            toBody: (values) => ({ ...values, contactId: answering.id }),
          }}
          onDone={() => setAnswering(undefined)}
          onClose={() => setAnswering(undefined)}
        />
      ) : null}
    </section>
  )
}
