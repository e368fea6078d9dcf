import { type ReactNode, useEffect, useRef } from 'react'
import { wordingOf } from '#content/survey-wording.ts'
import type { Lang } from '#content/texts/text.ts'
import { Choices } from './choices.tsx'
import { Comments } from './comments.tsx'
import { sayIn } from './say.ts'
import { answerAt, type Filled, type Step, valueAt } from './steps.rules.ts'
import styles from './survey.module.css'

/** A second tap within this time was meant for the question before. */
const SAME_TAP_MS = 350

type Props = {
  lang: Lang
  steps: readonly Step[]
  at: number
  filled: Filled
  onAt: (at: number) => void
  onFilled: (next: Filled) => void
  /** The last step: what sends it. */
  children: ReactNode
}

/** One question after another, as a resident sees them; the staff's preview shows the same. */
export const Questionnaire = ({ lang, steps, at, filled, onAt, onFilled, children }: Props) => {
  const say = sayIn(lang)
  const heading = useRef<HTMLHeadingElement>(null)
  const moved = useRef(false)
  const since = useRef(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the time counts from each question on
  useEffect(() => {
    since.current = performance.now()
  }, [at])
  useEffect(() => {
    // the first question does not take the focus from the page; each further one is read aloud
    if (moved.current && at >= 0) heading.current?.focus()
    moved.current = true
  }, [at])
  const step = steps[at]
  if (!step) return null
  const answered = step.kind === 'comments' ? filled.comments.length > 0 : valueAt(filled, step) !== undefined
  const next = () => onAt(Math.min(at + 1, steps.length - 1))
  const title =
    step.kind === 'ask'
      ? wordingOf(step.question, step.part, lang)
      : say(step.kind === 'comments' ? 'surveyLink.comments' : 'surveyLink.ready')
  return (
    <section className={styles.step} aria-label={say('surveyLink.step', { at: at + 1, count: steps.length })}>
      <div className={styles.progress}>
        <progress
          max={steps.length}
          value={at + 1}
          aria-label={say('surveyLink.step', { at: at + 1, count: steps.length })}
        />
        <span aria-hidden>
          {at + 1} / {steps.length}
        </span>
      </div>
      <h2 ref={heading} tabIndex={-1} className={styles.question}>
        {title}
      </h2>
      {step.kind === 'ask' ? (
        <fieldset className={styles.fields}>
          <legend className="w-hidden">{title}</legend>
          <Choices
            key={`${step.question.no}${step.part}`}
            part={step.part}
            name={`q${step.question.no}${step.part}`}
            value={valueAt(filled, step)}
            say={say}
            onChoose={(value) => {
              if (performance.now() - since.current < SAME_TAP_MS) return
              onFilled(answerAt(filled, step.question.no, step.part, value))
              next()
            }}
          />
        </fieldset>
      ) : null}
      {step.kind === 'comments' ? (
        <>
          <p className={styles.hint}>{say('surveyLink.commentsHint')}</p>
          <Comments comments={filled.comments} say={say} onChange={(comments) => onFilled({ ...filled, comments })} />
        </>
      ) : null}
      {step.kind === 'send' ? children : null}
      <div className={styles.ways}>
        <button type="button" className={styles.plain} disabled={at === 0} onClick={() => onAt(at - 1)}>
          {say('surveyLink.back')}
        </button>
        {step.kind === 'send' ? null : (
          <button type="button" className={styles.plain} onClick={next}>
            {say(answered ? 'surveyLink.next' : 'surveyLink.skip')}
          </button>
        )}
      </div>
    </section>
  )
}
