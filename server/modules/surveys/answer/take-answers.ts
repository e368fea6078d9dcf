import { type Refusal, refuse } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import { localDateOf } from '#platform/calendar/working-days.rules.ts'
import type { Tx } from '#platform/db/tx.ts'
import { newId } from '#platform/ids.ts'
import { questionsOf } from '../design/questionnaire.ts'
import type { SurveyRow } from '../design/survey.store.ts'
import { type InvitationRow, markUsed } from '../sample/invitation.store.ts'
import { checkAnswers, type Filled, keptAnswers } from './answers.rules.ts'
import { deleteDraft, insertNamed, insertSealed } from './response.store.ts'

type Taken = Filled & { source: 'link' | 'paper' | 'sheet'; by: Uuid | null }

/** Whether this invitation, which is locked, may still be answered. */
export const mayAnswer = (
  tx: Tx,
  survey: Pick<SurveyRow, 'state'>,
  invitation: Pick<InvitationRow, 'used' | 'expires_at'>,
  onPaper = false,
): Refusal | undefined => {
  if (invitation.used) return refuse('E_SURVEY_USED')
  // a sheet that was handed in by its day may be typed in later
  if (survey.state !== 'opened' || (!onPaper && invitation.expires_at <= tx.now)) return refuse('E_SURVEY_OVER')
  return undefined
}

/**
 * One answer for good: checked as a whole, the invitation used, the draft gone. Of an anonymous survey it is laid aside
 * without any link. Without an invitation (a sheet from a box) only an anonymous survey takes it.
 */
export const takeAnswers = async (
  tx: Tx,
  survey: SurveyRow,
  invitation: InvitationRow | null,
  taken: Taken,
): Promise<Refusal | undefined> => {
  const wrong = checkAnswers(questionsOf(survey), survey.free_text, taken, true)
  if (wrong) return wrong
  const said = {
    answers: keptAnswers(taken.answers),
    comments: taken.comments,
    surveyId: survey.id,
    source: taken.source,
    building_id: invitation?.building_id ?? null,
    tenure: invitation?.tenure ?? null,
    since: invitation?.since ?? null,
  }
  if (invitation) {
    await markUsed(tx, survey.estate_id, invitation.id)
    await deleteDraft(tx, survey.estate_id, invitation.id)
  }
  if (survey.anonymous) await insertSealed(tx, survey.estate_id, said)
  else if (invitation)
    await insertNamed(tx, survey.estate_id, {
      ...said,
      id: newId(),
      day: localDateOf(await calendarOf(tx, survey.estate_id), tx.now),
      invitationId: invitation.id,
      enteredBy: taken.by,
    })
  else return refuse('E_INPUT', { field: 'body.slipNo' })
  tx.tell({ estateId: survey.estate_id, topic: 'surveys' })
  return undefined
}
