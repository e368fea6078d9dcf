import { Button, Drawer } from 'antd'
import type { SentQuery } from '#contract/route.ts'
import { KANO_ANSWERS, type SurveyAnswer } from '#contract/survey-questions.ts'
import { listSurveyResponses } from '#contract/survey-results.ts'
import type { SurveyView } from '#contract/surveys.ts'
import { type T, useTexts } from '#ui/i18n.ts'
import { ExportLink } from '#ui/list/export-link.tsx'
import { usePages } from '#ui/query.ts'
import { useEstate } from '#ui/session.tsx'
import { EmptyState, ErrorState, LoadingState } from '#ui/states.tsx'
import styles from './survey.module.css'

/** Which answers: of a question, a class, a group; nothing said: all of them. */
export type Behind = Omit<NonNullable<SentQuery<typeof listSurveyResponses>>, 'cursor' | 'limit'>

const kanoText = (t: T, value: number) => {
  const name = KANO_ANSWERS[value - 1]
  return name ? t(`kanoAnswer.${name}`) : '—'
}
const saidText = (t: T, { f, d, s, w }: SurveyAnswer): string =>
  [
    ...(f !== undefined && d !== undefined ? [t('survey.saysPair', { f: kanoText(t, f), d: kanoText(t, d) })] : []),
    ...(s === undefined ? [] : [t('survey.saysSatisfaction', { s })]),
    ...(w === undefined ? [] : [t('survey.saysImportance', { w })]),
  ].join(' · ')

/** The answers behind a figure, without anybody's name. */
export const Answers = ({ survey, behind, onClose }: { survey: SurveyView; behind: Behind; onClose: () => void }) => {
  const { t, lang } = useTexts()
  const { id: estateId } = useEstate()
  const params = { estateId, id: survey.id }
  const pages = usePages(listSurveyResponses, { params, query: behind })
  const question = survey.list.find((q) => q.no === Number(behind.no))
  const title = [t('survey.behind'), ...(question ? [question[lang]] : [])].join(' · ')
  return (
    <Drawer
      open
      size={560}
      title={title}
      onClose={onClose}
      extra={<ExportLink list={listSurveyResponses} params={params} query={behind} />}
    >
      {pages.error && pages.rows.length === 0 ? <ErrorState error={pages.error} onRetry={pages.refetch} /> : null}
      {pages.isPending ? <LoadingState /> : null}
      {!pages.isPending && !pages.error && pages.rows.length === 0 ? <EmptyState compact /> : null}
      <ul className={styles.behind}>
        {pages.rows.map((row) => {
          const shown = question ? row.answers.filter((a) => a.no === question.no) : row.answers
          return (
            <li key={row.id} className="w-card">
              <span className="w-small w-quiet">
                {[
                  row.on ?? '—',
                  ...(row.source ? [t(`surveySource.${row.source}`)] : []),
                  ...(row.building ? [row.building] : []),
                  ...(row.tenure ? [t(`surveyTenure.${row.tenure}`)] : []),
                  ...(row.since ? [t(`surveySince.${row.since}`)] : []),
                ].join(' · ')}
              </span>
              {shown.map((answer) => (
                <div key={answer.no}>
                  {question ? '' : `${answer.no}. `}
                  {saidText(t, answer)}
                </div>
              ))}
              {row.comments.map((comment) => (
                <p key={comment.text}>{comment.text}</p>
              ))}
            </li>
          )
        })}
      </ul>
      {pages.hasNextPage ? (
        <Button loading={pages.isFetchingNextPage} onClick={pages.loadMore}>
          {t('list.loadMore')}
        </Button>
      ) : null}
    </Drawer>
  )
}
