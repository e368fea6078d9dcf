import { isRefusal, type Refusal, refuse } from '#contract/refusal.ts'
import { CODE_OF_CLASS, type ItemFinding } from '#contract/survey-results.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import type { Tx } from '#platform/db/tx.ts'
import { localText } from '#platform/documents/local-text.ts'
import { renderPdf } from '#platform/documents/render-pdf.ts'
import { type Lang, words } from '#platform/documents/words.ts'
import { estateNameOf, findSurvey } from '../design/survey.store.ts'
import type { SurveyOf } from '../design/write-survey.ts'
import { readResults } from './read-results.ts'

const figure = (value: number | null | undefined, digits = 2): string =>
  value === null || value === undefined ? '–' : value.toFixed(digits)

/** The results as one printed page or two; what may be shown is what the page shows. */
export const printResults = async (tx: Tx, given: SurveyOf, lang: Lang): Promise<Buffer | Refusal> => {
  const found = await readResults(tx, given, {})
  if (isRefusal(found)) return found
  const survey = await findSurvey(tx, given.estateId, given.id)
  if (!survey) return refuse('E_NOT_FOUND', { field: 'params.id' })
  const t = words(lang)
  const { timeZone } = await calendarOf(tx, given.estateId)
  const at = (instant: string | null) => (instant === null ? '–' : localText(instant, timeZone))
  const { answered, invited, rate, cut, items, small, smallestSample } = found
  return renderPdf('survey-results', {
    title: lang === 'zh' ? survey.title_zh : survey.title_en,
    sub: t(`surveyKind.${survey.kind}`),
    estate: await estateNameOf(tx, given.estateId),
    form: t('surveyPrint.form'),
    printed: t('print.printed', { at: at(tx.now) }),
    facts: [
      [t('surveyPrint.answered'), t('surveyPrint.ofInvited', { answered, invited })],
      [t('surveyPrint.rate'), rate === null ? '–' : `${(rate.share * 100).toFixed(1)}%`],
      [t('surveyPrint.opened'), at(survey.opened_at)],
      [t('surveyPrint.closed'), at(survey.closed_at)],
    ],
    warning: small ? t('surveyPrint.small', { least: smallestSample }) : null,
    picture: {
      title: t('surveyPrint.picture'),
      x: t('surveyPrint.worse'),
      y: t('surveyPrint.better'),
      cutX: cut.worse,
      cutY: cut.better,
      corners: ['A', 'O', 'I', 'M'].map((code) => t(`surveyClass.${code}`)),
    },
    points: items.flatMap(({ question, kano }) =>
      kano?.better && kano.worse ? [{ no: String(question.no), x: -kano.worse.share, y: kano.better.share }] : [],
    ),
    columns: ['no', 'attribute', 'class', 'default', 'n', 'better', 'worse', 'satisfaction', 'importance'].map((key) =>
      t(`surveyPrint.${key}`),
    ),
    rows: items.map((item) => rowOf(item, lang, t)),
  })
}

const rowOf = ({ question, kano, satisfaction, importance }: ItemFinding, lang: Lang, t: ReturnType<typeof words>) => {
  const name = kano?.class ? t(`surveyClass.${kano.class}`) : '–'
  const flags = [
    ...(kano?.mixed ? [t('survey.mixed')] : []),
    ...(kano?.provisional ? [t('survey.provisional')] : []),
    ...(kano?.questionable ? [t('survey.unclear')] : []),
    ...(kano?.reverse ? [t('survey.reverse')] : []),
  ].join(lang === 'zh' ? '、' : ', ')
  return [
    String(question.no),
    question[lang],
    flags ? t('surveyPrint.flagged', { name, flags }) : name,
    question.classDefault ? t(`surveyClass.${CODE_OF_CLASS[question.classDefault]}`) : '–',
    String(kano?.valid ?? satisfaction?.n ?? 0),
    figure(kano?.better?.share),
    figure(kano?.worse?.share),
    figure(satisfaction?.mean),
    figure(importance?.mean, 1),
  ]
}
