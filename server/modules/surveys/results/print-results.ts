import { isRefusal, type Refusal, refuse } from '#contract/refusal.ts'
import type { QueryOf } from '#contract/route.ts'
import type { printSurveyResults } from '#contract/survey-results.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import type { Tx } from '#platform/db/tx.ts'
import { localText } from '#platform/documents/local-text.ts'
import { renderPdf } from '#platform/documents/render-pdf.ts'
import { words } from '#platform/documents/words.ts'
import { estateNameOf, findSurvey } from '../design/survey.store.ts'
import type { SurveyOf } from '../design/write-survey.ts'
import { beforeTable, groupTable, itemTable, priorityTables } from './print-parts.rules.ts'
import { readResults } from './read-results.ts'

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`

/** The results as printed pages: what may be shown, in which groups and beside what, is what the page shows. */
export const printResults = async (
  tx: Tx,
  given: SurveyOf,
  { lang, ...query }: QueryOf<typeof printSurveyResults>,
): Promise<Buffer | Refusal> => {
  const found = await readResults(tx, given, query)
  if (isRefusal(found)) return found
  const survey = await findSurvey(tx, given.estateId, given.id)
  if (!survey) return refuse('E_NOT_FOUND', { field: 'params.id' })
  const t = words(lang)
  const { timeZone } = await calendarOf(tx, given.estateId)
  const at = (instant: string | null) => (instant === null ? '–' : localText(instant, timeZone))
  const { answered, invited, rate, cut, items, small, smallestSample } = found
  const named = { lang, t }
  return renderPdf('survey-results', {
    title: lang === 'zh' ? survey.title_zh : survey.title_en,
    sub: t(`surveyKind.${survey.kind}`),
    estate: await estateNameOf(tx, given.estateId),
    form: t('surveyPrint.form'),
    printed: t('print.printed', { at: at(tx.now) }),
    facts: [
      [t('surveyPrint.answered'), t('surveyPrint.ofInvited', { answered, invited })],
      [
        t('surveyPrint.rate'),
        rate === null
          ? '–'
          : `${percent(rate.share)} (${t('survey.interval', { low: percent(rate.low), high: percent(rate.high) })})`,
      ],
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
    priorities: priorityTables(found, named),
    tables: [itemTable(found, named), ...beforeTable(found, named), ...groupTable(found, named)],
  })
}
