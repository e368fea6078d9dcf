import { useState } from 'react'
import { useTexts } from '#ui/i18n.ts'
import { wordFor } from '#ui/matter/words.ts'
import { ChoiceKeys } from '../choice-keys.tsx'
import hints from '../hints.module.css'
import styles from './next.module.css'

/** The steps of each list (KN-020 to KN-023). */
const steps = (n: number) => Array.from({ length: n }, (_, i) => String(i + 1))
const STEPS = { angry: steps(10), dissatisfied: steps(8), demanding: steps(4), rude: steps(2) } as const
type Mood = keyof typeof STEPS
const MOODS = Object.keys(STEPS) as Mood[]

/** KN-024: the receiver says how the customer is, and the list of what helps appears; the choice leaves this screen with the talk. */
export const MoodHints = () => {
  const { t } = useTexts()
  const [mood, setMood] = useState<Mood>()
  return (
    <section className={styles.block}>
      <h2>{t('mood.title')}</h2>
      <ChoiceKeys
        label={t('mood.title')}
        choices={MOODS.map((value) => ({ value, label: t(`mood.${value}`) }))}
        value={mood}
        onChange={(next) => setMood(next === mood ? undefined : next)}
      />
      {mood ? (
        <>
          <ol className={styles.steps}>
            {STEPS[mood].map((step) => (
              <li key={step}>{wordFor(t, `mood.${mood}.${step}`)}</li>
            ))}
          </ol>
          {mood === 'angry' || mood === 'rude' ? <p className={hints.hint}>{t('mood.extreme')}</p> : null}
          <p className="w-faint w-small">{t('mood.notKept')}</p>
        </>
      ) : null}
    </section>
  )
}
