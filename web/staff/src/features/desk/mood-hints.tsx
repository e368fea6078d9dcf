import { useState } from 'react'
import { useTexts } from '#ui/i18n.ts'
import { wordFor } from '#ui/matter/words.ts'
import { ChoiceKeys } from './choice-keys.tsx'
import styles from './form.module.css'

/** How many steps each list has (KN-020 to KN-023). */
const STEPS = { angry: 10, dissatisfied: 8, demanding: 4, rude: 2 } as const
type Mood = keyof typeof STEPS
const MOODS = Object.keys(STEPS) as Mood[]

/** KN-024: the receiver says how the customer is, and the list of what helps appears; the choice leaves this screen with the talk. */
export const MoodHints = () => {
  const { t } = useTexts()
  const [mood, setMood] = useState<Mood>()
  return (
    <div>
      <ChoiceKeys
        label={t('mood.title')}
        choices={MOODS.map((value) => ({ value, label: t(`mood.${value}`) }))}
        value={mood}
        onChange={(next) => setMood(next === mood ? undefined : next)}
      />
      {mood ? (
        <div className={styles.note}>
          <ol>
            {Array.from({ length: STEPS[mood] }, (_, i) => (
              <li key={`${mood}.${i + 1}`}>{wordFor(t, `mood.${mood}.${i + 1}`)}</li>
            ))}
          </ol>
          {mood === 'angry' || mood === 'rude' ? <p className={styles.warn}>{t('mood.extreme')}</p> : null}
          <p className="w-faint w-small">{t('mood.notKept')}</p>
        </div>
      ) : null}
    </div>
  )
}
