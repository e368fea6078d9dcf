import { adviceOf } from '#contract/rules/advice.ts'
import type { SurveyResults } from '#contract/survey-results.ts'
import { useTexts } from '#ui/i18n.ts'
import styles from './survey.module.css'

type Given = { results: Pick<SurveyResults, 'items' | 'smallestSample'>; onOpen: (no: number) => void }

/** What to do next: what hurts and is done poorly, and what delights for little; or why nothing is advised. */
export const Priorities = ({ results: { items, smallestSample }, onOpen }: Given) => {
  const { t, lang } = useTexts()
  const lists = adviceOf(items)
  if (lists.length === 0) return null
  return (
    <div className={styles.halves}>
      {lists.map(({ by, list, nothing }) => (
        <div key={by} className={`w-card ${styles.panel}`}>
          <h2>{t(`survey.advice.${by}`)}</h2>
          {nothing === null ? (
            <>
              <span className="w-small w-quiet">{t(`survey.adviceHint.${by}`)}</span>
              <ol className={styles.ranking}>
                {list.map(({ item: { question }, value }) => (
                  <li key={question.no}>
                    <button type="button" className="w-link" onClick={() => onOpen(question.no)}>
                      {question[lang]}
                    </button>{' '}
                    <span className="w-figures w-quiet">{value.toFixed(2)}</span>
                  </li>
                ))}
              </ol>
            </>
          ) : (
            <p className="w-quiet">{t(`survey.noAdvice.${nothing}`, { count: smallestSample })}</p>
          )}
        </div>
      ))}
    </div>
  )
}
