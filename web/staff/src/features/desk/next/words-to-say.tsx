import { isAboutNeighbour } from '#contract/complaint-categories.ts'
import { useTexts } from '#ui/i18n.ts'
import { useEstate, useSession } from '#ui/session.tsx'
import type { Conversation } from '../conversation.rules.ts'
import styles from './next.module.css'

/** Our own words for the beginning, the middle and the end of a conversation; read aloud, never sent. */
export const WordsToSay = ({ talk }: { talk: Conversation }) => {
  const { t } = useTexts()
  const { staff } = useSession()
  const { centre } = useEstate()
  const { values, late, visitorId, outcome } = talk
  const type = values.contactType ?? 'open'
  const lines = outcome
    ? [t(`desk.say.end.${type === 'open' ? 'service' : type}`)]
    : [
        ...(late ? [t('desk.say.late')] : []),
        ...(values.channel === 'phone' ? [t('desk.say.phone', { centre, name: staff.name })] : []),
        ...(visitorId ? [t('desk.say.visitor')] : values.channel === 'visit' ? [t('desk.say.visit')] : []),
        // KN-232: whatever the press asks, one answer
        t(values.channel === 'press' ? 'desk.say.press' : `desk.say.${type}`),
        ...(isAboutNeighbour({ aboutNeighbour: values.aboutNeighbour, categoryInitial: values.category })
          ? [t('desk.say.neighbour')]
          : []),
      ]
  return (
    <section className={styles.block}>
      <h2>{t('desk.wordsToSay')}</h2>
      <ul className={styles.words}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  )
}
