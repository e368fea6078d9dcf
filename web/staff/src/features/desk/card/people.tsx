import { Button } from 'antd'
import type { Resident } from '#contract/units.ts'
import { useTexts } from '#ui/i18n.ts'
import { EstateLink } from '#ui/links.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import type { Conversation } from '../conversation.rules.ts'
import styles from './card.module.css'

const phoneOf = ({ phones }: Resident) =>
  [...phones].filter((one) => one.untilDate === null).sort((a, b) => Number(b.preferred) - Number(a.preferred))[0]
    ?.phone

/** Who lives here; the one who is speaking is marked, and nobody is taken for another without being asked. */
export const People = ({
  residents,
  speaker,
  onSpeaker,
}: {
  residents: readonly Resident[]
  speaker: Conversation['customer']
  onSpeaker: (customer: Conversation['customer']) => void
}) => {
  const { t } = useTexts()
  const sorted = [...residents].sort((a, b) => Number(b.residence.primaryContact) - Number(a.residence.primaryContact))
  return (
    <section className={styles.block}>
      <h3>{t('desk.people')}</h3>
      {sorted.length === 0 ? <p className="w-quiet">{t('desk.nobodyKnown')}</p> : null}
      <ul className={styles.list}>
        {sorted.map((one) => {
          const speaks = speaker?.id === one.customer.id
          return (
            <li key={one.residence.id} className={`${styles.person} ${speaks ? styles.speaks : ''}`}>
              <span>
                <EstateLink to={`customers/${one.customer.id}`} className={styles.plain ?? ''}>
                  {one.customer.name}
                </EstateLink>{' '}
                <span className="w-quiet w-small">{t(`residence.${one.residence.role}`)}</span>
                <span className={`${styles.phone} w-figures`}>{phoneOf(one) ?? t('desk.noPhone')}</span>
              </span>
              {speaks ? (
                <StateTag tone="active">{t('desk.speaking')}</StateTag>
              ) : (
                <Button
                  size="small"
                  type="link"
                  aria-label={t('desk.speakerIs', { name: one.customer.name })}
                  onClick={() => onSpeaker({ id: one.customer.id, name: one.customer.name })}
                >
                  {t('desk.isSpeaking')}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
