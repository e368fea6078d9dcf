import { isRefusal, type Refusal, refuse } from '#contract/refusal.ts'
import type { QueryOf } from '#contract/route.ts'
import { MOST_SLIPS, type printSurveySlips } from '#contract/survey-run.ts'
import { audit } from '#platform/audit/audit.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { plusMilliseconds } from '#platform/calendar/instants.rules.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import { localDateOf } from '#platform/calendar/working-days.rules.ts'
import type { Tx } from '#platform/db/tx.ts'
import { localText } from '#platform/documents/local-text.ts'
import { qrSvg } from '#platform/documents/qr.ts'
import { renderPdf } from '#platform/documents/render-pdf.ts'
import { words } from '#platform/documents/words.ts'
import type { House } from '#platform/house.ts'
import { takingSurvey } from '../answer/take-paper.ts'
import { estateNameOf } from '../design/survey.store.ts'
import type { SurveyOf } from '../design/write-survey.ts'
import { listInvitationRows } from './invitation.store.ts'
import { linkOf } from './token.ts'

/**
 * Slips to cut out and hand over, each with its number and the link as a QR code, in the language of whom it is for:
 * invitations that can still be answered, so many at once. Each of them lets somebody in, so the printing is on the
 * record. E_NOT_FOUND when none waits, E_SURVEY_OVER.
 */
export const printSlips = async (
  tx: Tx,
  actor: Actor,
  house: House,
  given: SurveyOf,
  { lang, after, ...filter }: QueryOf<typeof printSurveySlips>,
): Promise<Buffer | Refusal> => {
  const survey = await takingSurvey(tx, given)
  if (isRefusal(survey)) return survey
  const { estateId, id } = given
  const query = { ...filter, state: 'waiting' as const, limit: MOST_SLIPS }
  const rows = await listInvitationRows(tx, estateId, id, query, after)
  const slips = rows.slice(0, MOST_SLIPS)
  const last = slips.at(-1)
  if (!last) return refuse('E_NOT_FOUND')
  const calendar = await calendarOf(tx, estateId)
  await audit(tx, actor, {
    estateId,
    action: 'survey.printSlips',
    subjectKind: 'survey',
    subjectId: id,
    after: { slips: slips.length, from: slips[0]?.no, to: last.no },
  })
  return renderPdf('survey-slips', {
    title: words(lang)('surveySlip.title'),
    estate: await estateNameOf(tx, estateId),
    form: words(lang)('surveySlip.form'),
    printed: words(lang)('print.printed', { at: localText(tx.now, calendar.timeZone) }),
    more: rows.length > slips.length ? words(lang)('surveySlip.more', { count: MOST_SLIPS, no: last.no }) : null,
    slips: slips.map((row) => {
      const own = row.language === 'en' ? 'en' : 'zh'
      const t = words(own)
      const until = localDateOf(calendar, plusMilliseconds(row.expires_at, -1))
      return {
        no: t('surveySlip.no', { no: row.no }),
        to: [row.unit_display, row.customer_name].filter(Boolean).join(' '),
        title: own === 'zh' ? survey.title_zh : survey.title_en,
        how: t('surveySlip.how', { until }),
        note: t(survey.anonymous ? 'surveySlip.anonymous' : 'surveySlip.named'),
        qr: qrSvg(linkOf(house, estateId, row.id)),
      }
    }),
  })
}
