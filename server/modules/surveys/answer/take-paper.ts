import { type Refusal, refuse } from '#contract/refusal.ts'
import type { PaperAnswer } from '#contract/survey-run.ts'
import type { Uuid } from '#contract/values.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import { localDateOf } from '#platform/calendar/working-days.rules.ts'
import type { Tx } from '#platform/db/tx.ts'
import { bareSurvey, type SurveyRow } from '../design/survey.store.ts'
import type { SurveyOf } from '../design/write-survey.ts'
import { findInvitation } from '../sample/invitation.store.ts'
import { notePaper } from './response.store.ts'
import { paperKey } from './sheet.rules.ts'
import { mayAnswer, takeAnswers } from './take-answers.ts'

/** A survey that takes answers, kept as it is meanwhile. E_NOT_FOUND, E_SURVEY_OVER. */
export const takingSurvey = async (tx: Tx, { estateId, id }: SurveyOf): Promise<SurveyRow | Refusal> => {
  const survey = await bareSurvey(tx, estateId, id, 'share')
  if (!survey) return refuse('E_NOT_FOUND', { field: 'params.id' })
  return survey.state === 'opened' ? survey : refuse('E_SURVEY_OVER')
}

/**
 * One sheet: E_DUPLICATE when it was typed in before; with a slip the invitation is used (E_NOT_FOUND beside the field,
 * E_SURVEY_USED). Only an anonymous survey takes a sheet without a slip.
 */
export const takePaper = async (
  tx: Tx,
  survey: SurveyRow,
  { paperNo, slipNo, answers, comments }: PaperAnswer,
  by: { id: Uuid; source: 'paper' | 'sheet' },
): Promise<Refusal | undefined> => {
  const { estate_id: estateId, id: surveyId } = survey
  if (slipNo === null && !survey.anonymous) return refuse('E_INPUT', { field: 'body.slipNo' })
  const day = localDateOf(await calendarOf(tx, estateId), tx.now)
  if (!(await notePaper(tx, estateId, { surveyId, paperNo: paperKey(paperNo), day, by: by.id })))
    return refuse('E_DUPLICATE', { field: 'body.paperNo' })
  const invitation =
    slipNo === null ? null : await findInvitation(tx, estateId, { surveyId, no: slipNo }, { lock: true })
  if (invitation === undefined) return refuse('E_NOT_FOUND', { field: 'body.slipNo' })
  const used = invitation && mayAnswer(tx, survey, invitation, true)
  if (used) return refuse(used.code, { field: 'body.slipNo' })
  return takeAnswers(tx, survey, invitation, { answers, comments, source: by.source, by: by.id })
}
