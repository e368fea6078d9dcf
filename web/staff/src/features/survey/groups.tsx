import type { SurveyResults } from '#contract/survey-results.ts'
import { hasText, useTexts } from '#ui/i18n.ts'
import type { Behind } from './answers.tsx'
import styles from './survey.module.css'

const KEY = { building: 'building', tenure: 'tenure', since: 'since' } as const

/** The same attributes for each group of enough people, side by side. */
export const Groups = ({
  results: { by, groups, ungrouped, items, smallestSample },
  onOpen,
}: {
  results: SurveyResults
  onOpen: (behind: Behind) => void
}) => {
  const { t, lang } = useTexts()
  if (by === null) return null
  const nameOf = (key: string, name: string) => {
    const text = `${by === 'tenure' ? 'surveyTenure' : 'surveySince'}.${key}`
    return by !== 'building' && hasText(text) ? t(text) : name
  }
  return (
    <div className={`w-card ${styles.panel} ${styles.wide}`}>
      <h2>
        {t('survey.groupBy')} · {t(`survey.by.${by}`)}
      </h2>
      {groups.some(({ n }) => n < smallestSample) ? (
        <p className="w-small">{t('survey.smallGroups', { count: smallestSample })}</p>
      ) : null}
      {ungrouped > 0 ? <p className="w-quiet w-small">{t('survey.ungrouped', { count: ungrouped })}</p> : null}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by keyboard */}
      <table className={styles.table} tabIndex={0}>
        <caption className="w-hidden">{t('survey.groupBy')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('survey.attribute')}</th>
            {groups.map(({ key, name, n }) => (
              <th key={key} scope="col">
                {nameOf(key, name)}{' '}
                <span className="w-quiet w-figures">
                  n={n}
                  {n < smallestSample ? '＊' : ''}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map(({ question, groups: own }) => (
            <tr key={question.no}>
              <th scope="row">
                {question.no}. {question[lang]}
              </th>
              {groups.map(({ key }) => {
                const found = own.find((g) => g.key === key)
                return (
                  <td key={key}>
                    {found ? (
                      <button
                        type="button"
                        className={found.provisional ? `w-link ${styles.faint}` : 'w-link'}
                        onClick={() => onOpen({ no: question.no, [KEY[by]]: key })}
                      >
                        {[
                          ...(found.class ? [t(`surveyClass.${found.class}`)] : []),
                          ...(found.better === null || found.worse === null
                            ? []
                            : [`${found.better.toFixed(2)} / ${found.worse.toFixed(2)}`]),
                          ...(found.satisfaction === null ? [] : [found.satisfaction.toFixed(2)]),
                        ].join(' · ')}
                      </button>
                    ) : (
                      '—'
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
