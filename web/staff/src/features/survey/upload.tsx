import { DownloadOutlined, UploadOutlined } from '@ant-design/icons'
import { Alert, Button } from 'antd'
import { useRef, useState } from 'react'
import {
  applySurveyUpload,
  getSurveyTemplate,
  getSurveyUploadProblems,
  type SurveyUpload,
  uploadSurveyPapers,
} from '#contract/survey-run.ts'
import type { SurveyView } from '#contract/surveys.ts'
import { addressOf } from '#ui/api.ts'
import { errorText } from '#ui/error-text.ts'
import { sendFile } from '#ui/file/send-file.ts'
import { useTexts } from '#ui/i18n.ts'
import { useNotice } from '#ui/notice.tsx'
import { useApiMutation } from '#ui/query.ts'
import { useEstate } from '#ui/session.tsx'
import styles from './survey.module.css'

/** Paper answers as an Excel file: template, upload, every row with what is wrong, and only then taken over. */
export const Upload = ({ survey }: { survey: SurveyView }) => {
  const { t, lang } = useTexts()
  const { id: estateId } = useEstate()
  const notice = useNotice()
  const params = { estateId, id: survey.id }
  const input = useRef<HTMLInputElement>(null)
  const [upload, setUpload] = useState<SurveyUpload>()
  const [problem, setProblem] = useState<string>()
  const [going, setGoing] = useState(false)
  const apply = useApiMutation(applySurveyUpload, { onSuccess: setUpload, onError: (error) => notice.bad(error) })
  const send = async (file: File) => {
    setProblem(undefined)
    setGoing(true)
    try {
      const address = addressOf(uploadSurveyPapers, { params })
      setUpload(await sendFile(address, file, uploadSurveyPapers.response))
    } catch (error) {
      setProblem(errorText(t, error))
    } finally {
      setGoing(false)
    }
  }
  const ids = upload && { ...params, uploadId: upload.id }
  return (
    <section className={`w-card ${styles.panel}`} aria-label={t('survey.excel')}>
      <h2>{t('survey.excel')}</h2>
      <p className="w-quiet">
        {t('survey.excelHint')}
        {survey.anonymous ? ` ${t('survey.excelAnonymous')}` : ''}
      </p>
      <div className={styles.line}>
        <Button
          icon={<DownloadOutlined aria-hidden />}
          href={addressOf(getSurveyTemplate, { params, query: { lang } })}
        >
          {t('survey.template')}
        </Button>
        <Button icon={<UploadOutlined aria-hidden />} loading={going} onClick={() => input.current?.click()}>
          {t('survey.chooseFile')}
        </Button>
        <input
          ref={input}
          type="file"
          hidden
          accept=".xlsx"
          aria-label={t('survey.chooseFile')}
          onChange={({ target }) => {
            const file = target.files?.[0]
            target.value = ''
            if (file) void send(file)
          }}
        />
      </div>
      {problem ? <Alert type="error" showIcon role="alert" title={problem} className={styles.gap ?? ''} /> : null}
      {upload && ids ? (
        <>
          <p role="status">
            {upload.state === 'read'
              ? t('survey.uploadGood', { rows: upload.rows, good: upload.good })
              : t('survey.uploadTaken', { taken: upload.taken, left: upload.lines.length })}
          </p>
          <div className={styles.line}>
            {upload.state === 'read' ? (
              <Button
                type="primary"
                disabled={upload.good === 0}
                loading={apply.isPending}
                onClick={() => apply.mutate({ params: ids, body: {} })}
              >
                {t('survey.apply', { good: upload.good })}
              </Button>
            ) : null}
            {upload.lines.some((line) => line.problems.length > 0) ? (
              <Button href={addressOf(getSurveyUploadProblems, { params: ids, query: { lang } })}>
                {t('survey.problemsFile')}
              </Button>
            ) : null}
          </div>
          <div className={styles.scroll}>
            <table className={styles.table}>
              <thead>
                <tr>
                  <th scope="col">{t('survey.row')}</th>
                  <th scope="col">{t('survey.paperNo')}</th>
                  <th scope="col">{t('survey.problems')}</th>
                </tr>
              </thead>
              <tbody>
                {upload.lines.map((line) => (
                  <tr key={line.row}>
                    <th scope="row" className="w-figures">
                      {line.row}
                    </th>
                    <td>{line.paperNo || '—'}</td>
                    <td className={line.problems.length > 0 ? (styles.error ?? '') : 'w-quiet'}>
                      {line.problems.length === 0
                        ? t('survey.fine')
                        : line.problems
                            .map(({ column, code, value }) =>
                              `${column} ${t(`surveyProblem.${code}`, { value })}`.trim(),
                            )
                            .join('；')}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      ) : null}
    </section>
  )
}
