import { Alert, Button, Checkbox, Form, Input } from 'antd'
import { useState } from 'react'
import { type SurveyView, saveSurvey } from '#contract/surveys.ts'
import { isApiError } from '#ui/api-error.ts'
import { fieldText } from '#ui/form/form-errors.ts'
import { useTexts } from '#ui/i18n.ts'
import { issueText, toIssue } from '#ui/issue-text.ts'
import { useNotice } from '#ui/notice.tsx'
import { useApiMutation } from '#ui/query.ts'
import { useEstate } from '#ui/session.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { Preview } from './preview.tsx'
import { Questions } from './questions.tsx'
import { Sample } from './sample.tsx'
import styles from './survey.module.css'
import { useWork } from './use-work.ts'
import { type Errors, toSend, type Work } from './work.rules.ts'

const NONE: Errors = new Map()

/** What stands at a path of what would be sent. */
const valueAt = (body: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined), body)

type TextName = 'titleZh' | 'titleEn' | 'introZh' | 'introEn'
const TEXTS: readonly { name: TextName; most: number; rows?: number }[] = [
  { name: 'titleZh', most: 100 },
  { name: 'titleEn', most: 160 },
  { name: 'introZh', most: 1000, rows: 3 },
  { name: 'introEn', most: 1500, rows: 3 },
]

/** A draft with its questions and sample beside what residents will see. */
export const Design = ({ survey }: { survey: SurveyView }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const notice = useNotice()
  const { work, dirty, stale, change, drop, keepMine } = useWork(survey)
  const [errors, setErrors] = useState(NONE)
  const save = useApiMutation(saveSurvey)
  const put = (patch: Partial<Work>) => change({ ...work, ...patch })
  const submit = async () => {
    if (save.isPending) return
    const body = toSend(work)
    const parsed = saveSurvey.body.safeParse(body)
    if (!parsed.success) {
      const found = parsed.error.issues.map((issue): [string, string] => [
        issue.path.join('.'),
        issueText(t, toIssue(issue, valueAt(body, issue.path))),
      ])
      setErrors(new Map(found))
      return
    }
    setErrors(NONE)
    try {
      await save.mutateAsync({ params: { estateId, id: survey.id }, body: parsed.data })
      drop()
      notice.good(t('survey.saved'))
    } catch (error) {
      if (!isApiError(error)) throw error
      if (error.field !== undefined) setErrors(new Map([[error.field, fieldText(t, error, parsed.data)]]))
      else notice.bad(error)
    }
  }
  return (
    <div className={styles.sides}>
      <Form layout="vertical" component="div" className={styles.main ?? ''}>
        {stale ? (
          <Alert
            className={styles.gap ?? ''}
            type="warning"
            showIcon
            role="alert"
            title={t('survey.stale')}
            action={
              <span className={styles.line}>
                <Button size="small" onClick={drop}>
                  {t('survey.takeTheirs')}
                </Button>
                <Button size="small" onClick={keepMine}>
                  {t('survey.keepMine')}
                </Button>
              </span>
            }
          />
        ) : null}
        <div className={styles.two}>
          {TEXTS.map(({ name, most, rows }) => {
            const shared = {
              id: `survey-${name}`,
              value: work[name],
              maxLength: most,
              'aria-invalid': errors.has(name) || undefined,
              onChange: ({ target }: { target: { value: string } }) => put({ [name]: target.value }),
            }
            return (
              <Form.Item
                key={name}
                label={t(`survey.${name}`)}
                htmlFor={`survey-${name}`}
                help={errors.get(name)}
                {...(errors.has(name) ? { validateStatus: 'error' as const } : {})}
              >
                {rows ? <Input.TextArea {...shared} rows={rows} /> : <Input {...shared} />}
              </Form.Item>
            )
          })}
        </div>
        <div className={styles.checks}>
          <Checkbox checked={work.freeText} onChange={({ target }) => put({ freeText: target.checked })}>
            {t('survey.freeText')}
          </Checkbox>
          <Checkbox checked={work.anonymous} onChange={({ target }) => put({ anonymous: target.checked })}>
            {t('survey.anonymousLabel')}
          </Checkbox>
          {work.anonymous ? (
            <span className="w-quiet w-small">{t('survey.anonymousHelp', { count: survey.smallestGroup })}</span>
          ) : null}
        </div>
        <Questions survey={survey} work={work} errors={errors} onChange={change} />
        <Sample survey={survey} work={work} dirty={dirty} onChange={change} />
        <div className={styles.bar}>
          <Button
            type={dirty ? 'primary' : 'default'}
            loading={save.isPending}
            disabled={stale}
            onClick={() => void submit()}
          >
            {t('survey.save')}
          </Button>
          {dirty ? <StateTag tone="waiting">{t('survey.unsaved')}</StateTag> : null}
          {errors.size > 0 ? (
            <span className={styles.error} role="alert">
              {[...errors.values()][0]}
            </span>
          ) : null}
        </div>
      </Form>
      <Preview work={work} />
    </div>
  )
}
