import { PrinterOutlined } from '@ant-design/icons'
import { Button, Form, Input, InputNumber, Select } from 'antd'
import { type ReactNode, useRef, useState } from 'react'
import { KANO_ANSWERS, type SurveyAnswer, type SurveyQuestion } from '#contract/survey-questions.ts'
import { enterSurveyPaper, printSurveyPaper } from '#contract/survey-run.ts'
import type { SurveyView } from '#contract/surveys.ts'
import { addressOf } from '#ui/api.ts'
import { isApiError } from '#ui/api-error.ts'
import { errorText } from '#ui/error-text.ts'
import { fieldText } from '#ui/form/form-errors.ts'
import { type T, useTexts } from '#ui/i18n.ts'
import { useNotice } from '#ui/notice.tsx'
import { useApiMutation } from '#ui/query.ts'
import { useEstate } from '#ui/session.tsx'
import { EmptyState } from '#ui/states.tsx'
import styles from './survey.module.css'
import { Upload } from './upload.tsx'

type Part = 'f' | 'd' | 's' | 'w'
const PARTS: readonly (readonly [Part, SurveyQuestion['asks'][number]])[] = [
  ['f', 'pair'],
  ['d', 'pair'],
  ['s', 'satisfaction'],
  ['w', 'importance'],
]
const SATISFACTION = [5, 4, 3, 2, 1] as const

const optionsOf = (t: T, part: Part) => {
  if (part === 'w') return Array.from({ length: 9 }, (_, i) => ({ value: i + 1, label: String(i + 1) }))
  if (part === 's')
    return SATISFACTION.map((value) => ({ value, label: `${value} ${t(`satisfactionAnswer.${value}`)}` }))
  return KANO_ANSWERS.map((name, i) => ({ value: i + 1, label: `${i + 1} ${t(`kanoAnswer.${name}`)}` })).reverse()
}
const labelOf = (t: T, part: Part) =>
  t(
    (
      {
        f: 'survey.with',
        d: 'survey.without',
        s: 'survey.satisfactionShort',
        w: 'survey.importanceShort',
      } as const
    )[part],
  )

