import type { SurveyQuestion } from '#contract/survey-questions.ts'
import { CODE_OF_CLASS } from '#contract/survey-results.ts'
import { FactList } from '#ui/facts.tsx'
import { useTexts } from '#ui/i18n.ts'
import { StateTag } from '#ui/state-tag.tsx'
import { Preview } from './preview.tsx'
import styles from './survey.module.css'
import { type Written, workOf } from './work.rules.ts'

/** Questions that stand. */
export const AskedQuestions = ({ list }: { list: readonly SurveyQuestion[] }) => {
  const { t, lang } = useTexts()
  return (
    <div className={`w-card ${styles.panel}`}>
      <h2>{t('survey.questions')}</h2>
      <ol className={styles.asked}>
        {list.map((question) => (
          <li key={question.no}>
            {question.no}. {question[lang]}{' '}
            <span className="w-quiet w-small">
              {[
                ...(question.touchpoint ? [t(`touchpoint.${question.touchpoint}`)] : []),
                ...(question.itemId ? [question.itemId] : []),
                ...question.asks.map((ask) => t(`survey.ask.${ask}`)),
              ].join(' · ')}
            </span>{' '}
            {question.classDefault ? (
              <StateTag>{t(`surveyClass.${CODE_OF_CLASS[question.classDefault]}`)}</StateTag>
            ) : null}
          </li>
        ))}
      </ol>
    </div>
  )
}

/** What was asked and of whom, for those who only read it; once opened it stands. */
export const Asked = ({ survey }: { survey: Written }) => {
  const { t, lang } = useTexts()
  const { method, roles, size, by, seed } = survey.sample
  const intro = lang === 'zh' ? survey.introZh : survey.introEn
  return (
    <div className={styles.sides}>
      <div className={styles.main}>
        <div className={`w-card ${styles.panel}`}>
          {intro ? <p className={styles.gap}>{intro}</p> : null}
          <FactList
            items={[
              { key: 'method', label: t('survey.method'), children: t(`survey.method.${method}`) },
              {
                key: 'roles',
                label: t('survey.roles'),
                children: roles.map((role) => t(`surveyTenure.${role}`)).join(' · '),
              },
              ...(size === null ? [] : [{ key: 'size', label: t('survey.size'), children: size }]),
              ...(method === 'stratified'
                ? [
                    {
                      key: 'by',
                      label: t('survey.by'),
                      children: by.map((part) => t(`survey.by.${part}`)).join(' · '),
                    },
                  ]
                : []),
              ...(seed === null ? [] : [{ key: 'seed', label: t('survey.seed'), children: seed }]),
              {
                key: 'freeText',
                label: t('survey.freeText'),
                children: t(survey.freeText ? 'common.yes' : 'common.no'),
              },
            ]}
          />
        </div>
        <AskedQuestions list={survey.list} />
      </div>
      <Preview work={workOf(survey)} />
    </div>
  )
}
