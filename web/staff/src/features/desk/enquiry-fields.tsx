import { keepPreviousData } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { type SheetField, searchMustKnow } from '#contract/must-know.ts'
import { useTexts } from '#ui/i18n.ts'
import { hasWord, wordFor } from '#ui/matter/words.ts'
import { useDebounced } from '#ui/pickers/use-debounced.ts'
import { useApiQuery } from '#ui/query.ts'
import { useCan, useEstate } from '#ui/session.tsx'
import { ErrorState } from '#ui/states.tsx'
import { Field } from './field.tsx'
import styles from './form.module.css'
import type { PartProps } from './form-props.ts'
import { LanguageHints } from './language-hints.tsx'
import { PromiseField } from './promise-field.tsx'

const TYPING_MS = 200
const LONGEST = 100
const SHOWN = 4

const SOURCES = ['mustKnow', 'colleague', 'document', 'ownKnowledge'] as const

const nameOf = (t: ReturnType<typeof useTexts>['t'], { key, name }: SheetField): string =>
  name ?? (hasWord(`mustKnow.${key}`) ? wordFor(t, `mustKnow.${key}`) : key)

/** With a price or a number the note belongs to it; with a question it only holds the words it is found by. */
const noteOf = ({ group, note }: SheetField) => (group === 'more' ? null : note)

/** FD-025: the answer from the sheet in force, while the question is typed; one click takes it over. */
const Known = ({ q, onTake }: { q: string; onTake: (answer: string) => void }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const asked = useDebounced(q.trim().slice(0, LONGEST), TYPING_MS)
  const query = useApiQuery(searchMustKnow, asked ? { params: { estateId }, query: { q: asked } } : null, {
    placeholderData: keepPreviousData,
    topics: ['must-know'],
  })
  if (!asked) return <p className={styles.note}>{t('desk.mustKnowHint')}</p>
  if (query.error) return <ErrorState error={query.error} compact />
  if (!query.data) return null
  if (query.data.rows.length === 0) return <p className={styles.note}>{t('desk.mustKnowNothing')}</p>
  return (
    <ul className={styles.answers} aria-label={t('nav.mustknow')}>
      {query.data.rows.slice(0, SHOWN).map((row) => (
        <li key={`${row.key} ${row.name ?? ''}`} className={styles.answer}>
          <span>
            <b>{nameOf(t, row)}</b> {row.value}{' '}
            {noteOf(row) ? <span className="w-quiet w-small">{noteOf(row)}</span> : null}
          </span>
          <Button size="small" onClick={() => onTake(noteOf(row) ? `${row.value}（${noteOf(row)}）` : row.value)}>
            {t('desk.useAnswer')}
          </Button>
        </li>
      ))}
    </ul>
  )
}

/** A question: answered at once it is closed at once; without an answer it is kept and followed (FD-705). */
export const EnquiryFields = ({ talk: { values }, set, errorOf }: PartProps) => {
  const { t } = useTexts()
  const can = useCan()
  const answered = values.answer.trim() !== ''
  return (
    <>
      {can('mustknow.read') ? <Known q={values.said} onTake={(answer) => set({ answer, source: 'mustKnow' })} /> : null}
      <Field
        label={t('desk.answer')}
        error={errorOf('answer')}
        help={answered ? t('desk.answerHint') : t('desk.noAnswerHint')}
      >
        {(control) => (
          <Input.TextArea
            {...control}
            value={values.answer}
            maxLength={2000}
            autoSize={{ minRows: 2, maxRows: 8 }}
            onChange={(event) => set({ answer: event.target.value })}
          />
        )}
      </Field>
      <LanguageHints text={values.answer} />
      {answered ? (
        <fieldset className={styles.quick} aria-label={t('desk.source')}>
          {SOURCES.map((source) => (
            <Button
              key={source}
              size="small"
              type={values.source === source ? 'primary' : 'default'}
              aria-pressed={values.source === source}
              onClick={() => set({ source })}
            >
              {t(`desk.source.${source}`)}
            </Button>
          ))}
        </fieldset>
      ) : (
        <PromiseField
          label={t('desk.answerBy')}
          value={values.promisedAt}
          error={errorOf('promisedAt')}
          onChange={(promisedAt) => set({ promisedAt })}
        />
      )}
    </>
  )
}
