import { Button, Input } from 'antd'
import type { TextAreaRef } from 'antd/es/input/TextArea'
import { type Ref, useEffect, useState } from 'react'
import type { MatterLine } from '#contract/matters.ts'
import { useTexts } from '#ui/i18n.ts'
import { ChannelChoice } from './channel-choice.tsx'
import { ChoiceKeys } from './choice-keys.tsx'
import { ComplaintFields } from './complaint-fields.tsx'
import { type Conversation, isBlank, TALK_TYPES, type Values } from './conversation.rules.ts'
import { EnquiryFields } from './enquiry-fields.tsx'
import { Field } from './field.tsx'
import styles from './form.module.css'
import { MessageFields } from './message-fields.tsx'
import { MoreFields } from './more-fields.tsx'
import { ServiceFields } from './service-fields.tsx'
import { Similar } from './similar.tsx'
import { SubmitBar } from './submit-bar.tsx'
import type { Suggestion } from './suggestion.rules.ts'
import { SuggestionHint } from './suggestion-hint.tsx'
import type { Registering } from './use-register.ts'

const SPECIAL = {
  service: ServiceFields,
  suggestion: ServiceFields,
  praise: ServiceFields,
  complaint: ComplaintFields,
  enquiry: EnquiryFields,
  message: MessageFields,
} as const

export type IntakeProps = {
  talk: Conversation
  set: (patch: Partial<Values>) => void
  registering: Registering
  guess: Suggestion | undefined
  similar: readonly MatterLine[]
  said: Ref<TextAreaRef>
  onTake: () => void
  onEmergency: () => void
  onClear: () => void
}

/** What a call or the queue brought along needs no looking at; what was typed there does. */
const holdsMore = ({ callId, visitorId, values: { name, phone, saw, files, anonymous, noCallback } }: Conversation) =>
  Boolean(saw || (name && !visitorId) || (phone && !callId)) || files.length > 0 || anonymous || noCallback

/** The conversation: what it is, what was said, and what its kind asks beside. */
export const Intake = ({ talk, set, registering, guess, similar, said, onTake, onEmergency, onClear }: IntakeProps) => {
  const { t } = useTexts()
  const { values } = talk
  const { errorOf } = registering
  const [more, setMore] = useState(() => holdsMore(talk))
  const wrong = ['name', 'phone', 'saw', 'files'].some((name) => errorOf(name))
  useEffect(() => {
    if (wrong) setMore(true)
  }, [wrong])
  const part = { talk, set, errorOf }
  const Special = values.contactType && values.contactType !== 'emergency' ? SPECIAL[values.contactType] : undefined
  return (
    <div className={styles.form}>
      <ChannelChoice value={values.channel} onChange={(channel) => set({ channel })} />
      <ChoiceKeys
        label={t('field.contactType')}
        figures
        choices={TALK_TYPES.map((value) => ({
          value,
          label: value === 'message' ? t('desk.message') : t(`contactType.${value}`),
          loud: value === 'emergency',
        }))}
        value={values.contactType}
        onChange={(contactType) => (contactType === 'emergency' ? onEmergency() : set({ contactType }))}
        error={errorOf('contactType')}
      />
      <Field
        label={t(
          values.contactType === 'message'
            ? 'desk.message.what'
            : values.contactType === 'enquiry'
              ? 'desk.question'
              : 'field.customerSaid',
        )}
        error={errorOf('said')}
        required
        aside={values.link ? <Linked link={values.link} onDrop={() => set({ link: undefined })} /> : null}
      >
        {(control) => (
          <Input.TextArea
            {...control}
            ref={said}
            value={values.said}
            maxLength={8000}
            autoSize={{ minRows: 4, maxRows: 12 }}
            placeholder={t('desk.saidHint')}
            onChange={(event) => set({ said: event.target.value })}
          />
        )}
      </Field>
      <SuggestionHint guess={guess} values={values} onTake={onTake} onEmergency={onEmergency} />
      <Similar rows={similar} talk={talk} />
      {Special ? <Special {...part} /> : null}
      <MoreFields {...part} open={more} onToggle={() => setMore(!more)} />
      <SubmitBar registering={registering} values={values} blank={isBlank(talk)} onClear={onClear} />
    </div>
  )
}

const Linked = ({ link, onDrop }: { link: NonNullable<Values['link']>; onDrop: () => void }) => {
  const { t } = useTexts()
  return (
    <span className={styles.chip}>
      {t('desk.linkedWith', { number: link.number })}
      <Button size="small" type="text" onClick={onDrop} aria-label={t('desk.unlink', { number: link.number })}>
        ×
      </Button>
    </span>
  )
}
