import { KANO_ANSWERS } from '#contract/survey-questions.ts'
import type { Say, SurveyTextKey } from './say.ts'
import type { Part } from './steps.rules.ts'
import styles from './survey.module.css'

const SATISFACTION = [5, 4, 3, 2, 1] as const
const IMPORTANCE = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const

const optionsOf = (part: Part): { value: number; key: SurveyTextKey }[] =>
  part === 's'
    ? SATISFACTION.map((value) => ({ value, key: `satisfactionAnswer.${value}` as const }))
    : KANO_ANSWERS.map((name, at) => ({ value: at + 1, key: `kanoAnswer.${name}` as const })).reverse()

type Props = {
  part: Part
  /** Distinguishes this group of radio buttons from the others of the page. */
  name: string
  value: number | undefined
  say: Say
  onChoose: (value: number) => void
}

/** The answers to one question as large targets; real radio buttons, so that arrows and screen readers know them. */
export const Choices = ({ part, name, value, say, onChoose }: Props) => {
  const one = (choice: number, label: string) => (
    <label key={choice} className={styles.choice}>
      <input
        type="radio"
        name={name}
        value={choice}
        checked={value === choice}
        onChange={() => onChoose(choice)}
        // a tap on what is chosen already goes on as well
        onClick={() => value === choice && onChoose(choice)}
      />
      <span>{label}</span>
    </label>
  )
  if (part !== 'w') return <div className={styles.choices}>{optionsOf(part).map((o) => one(o.value, say(o.key)))}</div>
  return (
    <>
      <div className={styles.scale}>{IMPORTANCE.map((n) => one(n, String(n)))}</div>
      <div className={styles.ends}>
        <span>{say('surveyLink.little')}</span>
        <span>{say('surveyLink.much')}</span>
      </div>
    </>
  )
}
