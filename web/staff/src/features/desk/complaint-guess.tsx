import { keepPreviousData } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { SUB_CODES, TOUCHPOINTS } from '#contract/complaint-categories.ts'
import { suggestComplaint } from '#contract/complaint-suggest.ts'
import { type T, useTexts } from '#ui/i18n.ts'
import { EstateLink } from '#ui/links.tsx'
import { wordFor } from '#ui/matter/words.ts'
import { useDebounced } from '#ui/pickers/use-debounced.ts'
import { useApiQuery } from '#ui/query.ts'
import { useEstate } from '#ui/session.tsx'
import { Field } from './field.tsx'
import styles from './form.module.css'
import type { PartProps } from './form-props.ts'

const TYPING_MS = 400
const LEAST = 4
const SHOWN = 4

const categoryOptions = (t: T) =>
  SUB_CODES.map((value) => ({ value, label: `${value} ${wordFor(t, `category.${value}`, '')}` }))
const touchpointOptions = (t: T) => TOUCHPOINTS.map((value) => ({ value, label: wordFor(t, `touchpoint.${value}`) }))

/** A guess that one press takes and another leaves. */
const Chip = ({
  label,
  why,
  chosen,
  onChoose,
}: {
  label: string
  why?: string
  chosen: boolean
  onChoose: (chosen: boolean) => void
}) => (
  <Button
    size="small"
    type={chosen ? 'primary' : 'default'}
    aria-pressed={chosen}
    {...(why ? { title: why } : {})}
    onClick={() => onChoose(!chosen)}
  >
    {label}
  </Button>
)

/** What the words may be about and who said the like; a guess that somebody takes or leaves (CP-012, CP-097). */
export const ComplaintGuess = ({ talk, set, errorOf }: PartProps) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const { values, unit, customer, outcome } = talk
  const text = useDebounced(values.said.trim().slice(0, 1000), TYPING_MS)
  const place = useDebounced(values.place.trim(), TYPING_MS)
  const asks = !outcome && text.length >= LEAST
  const query = useApiQuery(
    suggestComplaint,
    asks
      ? {
          params: { estateId },
          query: {
            text,
            ...(place ? { place } : {}),
            ...(unit ? { unitId: unit.id } : {}),
            ...(customer ? { customerId: customer.id } : {}),
          },
        }
      : null,
    { placeholderData: keepPreviousData, topics: ['complaints'] },
  )
  const found = asks ? query.data : undefined
  const guesses = found?.categories.slice(0, SHOWN) ?? []
  const same = found?.same.slice(0, 3) ?? []
  return (
    <>
      {found?.possiblyHot ? (
        <p className={styles.warn} role="note">
          {t('desk.possiblyHot', { count: found.distinctPersons })}
        </p>
      ) : null}
      {found?.topics.map(({ id, title, text: words }) => (
        <p key={id} className={styles.note} role="note">
          <strong>{t('complaint.topicWording', { title })}</strong>
          <br />
          {words}
        </p>
      ))}
      {same.length > 0 ? (
        <div className={styles.note}>
          {t('desk.sameComplaints')}：
          {same.map((one) => (
            <span key={one.id}>
              {' '}
              <EstateLink to={`matters/${one.id}`}>{one.number}</EstateLink> {one.title}（
              {t('complaint.voicesCount', { persons: one.persons, times: one.times })}）
            </span>
          ))}
        </div>
      ) : null}
      <div className={styles.grid}>
        <Field label={t('field.categoryInitial')} error={errorOf('category')} help={t('desk.categoryHint')}>
          {(control) => (
            <>
              <Select
                {...control}
                value={values.category}
                allowClear
                showSearch={{ optionFilterProp: 'label' }}
                placeholder={t('issue.choose')}
                options={categoryOptions(t)}
                onChange={(category: string | undefined) => set({ category })}
                style={{ width: '100%', marginBottom: 4 }}
              />
              {guesses.length > 0 ? (
                <span className={styles.quick}>
                  {guesses.map((guess) => (
                    <Chip
                      key={guess.code}
                      label={wordFor(t, `category.${guess.code}`)}
                      why={t('desk.because', { words: guess.because.join('、') })}
                      chosen={values.category === guess.code}
                      onChoose={(chosen) => set({ category: chosen ? guess.code : undefined })}
                    />
                  ))}
                </span>
              ) : null}
            </>
          )}
        </Field>
        <Field label={t('field.touchpoint')} error={errorOf('touchpoint')}>
          {(control) => (
            <>
              <Select
                {...control}
                value={values.touchpoint}
                allowClear
                showSearch={{ optionFilterProp: 'label' }}
                placeholder={t('desk.touchpointHint')}
                options={touchpointOptions(t)}
                onChange={(touchpoint: string | undefined) => set({ touchpoint })}
                style={{ width: '100%', marginBottom: 4 }}
              />
              {found && found.touchpoints.length > 0 ? (
                <span className={styles.quick}>
                  {found.touchpoints.slice(0, 3).map(({ code }) => (
                    <Chip
                      key={code}
                      label={wordFor(t, `touchpoint.${code}`)}
                      chosen={values.touchpoint === code}
                      onChoose={(chosen) => set({ touchpoint: chosen ? code : undefined })}
                    />
                  ))}
                </span>
              ) : null}
            </>
          )}
        </Field>
      </div>
    </>
  )
}