/** The desk types in what residents wrote on paper, sheet by sheet or as an Excel file. */
export const Enter = ({ survey }: { survey: SurveyView }) => {
  const { t, lang } = useTexts()
  const { id: estateId } = useEstate()
  const notice = useNotice()
  const first = useRef<HTMLInputElement>(null)
  const [paperNo, setPaperNo] = useState('')
  const [slipNo, setSlipNo] = useState<number | null>(null)
  const [answers, setAnswers] = useState<ReadonlyMap<number, SurveyAnswer>>(new Map())
  const [comment, setComment] = useState('')
  const [wrong, setWrong] = useState<{ field: string; text: string }>()
  const enter = useApiMutation(enterSurveyPaper)
  if (!survey.moves.includes('enter')) return <EmptyState title={t('survey.notTaking')} />
  const put = (no: number, part: Part, value: number | undefined) => {
    const { [part]: _before, ...rest } = answers.get(no) ?? { no }
    setAnswers(new Map(answers).set(no, value === undefined ? rest : { ...rest, [part]: value }))
  }
  const submit = async () => {
    if (enter.isPending) return
    const body = {
      paperNo,
      slipNo,
      answers: [...answers.values()].filter((a) => Object.keys(a).length > 1),
      comments: comment.trim() === '' ? [] : [{ touchpoint: null, text: comment }],
    }
    try {
      await enter.mutateAsync({ params: { estateId, id: survey.id }, body })
      notice.good(t('survey.entered', { no: paperNo }))
      setPaperNo('')
      setSlipNo(null)
      setAnswers(new Map())
      setComment('')
      setWrong(undefined)
      first.current?.focus()
    } catch (error) {
      if (!isApiError(error)) throw error
      setWrong({ field: error.field ?? '', text: error.field ? fieldText(t, error, body) : errorText(t, error) })
    }
  }
  const said = (field: string) => (wrong?.field === field ? wrong.text : undefined)
  // the refusal names the place in what was sent; the question is told by its number
  const at = /^answers\.(\d+)/.exec(wrong?.field ?? '')?.[1]
  const wrongNo =
    at === undefined ? undefined : [...answers.values()].filter((a) => Object.keys(a).length > 1)[Number(at)]?.no
  const field = (name: string, label: string, help: string | undefined, input: ReactNode) => (
    <Form.Item
      label={label}
      htmlFor={name}
      help={said(name) ?? help}
      {...(said(name) ? { validateStatus: 'error' as const } : {})}
    >
      {input}
    </Form.Item>
  )
  return (
    <div className={styles.halves}>
      <section className={`w-card ${styles.panel}`} aria-label={t('survey.tab.enter')}>
        <p className="w-quiet">{t('survey.paperHint')}</p>
        <div className={`${styles.line} ${styles.gap}`}>
          {(['zh', 'en'] as const).map((one) => (
            <Button
              key={one}
              icon={<PrinterOutlined aria-hidden />}
              href={addressOf(printSurveyPaper, { params: { estateId, id: survey.id }, query: { lang: one } })}
              target="_blank"
            >
              {t(one === 'zh' ? 'survey.printPaper' : 'survey.printPaperEn')}
            </Button>
          ))}
        </div>
        <Form layout="vertical" component="div">
          <div className={styles.two}>
            {field(
              'paperNo',
              t('survey.paperNo'),
              undefined,
              <Input
                id="paperNo"
                ref={(input) => {
                  first.current = input?.input ?? null
                }}
                maxLength={40}
                value={paperNo}
                aria-invalid={said('paperNo') ? true : undefined}
                onChange={({ target }) => setPaperNo(target.value)}
              />,
            )}
            {field(
              'slipNo',
              t('survey.slipNo'),
              survey.anonymous ? t('survey.slipHelp') : undefined,
              <InputNumber
                id="slipNo"
                min={1}
                precision={0}
                value={slipNo}
                aria-invalid={said('slipNo') ? true : undefined}
                onChange={(value) => setSlipNo(typeof value === 'number' ? value : null)}
              />,
            )}
          </div>
          <ul className={styles.sheet}>
            {survey.list.map((question) => (
              <li key={question.no}>
                <span className={styles.name}>
                  {question.no}. {question[lang]}
                  {wrongNo === question.no ? (
                    <span className={styles.error} role="alert">
                      {' '}
                      {wrong?.text}
                    </span>
                  ) : null}
                </span>
                <span className={styles.line}>
                  {PARTS.flatMap(([part, ask]) =>
                    question.asks.includes(ask)
                      ? [
                          <Select
                            key={part}
                            allowClear
                            size="small"
                            style={{ width: 128 }}
                            placeholder={labelOf(t, part)}
                            aria-label={`${question.no} ${labelOf(t, part)}`}
                            value={answers.get(question.no)?.[part] ?? null}
                            onChange={(value: number | null | undefined) => put(question.no, part, value ?? undefined)}
                            options={optionsOf(t, part)}
                          />,
                        ]
                      : [],
                  )}
                </span>
              </li>
            ))}
          </ul>
          {survey.freeText
            ? field(
                'comments',
                t('surveyColumn.comments'),
                undefined,
                <Input.TextArea
                  id="comments"
                  rows={3}
                  maxLength={1000}
                  value={comment}
                  onChange={({ target }) => setComment(target.value)}
                />,
              )
            : null}
          {wrong && !['paperNo', 'slipNo', 'comments'].includes(wrong.field) && wrongNo === undefined ? (
            <p className={styles.error} role="alert">
              {wrong.text}
            </p>
          ) : null}
          <Button
            type="primary"
            loading={enter.isPending}
            disabled={paperNo.trim() === ''}
            onClick={() => void submit()}
          >
            {t('survey.enter')}
          </Button>
        </Form>
      </section>
      <Upload survey={survey} />
    </div>
  )
}
