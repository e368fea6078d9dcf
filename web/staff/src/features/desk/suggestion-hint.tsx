import { BulbOutlined, WarningOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useTexts } from '#ui/i18n.ts'
import type { Values } from './conversation.rules.ts'
import styles from './hints.module.css'
import { KeyHint } from './key-hint.tsx'
import type { Suggestion } from './suggestion.rules.ts'

/** What would change if the guess were taken; nothing when it is what was chosen already. */
export const offerOf = (guess: Suggestion | undefined, { contactType, line }: Values): Partial<Values> | undefined => {
  if (!guess) return undefined
  const type = contactType === undefined && guess.contactType !== 'emergency' ? guess.contactType : undefined
  const kind = contactType ?? guess.contactType
  const hasLine = kind === 'service' || kind === 'suggestion' || kind === 'praise' || kind === 'emergency'
  const newLine = line === undefined && hasLine ? guess.line : undefined
  if (!type && !newLine) return undefined
  return { ...(type ? { contactType: type } : {}), ...(newLine ? { line: newLine } : {}) }
}

/** The guess from the words, with the words it came from; one key takes it, nothing is decided without it. */
export const SuggestionHint = ({
  guess,
  values,
  onTake,
  onEmergency,
}: {
  guess: Suggestion | undefined
  values: Values
  onTake: () => void
  onEmergency: () => void
}) => {
  const { t } = useTexts()
  // Somebody may well complain about a danger that is over.
  const [calm, setCalm] = useState(false)
  const alarm = !calm && guess?.contactType === 'emergency' && values.contactType !== 'emergency'
  const offer = offerOf(guess, values)
  if (!guess || (!offer && !alarm)) return null
  const from = [...(alarm || offer?.contactType ? guess.typeWords : []), ...(offer?.line ? guess.lineWords : [])]
  const words = t('desk.guessWords', { words: [...new Set(from)].join('、') })
  if (alarm) {
    return (
      <div className={`${styles.hint} ${styles.alarm}`} role="alert">
        <WarningOutlined aria-hidden />
        <div>
          <div className={styles.title}>{t('desk.alarm')}</div>
          <div className={styles.words}>{words}</div>
        </div>
        <span className={styles.actions}>
          <Button size="small" danger onClick={onEmergency}>
            {t('desk.sendFirst')} <KeyHint keys="alt+e" />
          </Button>
          <Button size="small" type="text" onClick={() => setCalm(true)}>
            {t('desk.notUrgent')}
          </Button>
        </span>
      </div>
    )
  }
  const said = [
    offer?.contactType ? wordOf(t, offer.contactType) : undefined,
    offer?.line ? t(`line.${offer.line}`) : undefined,
  ]
  return (
    <div className={`${styles.hint} ${styles.plain}`} role="status">
      <BulbOutlined aria-hidden />
      <div>
        {t('desk.soundsLike', { what: said.filter(Boolean).join(' · ') })} <span className={styles.words}>{words}</span>
      </div>
      <Button size="small" onClick={onTake}>
        {t('desk.take')} <KeyHint keys="alt+l" />
      </Button>
    </div>
  )
}

const wordOf = (t: ReturnType<typeof useTexts>['t'], type: NonNullable<Values['contactType']>) =>
  type === 'message' ? t('desk.message') : t(`contactType.${type}`)
