import { Button, Radio } from 'antd'
import { useState } from 'react'
import { answerQuiz, type Quiz, startQuiz } from '#contract/must-know.ts'
import { useTexts } from '#ui/i18n.ts'
import { wordFor } from '#ui/matter/words.ts'
import { useNotice } from '#ui/notice.tsx'
import { useApiMutation } from '#ui/query.ts'
import { useEstate } from '#ui/session.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import type { Mine } from './mine.ts'
import styles from './mustknow.module.css'

type Question = Quiz['questions'][number]

const useAsked = () => {
  const { t } = useTexts()
  return ({ key, name }: Question) => {
    const field = wordFor(t, `mustKnow.${key}`)
    return name === null ? t('mustKnow.ask', { field }) : t('mustKnow.askNamed', { field, name })
  }
}

const Ask = ({ quiz, onDone }: { quiz: Quiz; onDone: (quiz: Quiz) => void }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const notice = useNotice()
  const asked = useAsked()
  const [given, setGiven] = useState<readonly (number | null)[]>(quiz.questions.map(() => null))
  const send = useApiMutation(answerQuiz, { touches: ['must-know'], onError: notice.bad, onSuccess: onDone })
  const unanswered = given.filter((one) => one === null).length
  return (
    <>
      <p className="w-quiet">{t('mustKnowPage.quizIntro', { percent: quiz.passPercent })}</p>
      {quiz.questions.map((question, at) => (
        <fieldset key={`${question.key} ${question.name ?? ''}`} className={`w-card ${styles.question}`}>
          <legend>
            {at + 1}. {asked(question)}
          </legend>
          <Radio.Group
            value={given[at]}
            onChange={(event) => setGiven(given.map((one, i) => (i === at ? Number(event.target.value) : one)))}
            options={question.choices.map((label, value) => ({ value, label }))}
          />
        </fieldset>
      ))}
      <div className={styles.acts}>
        <Button
          type="primary"
          loading={send.isPending}
          onClick={() => send.mutate({ params: { estateId, id: quiz.id }, body: { answers: [...given] } })}
        >
          {t('mustKnowPage.quizSend')}
        </Button>
        {unanswered > 0 ? <span className="w-quiet">{t('mustKnowPage.quizOpen', { count: unanswered })}</span> : null}
      </div>
    </>
  )
}

const Result = ({ quiz }: { quiz: Quiz }) => {
  const { t } = useTexts()
  const asked = useAsked()
  const percent = quiz.percent ?? 0
  return (
    <>
      <p role="status">
        <StateTag tone={quiz.passed ? 'good' : 'late'}>
          {t(quiz.passed ? 'mustKnowPage.quizPassed' : 'mustKnowPage.quizFailed', { percent })}
        </StateTag>
      </p>
      <ol className={styles.results}>
        {quiz.questions.map((question) => (
          <li key={`${question.key} ${question.name ?? ''}`}>
            <div>{asked(question)}</div>
            <div>
              <StateTag tone="good">{t('mustKnowPage.quizRight')}</StateTag>{' '}
              {question.right === null ? '—' : question.choices[question.right]}
            </div>
            {question.given === question.right ? null : (
              <div>
                <StateTag tone="late">{t('mustKnowPage.quizGiven')}</StateTag>{' '}
                {question.given === null ? '—' : question.choices[question.given]}
              </div>
            )}
          </li>
        ))}
      </ol>
    </>
  )
}

/** FD-024: a quiz on the version in force, closed book. */
export const QuizView = ({ standing }: { standing: Mine['quiz'] }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const notice = useNotice()
  const [quiz, setQuiz] = useState<Quiz>()
  const start = useApiMutation(startQuiz, { touches: [], onError: notice.bad, onSuccess: setQuiz })
  const begin = (
    <Button type="primary" loading={start.isPending} onClick={() => start.mutate({ params: { estateId }, body: {} })}>
      {t(quiz ? 'mustKnowPage.quizAgain' : 'mustKnowPage.quizStart')}
    </Button>
  )
  if (quiz && quiz.finishedAt === null) return <Ask key={quiz.id} quiz={quiz} onDone={setQuiz} />
  return (
    <section className={`w-card ${styles.group}`}>
      {quiz ? (
        <Result quiz={quiz} />
      ) : (
        <p>
          <StateTag tone={standing.passed ? 'good' : 'waiting'}>
            {standing.passed
              ? t('mustKnowPage.quizPassed', { percent: standing.percent ?? 0 })
              : t('mustKnowPage.quizNone')}
          </StateTag>{' '}
          {standing.validUntil ? t('mustKnowPage.quizValid', { date: standing.validUntil }) : null}
        </p>
      )}
      <div className={styles.acts}>{begin}</div>
    </section>
  )
}
