import { Alert, Button, Checkbox, Form, Input } from 'antd'
import { type ReactNode, useEffect, useState } from 'react'
import type { z } from 'zod'
import { isApiError } from '#ui/api-error.ts'
import { fieldText } from '#ui/form/form-errors.ts'
import { useTexts } from '#ui/i18n.ts'
import { issueText, toIssue } from '#ui/issue-text.ts'
import { useNotice } from '#ui/notice.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { Preview } from './preview.tsx'
import { Questions } from './questions.tsx'
import styles from './survey.module.css'
import { useWork } from './use-work.ts'
import { type Errors, toSend, type Work, type Written } from './work.rules.ts'

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

type Props<S extends z.ZodType> = {
  survey: Written
  /** What is sent, and what sends it. */
  schema: S
  bodyOf?: (work: Work) => unknown
  saving: boolean
  onSave: (body: z.output<S>) => Promise<unknown>
  /** In the place of texts and questions where they are not to be changed here. */
  fixed?: ReactNode
  sample: (given: { work: Work; dirty: boolean; onChange: (next: Work) => void }) => ReactNode
  /** Told whether something is not saved: what is opened or published is what was saved. */
  onDirty: (dirty: boolean) => void
}

/** A draft with its questions and sample beside what residents will see; what is typed is kept until it is saved. */
export const Editor = <S extends z.ZodType>({
  survey,
  schema,
  bodyOf = toSend,
  saving,
  onSave,
  fixed,
  sample,
  onDirty,
}: Props<S>) => {
  const { t } = useTexts()
  const notice = useNotice()
  const { work, dirty, stale, change, drop, keepMine } = useWork(survey)
  const [errors, setErrors] = useState(NONE)
  useEffect(() => {
    onDirty(dirty)
    return () => onDirty(false)
  }, [dirty, onDirty])
  const put = (patch: Partial<Work>) => change({ ...work, ...patch })
  const submit = async () => {
    if (saving) return
    const body = bodyOf(work)
    const parsed = schema.safeParse(body)
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
      await onSave(parsed.data)
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
        {fixed ?? (
          <>
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
          </>
        )}
        {sample({ work, dirty, onChange: change })}
        <div className={styles.bar}>
          <Button type={dirty ? 'primary' : 'default'} loading={saving} disabled={stale} onClick={() => void submit()}>
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
