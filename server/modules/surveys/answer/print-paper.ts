import { wordingOf } from '#content/survey-wording.ts'
import { type Refusal, refuse } from '#contract/refusal.ts'
import { KANO_ANSWERS, type SurveyQuestion } from '#contract/survey-questions.ts'
import type { Tx } from '#platform/db/tx.ts'
import { renderPdf } from '#platform/documents/render-pdf.ts'
import { type Lang, words } from '#platform/documents/words.ts'
import { settingsOf } from '#platform/settings/settings.ts'
import { questionsOf } from '../design/questionnaire.ts'
import { bareSurvey, estateNameOf } from '../design/survey.store.ts'
import type { SurveyOf } from '../design/write-survey.ts'
import { sheetColumns } from './sheet.rules.ts'

const DEGREES = [5, 4, 3, 2, 1] as const

/** A sheet of paper of the questionnaire, asked in the words of the phone, its answers numbered as they are typed in. */
export const printPaper = async (tx: Tx, { estateId, id }: SurveyOf, lang: Lang): Promise<Buffer | Refusal> => {
  const survey = await bareSurvey(tx, estateId, id, 'none')
  if (!survey) return refuse('E_NOT_FOUND', { field: 'params.id' })
  const questions = questionsOf(survey)
  if (questions.length === 0) return refuse('E_SURVEY_EMPTY')
  const t = words(lang)
  const asks = (ask: SurveyQuestion['asks'][number]) => questions.some((q) => q.asks.includes(ask))
  const count = (await settingsOf(tx, estateId)).get('survey.smallestGroup')
  return renderPdf('survey-paper', {
    title: lang === 'zh' ? survey.title_zh : survey.title_en,
    estate: await estateNameOf(tx, estateId),
    form: t('surveyPaper.form'),
    printed: survey.closes_on ? t('surveyPaper.until', { until: survey.closes_on }) : '',
    intro: lang === 'zh' ? survey.intro_zh : survey.intro_en,
    note: t(survey.anonymous ? 'surveyPaper.anonymous' : 'surveyPaper.named', { count }),
    boxes: [t('surveySheet.paperNo'), t(survey.anonymous ? 'surveySheet.slipNo' : 'surveyPaper.slipNo')],
    how: t('surveyPaper.how'),
    scales: [
      ...(asks('pair') ? [DEGREES.map((n) => `${n} ${t(`kanoAnswer.${KANO_ANSWERS[n - 1] ?? 'neutral'}`)}`)] : []),
      ...(asks('satisfaction') ? [DEGREES.map((n) => `${n} ${t(`satisfactionAnswer.${n}`)}`)] : []),
      ...(asks('importance') ? [[t('surveyPaper.little'), t('surveyPaper.much')]] : []),
    ].map((scale) => scale.join(lang === 'zh' ? '　' : ',  ')),
    questions: questions.map((question) => ({
      no: String(question.no),
      asks: sheetColumns([question], false).flatMap((c) =>
        'no' in c
          ? [
              {
                text: wordingOf(question, c.part, lang),
                values: c.part === 'w' ? ['1', '2', '3', '4', '5', '6', '7', '8', '9'] : DEGREES.map(String),
              },
            ]
          : [],
      ),
    })),
    comments: survey.free_text ? t('surveyPaper.comments') : null,
    thanks: t('surveyPaper.thanks'),
  })
}
