import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined } from '@ant-design/icons'
import { Button, Checkbox, Collapse, Form, Input, InputNumber } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { ASKS_OF, type SurveyQuestion } from '#contract/survey-questions.ts'
import { CODE_OF_CLASS } from '#contract/survey-results.ts'
import { useTexts } from '#ui/i18n.ts'
import { StateTag } from '#ui/state-tag.tsx'
import { EmptyState } from '#ui/states.tsx'
import styles from './survey.module.css'
import { type Errors, moved, standingFor, type Work, type Written, without, withQuestion } from './work.rules.ts'

// the whole standard comes along with it
const AddItems = lazy(async () => ({ default: (await import('./add-items.tsx')).AddItems }))
const WORDINGS = ['withZh', 'withEn', 'withoutZh', 'withoutEn'] as const

type Props = {
  survey: Pick<Written, 'kind' | 'pairLimit'>
  work: Work
  errors: Errors
  onChange: (next: Work) => void
}

const Question = ({ survey, work, at, errors, onChange }: Props & { at: number }) => {
  const { t } = useTexts()
  const question = work.questions[at]
  if (!question) return null
  const put = (patch: Partial<SurveyQuestion>) =>
    onChange({ ...work, questions: work.questions.map((q, i) => (i === at ? { ...q, ...patch } : q)) })
  const name = t('survey.questionNo', { n: at + 1 })
  const wrong = (field: string) => errors.get(`questions.${at}.${field}`)
  const text = (field: 'zh' | 'en', most: number) => (
    <Form.Item
      label={t(`survey.${field}`)}
      htmlFor={`q${at}-${field}`}
      help={wrong(field)}
      {...(wrong(field) ? { validateStatus: 'error' as const } : {})}
    >
      <Input
        id={`q${at}-${field}`}
        value={question[field]}
        maxLength={most}
        aria-invalid={wrong(field) ? true : undefined}
        onChange={({ target }) => put({ [field]: target.value })}
      />
    </Form.Item>
  )
  return (
    <li className={`w-card ${styles.question}`}>
      <div className={styles.questionHead}>
        <span className={styles.line}>
          <strong>{name}</strong>
          {question.touchpoint ? <span className="w-quiet">{t(`touchpoint.${question.touchpoint}`)}</span> : null}
          {question.itemId ? <span className="w-quiet w-figures">{question.itemId}</span> : null}
          {question.classDefault ? (
            <StateTag>{t(`surveyClass.${CODE_OF_CLASS[question.classDefault]}`)}</StateTag>
          ) : null}
        </span>
        <span className={styles.line}>
          <Button
            size="small"
            type="text"
            icon={<ArrowUpOutlined aria-hidden />}
            aria-label={`${name} ${t('survey.up')}`}
            disabled={at === 0}
            onClick={() => onChange(moved(work, at, -1))}
          />
          <Button
            size="small"
            type="text"
            icon={<ArrowDownOutlined aria-hidden />}
            aria-label={`${name} ${t('survey.down')}`}
            disabled={at === work.questions.length - 1}
            onClick={() => onChange(moved(work, at, 1))}
          />
          <Button
            size="small"
            type="text"
            icon={<DeleteOutlined aria-hidden />}
            aria-label={`${name} ${t('survey.remove')}`}
            onClick={() => onChange(without(work, at))}
          />
        </span>
      </div>
      <div className={styles.two}>
        {text('zh', 200)}
        {text('en', 300)}
      </div>
      <div className={styles.line}>
        <Checkbox.Group
          value={question.asks}
          options={ASKS_OF[survey.kind].all.map((value) => ({ value, label: t(`survey.ask.${value}`) }))}
          onChange={(asks) => put({ asks: ASKS_OF[survey.kind].all.filter((ask) => asks.includes(ask)) })}
        />
        <span className={styles.line}>
          <span className="w-quiet w-small" aria-hidden>
            {t('survey.effort')}
          </span>
          <InputNumber
            aria-label={`${name} ${t('survey.effort')}`}
            min={1}
            max={9}
            precision={0}
            value={question.effort}
            onChange={(effort) => put({ effort: typeof effort === 'number' ? effort : null })}
          />
        </span>
      </div>
      {wrong('asks') ? <span className={styles.error}>{wrong('asks')}</span> : null}
      {question.asks.includes('pair') ? (
        <Collapse
          ghost
          size="small"
          items={[
            {
              key: 'wording',
              label: t('survey.wording'),
              children: (
                <div className={styles.two}>
                  {WORDINGS.map((field) => (
                    <Form.Item key={field} label={t(`survey.${field}`)} htmlFor={`q${at}-${field}`}>
                      <Input
                        id={`q${at}-${field}`}
                        value={question[field] ?? ''}
                        maxLength={300}
                        onChange={({ target }) => put({ [field]: target.value })}
                      />
                    </Form.Item>
                  ))}
                </div>
              ),
            },
          ]}
        />
      ) : null}
    </li>
  )
}

/** The questions in their order, with the number of pairs held against what residents will answer. */
export const Questions = (props: Props) => {
  const { survey, work, errors, onChange } = props
  const { t } = useTexts()
  const [adding, setAdding] = useState(false)
  const pairs = work.questions.filter((q) => q.asks.includes('pair')).length
  const standing = standingFor(work, survey.kind)
  const tooMany = pairs > survey.pairLimit
  return (
    <section aria-label={t('survey.questions')}>
      <div className={styles.sectionHead}>
        <h2>{t('survey.questions')}</h2>
        {ASKS_OF[survey.kind].all.includes('pair') ? (
          <span className={tooMany ? styles.error : 'w-quiet w-small'} role={tooMany ? 'alert' : undefined}>
            {t('survey.pairs', { count: pairs, limit: survey.pairLimit })}
            {tooMany ? ` ${t('survey.pairsWhy')}` : ''}
          </span>
        ) : null}
      </div>
      {errors.get('questions') ? <p className={styles.error}>{errors.get('questions')}</p> : null}
      {work.questions.length === 0 ? (
        <EmptyState compact title={t('survey.noQuestions')} hint={t('survey.noQuestionsHint')} />
      ) : (
        <ol className={styles.list}>
          {work.questions.map((q, at) => (
            <Question key={`${q.itemId ?? q.touchpoint ?? 'own'} ${q.no}`} {...props} at={at} />
          ))}
        </ol>
      )}
      <div className={styles.line}>
        <Button onClick={() => setAdding(true)}>{t('survey.addItems')}</Button>
        <Button
          onClick={() =>
            onChange(
              withQuestion(work, survey.kind, { touchpoint: null, itemId: null, zh: '', en: '', classDefault: null }),
            )
          }
        >
          {t('survey.addOwn')}
        </Button>
        {standing.length === 0 ? null : (
          <Button
            title={t('survey.standingHint')}
            onClick={() => onChange(standing.reduce((next, one) => withQuestion(next, survey.kind, one), work))}
          >
            {t('survey.standing')}
          </Button>
        )}
      </div>
      {adding ? (
        <Suspense fallback={null}>
          <AddItems
            known={work.questions}
            onAdd={(attribute) => onChange(withQuestion(work, survey.kind, attribute))}
            onClose={() => setAdding(false)}
          />
        </Suspense>
      ) : null}
    </section>
  )
}
