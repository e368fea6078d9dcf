import { useState } from 'react'
import type { AnswerMark } from '#contract/inspections.ts'
import { photoNeeded, recordNeeded } from '#contract/rules/evidence.ts'
import { answerWord } from '#contract/rules/fault.ts'
import type { CheckItem } from '#contract/touchpoints.ts'
import { useTexts } from '#ui/i18n.ts'
import { StateTag } from '#ui/state-tag.tsx'
import { PhotoField } from '../../photo/photo-field.tsx'
import { VoiceField } from '../../photo/voice-field.tsx'
import { type DraftAnswer, NO_ANSWER } from '../../store/draft.ts'
import { changeAnswer } from '../../store/drafts.ts'
import { NoteField } from '../../ui/fields.tsx'
import { Icon, type IconName } from '../../ui/icons.tsx'
import { tellProblem } from '../../ui/tell.tsx'
import { TONE_OF_SEVERITY } from '../../ui/words.ts'
import { type Lack, marked, measured, toneOf, type Value, valueKind } from './answer.rules.ts'
import styles from './place.module.css'
import { ValueField } from './value-field.tsx'

const MARKS = [
  { mark: 'pass', icon: 'check' },
  { mark: 'fail', icon: 'cross' },
  { mark: 'na', icon: 'none' },
] as const satisfies readonly { mark: AnswerMark; icon: IconName }[]

/** As many the contract takes with one answer. */
const FILES_AN_ANSWER = 9

/** One item: three large answers; a fault opens photo and note at once, what is measured is judged while typing. */
export const Item = ({
  item,
  given = NO_ANSWER,
  draftId,
  place,
  day,
  proofOnPass,
  lacks,
}: {
  item: CheckItem
  given: DraftAnswer | undefined
  draftId: string
  place: string
  day: string
  proofOnPass: boolean
  lacks: readonly Lack[]
}) => {
  const { t, lang } = useTexts()
  // typed here and kept beside: what comes back from the store a moment later would disturb the writing of Chinese
  const [note, setNote] = useState(given.note ?? '')
  const change = (to: (before: DraftAnswer) => DraftAnswer) =>
    changeAnswer(draftId, item.id, to).catch((problem: unknown) => {
      tellProblem(problem)
    })
  const setValue = (value: Value | undefined) => void change((before) => measured(before, item, value, day))
  const keepNote = (words: string) => {
    setNote(words)
    void change((before) => ({ ...before, note: words }))
  }
  const without = (list: readonly string[], id: string) => list.filter((one) => one !== id)
  const kind = valueKind(item)
  const tone = given.answer === null || given.answer === 'na' ? null : toneOf(item, given.answer)
  // of what is no fault there is nothing to say, unless somebody wants to
  const quiet = tone === 'well' || tone === 'neither'
  const [asked, setAsked] = useState(false)
  const needed = photoNeeded(item, given.answer, proofOnPass)
  const shown = recordNeeded(item, given.answer, proofOnPass)
  const said = quiet && (shown || asked || note !== '' || (!needed && given.photoIds.length > 0))
  return (
    <li
      className={styles.item}
      id={`item-${item.id}`}
      data-answer={given.answer ?? 'open'}
      data-tone={given.answer === 'na' ? 'neither' : tone}
    >
      <p className={styles.statement}>
        {item[lang]}
        {item.severity === 'minor' ? null : (
          <StateTag tone={TONE_OF_SEVERITY[item.severity]}>{t(`severity.${item.severity}`)}</StateTag>
        )}
      </p>
      {kind === 'none' ? null : (
        <ValueField item={item} kind={kind} value={given.value} onChange={setValue} day={day} />
      )}
      <fieldset className={styles.marks}>
        <legend className="w-hidden">{item[lang]}</legend>
        {MARKS.map(({ mark, icon }) => (
          <button
            key={mark}
            type="button"
            className={`${styles.mark} ${styles[toneOf(item, mark)]}`}
            aria-pressed={given.answer === mark}
            onClick={() => void change((before) => marked(before, mark))}
          >
            <Icon name={icon} />
            {t(`onsite.mark.${answerWord(item, mark)}`)}
          </button>
        ))}
      </fieldset>
      {needed || said || (given.answer === 'na' && given.photoIds.length > 0) ? (
        <div className={styles.more}>
          <PhotoField
            label={t('onsite.photo.take')}
            place={place}
            ownerId={draftId}
            ids={given.photoIds}
            most={FILES_AN_ANSWER - given.voiceIds.length}
            needed={needed}
            onAdd={(id) => changeAnswer(draftId, item.id, (a) => ({ ...a, photoIds: [...a.photoIds, id] }))}
            onDrop={(id) => changeAnswer(draftId, item.id, (a) => ({ ...a, photoIds: without(a.photoIds, id) }))}
          />
        </div>
      ) : null}
      {quiet && !said ? (
        <div className={styles.reasons}>
          <button type="button" onClick={() => setAsked(true)}>
            {t(needed ? 'onsite.passNote.words' : 'onsite.passNote.add')}
          </button>
        </div>
      ) : null}
      {said ? (
        <div className={styles.more}>
          <NoteField
            label={t(shown ? 'onsite.passNote.record' : tone === 'well' ? 'onsite.passNote' : 'onsite.absentNote')}
            optional={!shown}
            rows={2}
            value={note}
            onChange={keepNote}
          />
        </div>
      ) : null}
      {tone === 'fault' ? (
        <div className={styles.more}>
          <NoteField label={t('onsite.failNote')} optional rows={2} value={note} onChange={keepNote} />
        </div>
      ) : null}
      {tone === 'fault' || given.voiceIds.length > 0 ? (
        <div className={styles.more}>
          <VoiceField
            ownerId={draftId}
            ids={given.voiceIds}
            most={Math.min(2, FILES_AN_ANSWER - given.photoIds.length)}
            onAdd={(id) => changeAnswer(draftId, item.id, (a) => ({ ...a, voiceIds: [...a.voiceIds, id] }))}
            onDrop={(id) => changeAnswer(draftId, item.id, (a) => ({ ...a, voiceIds: without(a.voiceIds, id) }))}
          />
        </div>
      ) : null}
      {given.answer === 'na' ? (
        <div className={styles.more}>
          <NoteField label={t('onsite.naReason')} rows={2} value={note} onChange={keepNote} />
          {note.trim() ? null : (
            <div className={styles.reasons}>
              {(['notNow', 'closed', 'absent'] as const).map((reason) => (
                <button key={reason} type="button" onClick={() => keepNote(t(`onsite.naReason.${reason}`))}>
                  {t(`onsite.naReason.${reason}`)}
                </button>
              ))}
            </div>
          )}
        </div>
      ) : null}
      {lacks.length > 0 ? (
        <p className={styles.lacks} role="alert">
          {lacks.map((lack) => t(`onsite.lack.${lack}`)).join(' ')}
        </p>
      ) : null}
    </li>
  )
}
