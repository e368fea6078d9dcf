import type { TextAreaRef } from 'antd/es/input/TextArea'
import { type Ref, useEffect, useImperativeHandle, useMemo, useRef } from 'react'
import { useTexts } from '#ui/i18n.ts'
import { useIsPhone } from '#ui/media.ts'
import { useDebounced } from '#ui/pickers/use-debounced.ts'
import { type Conversation, isBlank, TALK_TYPES } from './conversation.rules.ts'
import type { Desk } from './conversation-store.ts'
import styles from './desk.module.css'
import { EMERGENCY_LINES, emergencyLine } from './emergency-lines.ts'
import { EmergencyStrip } from './emergency-strip.tsx'
import { HouseholdField } from './household-field.tsx'
import { Intake } from './intake.tsx'
import { useSimilar } from './similar.tsx'
import { suggest } from './suggestion.rules.ts'
import { offerOf } from './suggestion-hint.tsx'
import { Summary } from './summary.tsx'
import { useJoin } from './use-join.ts'
import { useRegister } from './use-register.ts'

type Focusable = { focus: () => void }
/** What the keys of the page ask of the conversation that is spoken with. */
export type TalkActs = {
  figure: (at: number) => void
  household: () => void
  said: () => void
  take: () => void
  join: () => void
  submit: () => void
}

const TYPING_MS = 150

/** The middle of the desk: one conversation, its words first. */
export const TalkColumn = ({
  ref,
  talk,
  desk,
  onAnother,
  onDone,
  onEmergency,
  onNotUrgent,
}: {
  ref: Ref<TalkActs>
  talk: Conversation
  desk: Desk
  onAnother: () => void
  onDone: () => void
  onEmergency: () => void
  onNotUrgent: () => void
}) => {
  const { t } = useTexts()
  const phone = useIsPhone()
  const registering = useRegister(talk)
  const household = useRef<Focusable>(null)
  const said = useRef<TextAreaRef>(null)
  const heard = useDebounced(talk.values.said, TYPING_MS)
  const guess = useMemo(() => suggest(heard), [heard])
  const similar = useSimilar(talk)
  const { join } = useJoin(talk)
  const { values, outcome } = talk
  const urgent = values.contactType === 'emergency'
  const set = desk.change

  // biome-ignore lint/correctness/useExhaustiveDependencies: an emergency moves the focus to the words again
  useEffect(() => {
    // On a phone the keyboard would cover half of what there is to read.
    if (!phone && !outcome) said.current?.focus()
  }, [phone, outcome, urgent])

  const take = () => {
    const offer = offerOf(suggest(values.said), values)
    if (offer) set(offer)
    said.current?.focus()
  }
  useImperativeHandle(ref, () => ({
    figure: (at) => {
      if (outcome) return
      const line = EMERGENCY_LINES[at - 1]
      const type = TALK_TYPES[at - 1]
      if (urgent) {
        if (line) set({ line })
      } else if (type === 'emergency') onEmergency()
      else if (type) set({ contactType: type })
    },
    household: () => household.current?.focus(),
    said: () => said.current?.focus(),
    take,
    join: () => {
      const first = similar[0]
      if (first) join(first)
    },
    submit: () => {
      const line = emergencyLine(values.line, guess)
      void registering.submit(urgent && line ? { line } : {})
    },
  }))

  return (
    <section className={`${styles.column} ${styles.talk} w-card`} aria-label={t('desk.talk')} data-idle={isBlank(talk)}>
      {talk.late && !outcome ? (
        <p className={styles.late} role="note">
          {t('desk.lateRing')}
        </p>
      ) : null}
      <HouseholdField ref={household} talk={talk} onChange={desk.attach} onPicked={() => said.current?.focus()} />
      {outcome ? (
        <Summary talk={talk} onAnother={onAnother} onDone={onDone} />
      ) : urgent ? (
        <EmergencyStrip
          talk={talk}
          set={set}
          registering={registering}
          guess={guess}
          said={said}
          onBack={onNotUrgent}
        />
      ) : (
        <Intake
          talk={talk}
          set={set}
          registering={registering}
          guess={guess}
          similar={similar}
          said={said}
          onTake={take}
          onEmergency={onEmergency}
          onClear={desk.clear}
        />
      )}
    </section>
  )
}
