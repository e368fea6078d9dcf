import type { ItemFinding, SurveyResults } from '#contract/survey-results.ts'
import { hasText, useTexts } from '#ui/i18n.ts'
import { StateTag } from '#ui/state-tag.tsx'
import type { Behind } from './answers.tsx'
import { DIFFERENCES } from './differences.ts'
import { FigureList } from './interval.tsx'
import styles from './survey.module.css'

const KEY = { building: 'building', tenure: 'tenure', since: 'since' } as const

type Group = ItemFinding['groups'][number]

/** What a group says of an attribute: figures with their intervals, and where it differs from the others by more than chance. */
const Found = ({ of, onOpen }: { of: Group; onOpen: () => void }) => {
  const { t } = useTexts()
  return (
    <div className={of.provisional ? styles.faint : undefined}>
      <button type="button" className={of.provisional ? `w-link ${styles.faint}` : 'w-link'} onClick={onOpen}>
        {of.class ? t(`surveyClass.${of.class}`) : t('survey.answersOf', { count: of.n })}
      </button>
      <FigureList of={of} />
      <span className={styles.line}>
        {DIFFERENCES.map(([figure, to, tone]) =>
          of.differs[figure] === to ? (
            <StateTag key={figure} tone={tone}>
              {t(`survey.differsBy.${figure}.${to}`)}
            </StateTag>
          ) : null,
        )}
      </span>
    </div>
  )
}

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
      <p className="w-quiet w-small">{t('survey.groupsHint')}</p>
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
                    {found ? <Found of={found} onOpen={() => onOpen({ no: question.no, [KEY[by]]: key })} /> : '—'}
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
