import { ThunderboltOutlined } from '@ant-design/icons'
import { Alert, Button, Input } from 'antd'
import type { TextAreaRef } from 'antd/es/input/TextArea'
import type { KeyboardEvent, Ref } from 'react'
import { useTexts } from '#ui/i18n.ts'
import { ChoiceKeys } from './choice-keys.tsx'
import type { Conversation, Values } from './conversation.rules.ts'
import { EMERGENCY_LINES, emergencyLine } from './emergency-lines.ts'
import styles from './emergency-strip.module.css'
import { Field } from './field.tsx'
import { KeyHint } from './key-hint.tsx'
import type { Suggestion } from './suggestion.rules.ts'
import type { Registering } from './use-register.ts'

/** FD 5.3: somebody goes first, the form comes after. Whose line and what happened is all that is asked. */
export const EmergencyStrip = ({
  talk,
  set,
  registering,
  guess,
  said,
  onBack,
}: {
  talk: Conversation
  set: (patch: Partial<Values>) => void
  registering: Registering
  guess: Suggestion | undefined
  said: Ref<TextAreaRef>
  onBack: () => void
}) => {
  const { t } = useTexts()
  const { values, unit } = talk
  const line = emergencyLine(values.line, guess)
  const send = () => void registering.submit(line ? { line } : {})
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.key !== 'Enter' || event.shiftKey) return
    event.preventDefault()
    event.stopPropagation()
    send()
  }
  return (
    <section className={styles.strip} aria-label={t('desk.emergency')}>
      <h2 className={styles.title}>
        <ThunderboltOutlined aria-hidden /> {t('desk.emergency')}
      </h2>
      <Field label={t('desk.emergencyWhat')} error={registering.errorOf('said')} required>
        {(control) => (
          <Input.TextArea
            {...control}
            ref={said}
            value={values.said}
            maxLength={8000}
            autoSize={{ minRows: 2, maxRows: 8 }}
            placeholder={t('desk.emergencyHint')}
            onChange={(event) => set({ said: event.target.value })}
            onKeyDown={onKeyDown}
          />
        )}
      </Field>
      <Field label={t('field.place')} error={registering.errorOf('place')}>
        {(control) => (
          <Input
            {...control}
            value={values.place}
            maxLength={200}
            placeholder={unit?.display ?? t('desk.placeHint')}
            onChange={(event) => set({ place: event.target.value })}
            onKeyDown={onKeyDown}
          />
        )}
      </Field>
      <div>
        <div className={styles.label}>
          {t('desk.sendWhom')}
          {line !== undefined && line !== values.line && guess ? (
            <span className="w-quiet w-small"> {t('desk.guessWords', { words: guess.lineWords.join('、') })}</span>
          ) : null}
        </div>
        <ChoiceKeys
          label={t('desk.sendWhom')}
          figures
          choices={EMERGENCY_LINES.map((value) => ({ value, label: t(`line.${value}`) }))}
          value={line}
          onChange={(next) => set({ line: next })}
          error={registering.errorOf('line')}
        />
      </div>
      {registering.whole ? <Alert type="error" showIcon title={registering.whole} /> : null}
      <div className={styles.actions}>
        <Button type="primary" danger size="large" loading={registering.busy} onClick={send}>
          {line ? t('desk.sendLine', { line: t(`line.${line}`) }) : t('desk.sendNow')}{' '}
          <span className={styles.key}>Enter</span>
        </Button>
        <Button onClick={onBack}>
          {t('desk.notUrgent')} <KeyHint keys="escape" />
        </Button>
      </div>
    </section>
  )
}
