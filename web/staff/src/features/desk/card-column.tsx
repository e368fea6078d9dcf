import { CaretDownOutlined, CaretRightOutlined, IdcardOutlined } from '@ant-design/icons'
import { useState } from 'react'
import { useTexts } from '#ui/i18n.ts'
import { useIsPhone } from '#ui/media.ts'
import { useCan } from '#ui/session.tsx'
import { CallerChoice } from './caller-choice.tsx'
import { Household } from './card/household.tsx'
import { LastDone } from './card/last-done.tsx'
import type { Conversation } from './conversation.rules.ts'
import type { Household as Known } from './conversations.rules.ts'
import styles from './desk.module.css'

/** Who is speaking and what we owe them; empty until somebody is known, and nobody has to be. */
export const CardColumn = ({ talk, onChange }: { talk: Conversation; onChange: (household: Known) => void }) => {
  const { t } = useTexts()
  const can = useCan()
  const phone = useIsPhone()
  const [open, setOpen] = useState(false)
  const { unit, customer, callId } = talk
  const known = unit !== undefined || customer !== undefined
  const card = (
    <div className={`${styles.cardBody} ${phone && !open ? styles.folded : ''}`}>
      {callId && !known ? <CallerChoice callId={callId} onChoose={onChange} /> : null}
      {known && can('customer.read') ? (
        <Household
          talk={talk}
          onSpeaker={(speaker) => onChange({ unit, customer: speaker })}
          onUnit={(chosen) => onChange({ unit: chosen, customer })}
        />
      ) : null}
      {known || callId ? null : (
        <div className={styles.nobody}>
          <IdcardOutlined aria-hidden />
          <p>{t('desk.nobody')}</p>
          <p className="w-small">{t('desk.nobodyHint')}</p>
        </div>
      )}
      {known && can('customer.read') ? null : <LastDone />}
    </div>
  )
  if (!phone) {
    return (
      <aside className={`${styles.column} ${styles.card} w-card`} aria-label={t('desk.card')}>
        {card}
      </aside>
    )
  }
  // On a phone the words come first: only what warns is shown at once, the rest of the card is one touch away.
  if (!known && !callId) return null
  const name = [unit?.display, customer?.name].filter(Boolean).join(' ') || t('desk.caller')
  return (
    <aside className={`${styles.card} w-card`} aria-label={t('desk.card')}>
      <button type="button" className={styles.fold} aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? <CaretDownOutlined aria-hidden /> : <CaretRightOutlined aria-hidden />} {t('desk.card')} · {name}
      </button>
      {card}
    </aside>
  )
}
