import { type Refusal, refuse } from '#contract/refusal.ts'
import type { SurveyView } from '#contract/surveys.ts'
import type { Uuid } from '#contract/values.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import { localDateOf } from '#platform/calendar/working-days.rules.ts'
import type { Tx } from '#platform/db/tx.ts'
import { settingsOf } from '#platform/settings/settings.ts'
import { paperOnlyUntil } from './paper-days.rules.ts'
import { presentSurvey } from './survey.present.ts'
import { findSurvey, revisionsOf } from './survey.store.ts'

/** One questionnaire with all that belongs to it. E_NOT_FOUND. */
export const readSurvey = async (tx: Tx, actor: Actor, estateId: Uuid, id: Uuid): Promise<SurveyView | Refusal> => {
  const row = await findSurvey(tx, estateId, id)
  if (!row) return refuse('E_NOT_FOUND', { field: 'params.id' })
  const settings = await settingsOf(tx, estateId)
  const today = localDateOf(await calendarOf(tx, estateId), tx.now)
  return presentSurvey(actor, row, {
    pairLimit: settings.get('survey.pairLimit'),
    smallestGroup: settings.get('survey.smallestGroup'),
    paperOnlyUntil:
      row.state === 'opened' ? paperOnlyUntil(row.closes_on, today, settings.get('survey.paperDays')) : null,
    revisions: await revisionsOf(tx, estateId, row.root_id),
  })
}
