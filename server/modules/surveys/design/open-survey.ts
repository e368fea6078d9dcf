import { randomBytes } from 'node:crypto'
import { type Refusal, refuse } from '#contract/refusal.ts'
import type { SurveySample, SurveyView } from '#contract/surveys.ts'
import { audit } from '#platform/audit/audit.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { addDays } from '#platform/calendar/dates.rules.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import { instantAt, localDateOf } from '#platform/calendar/working-days.rules.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { House } from '#platform/house.ts'
import { settingsOf } from '#platform/settings/settings.ts'
import { invite } from '../sample/invite.ts'
import { planSample } from '../sample/plan-sample.ts'
import { kindOf, questionsOf } from './questionnaire.ts'
import { checkQuestions } from './questions.rules.ts'
import { readSurvey } from './read-survey.ts'
import { sampleOf } from './survey.present.ts'
import { changeSurvey, estateNameOf, lockSurvey, type SurveyRow } from './survey.store.ts'
import type { SurveyOf } from './write-survey.ts'

/**
 * Draws the sample and invites it; from now on the questionnaire stands. A survey about services asks nobody yet, it
 * waits for services. E_SURVEY_EMPTY, E_SAMPLE_EMPTY, E_STATE_CHANGED, E_VERSION_STALE.
 */
export const openSurvey = async (
  tx: Tx,
  actor: Actor,
  keys: House['keys'],
  { estateId, id }: SurveyOf,
  version: number,
): Promise<SurveyView | Refusal> => {
  const row = await lockSurvey(tx, estateId, id)
  if (!row) return refuse('E_NOT_FOUND', { field: 'params.id' })
  if (row.state !== 'draft') return refuse('E_STATE_CHANGED')
  const settings = await settingsOf(tx, estateId)
  const questions = questionsOf(row)
  if (questions.length === 0) return refuse('E_SURVEY_EMPTY')
  // the company's were checked when it was published
  const wrong = row.template_id === null && checkQuestions(kindOf(row), questions, settings.get('survey.pairLimit'))
  if (wrong) return wrong
  const sample: SurveySample = { ...sampleOf(row), seed: sampleOf(row).seed ?? randomBytes(8).toString('hex') }
  const calendar = await calendarOf(tx, estateId)
  const byService = row.kind === 'transaction'
  const closesOn = byService ? null : addDays(localDateOf(calendar, tx.now), settings.get('survey.openDays'))
  const opened = await changeSurvey(
    tx,
    row,
    { state: 'draft', version },
    {
      state: 'opened',
      sample: JSON.stringify(sample),
      opened_at: tx.now,
      opened_by: actor.kind === 'staff' ? actor.id : null,
      opens_on: null,
      open_refused: null,
      closes_on: closesOn,
    },
  )
  if (!opened) return refuse('E_VERSION_STALE')
  const invited = closesOn === null ? 0 : await inviteSample(tx, keys, row, sample, closesOn)
  if (closesOn !== null && invited === 0) return refuse('E_SAMPLE_EMPTY', { field: 'sample' })
  await audit(tx, actor, {
    estateId,
    action: 'survey.open',
    subjectKind: 'survey',
    subjectId: id,
    after: { invited, seed: sample.seed },
  })
  tx.tell({ estateId, topic: 'surveys' })
  return readSurvey(tx, actor, estateId, id)
}

const inviteSample = async (
  tx: Tx,
  keys: House['keys'],
  { estate_id, id, title_zh, title_en }: SurveyRow,
  sample: SurveySample,
  closesOn: string,
): Promise<number> => {
  const calendar = await calendarOf(tx, estate_id)
  const { strata } = await planSample(tx, estate_id, sample, localDateOf(calendar, tx.now))
  const people = strata.flatMap((s) => s.drawn).map((member) => ({ ...member, matterId: null }))
  const about = {
    estateId: estate_id,
    surveyId: id,
    titles: { zh: title_zh, en: title_en },
    estateName: await estateNameOf(tx, estate_id),
    expiresAt: instantAt(calendar, addDays(closesOn, 1), '00:00'),
    until: closesOn,
  }
  return people.length === 0 ? 0 : invite(tx, keys, about, people, 'surveyMessage.invite')
}
