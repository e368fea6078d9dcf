import type { Say } from '#ui/survey/say.ts'
import { answerAt, halves, type Step, tidy } from '#ui/survey/steps.rules.ts'
import ui from '#ui/survey/survey.module.css'
import styles from './survey-page.module.css'
import type { useSurvey } from './use-survey.ts'

type Held = Pick<ReturnType<typeof useSurvey>, 'filled' | 'change' | 'send' | 'sending' | 'refused'>

/** The end: how much is answered, what is still by half, and the sending. */
export const SendStep = ({
  held: { filled, change, send, sending, refused },
  steps,
  say,
  onAt,
}: {
  held: Held
  steps: readonly Step[]
  say: Say
  onAt: (at: number) => void
}) => {
  const open = halves(steps, filled)
  const asked = new Set(steps.flatMap((s) => (s.kind === 'ask' ? [s.question.no] : [])))
  const { answers, comments } = tidy(filled)
  const empty = answers.length + comments.length === 0
  const [first] = open
  const clear = () =>
    change(
      open.reduce((left, at) => {
        const step = steps[at]
        if (step?.kind !== 'ask') return left
        const { no } = step.question
        return answerAt(answerAt(left, no, 'f', undefined), no, 'd', undefined)
      }, filled),
    )
  return (
    <>
      <p>{say('surveyLink.readyHint', { answered: answers.length, count: asked.size })}</p>
      {open.length > 0 && first !== undefined ? (
        <div className={styles.warning} role="alert">
          <p>{say('surveyLink.half', { count: open.length })}</p>
          <div className={ui.ways}>
            <button type="button" className={ui.plain} onClick={() => onAt(first)}>
              {say('surveyLink.toHalf')}
            </button>
            <button type="button" className={ui.plain} onClick={clear}>
              {say('surveyLink.clearHalf')}
            </button>
          </div>
        </div>
      ) : null}
      {empty ? <p className={styles.warning}>{say('surveyLink.nothing')}</p> : null}
      {sending === 'waiting' ? (
        <p className={styles.warning} role="alert">
          {say('surveyLink.waiting')}
        </p>
      ) : null}
      {refused ? (
        <p className={styles.warning} role="alert">
          {say('surveyLink.refused')}
        </p>
      ) : null}
      <button type="button" className={ui.main} disabled={empty || open.length > 0 || sending !== 'no'} onClick={send}>
        {say('surveyLink.send')}
      </button>
    </>
  )
}
