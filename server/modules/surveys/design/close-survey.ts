import { type Refusal, refuse } from '#contract/refusal.ts'
import type { SurveyView } from '#contract/surveys.ts'
import type { LocalDate, Uuid } from '#contract/values.ts'
import { audit } from '#platform/audit/audit.ts'
import { type Actor, SYSTEM } from '#platform/auth/actor.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import { localDateOf } from '#platform/calendar/working-days.rules.ts'
import type { Tx } from '#platform/db/tx.ts'
import { settingsOf } from '#platform/settings/settings.ts'
import { mixSurvey } from '../answer/mix-answers.ts'
import { deleteDraftsOf } from '../answer/response.store.ts'
import { emptyUploads } from '../answer/upload.store.ts'
import { countClosed } from '../company/count-sums.ts'
import { saidOf } from '../results/cells.rules.ts'
import { insertClasses } from '../results/class.store.ts'
import { kanoRuleOf } from '../results/read-results.ts'
import { countCells, countResponses } from '../results/results.store.ts'
import { closesBefore } from './paper-days.rules.ts'
import { questionsOf } from './questionnaire.ts'
import { readSurvey } from './read-survey.ts'
import { changeSurvey, lockSurvey, openSurveys, type SurveyRow } from './survey.store.ts'
import type { SurveyOf } from './write-survey.ts'

/** Takes no more answers, counts the last in, keeps what was found. E_STATE_CHANGED, E_VERSION_STALE. */
export const closeSurvey = async (
  tx: Tx,
  actor: Actor,
  { estateId, id }: SurveyOf,
  version: number,
): Promise<SurveyView | Refusal> => {
  const row = await lockSurvey(tx, estateId, id)
  if (!row) return refuse('E_NOT_FOUND', { field: 'params.id' })
  if (row.state !== 'opened') return refuse('E_STATE_CHANGED')
  return (await close(tx, actor, row, version)) ?? readSurvey(tx, actor, estateId, id)
}

const close = async (tx: Tx, actor: Actor, row: SurveyRow, version: number): Promise<Refusal | undefined> => {
  const day = localDateOf(await calendarOf(tx, row.estate_id), tx.now)
  const byHand = actor.kind === 'staff' ? actor.id : null
  const patch = { state: 'closed', closed_at: tx.now, closed_by: byHand }
  if (!(await changeSurvey(tx, row, { state: 'opened', version }, patch))) return refuse('E_VERSION_STALE')
  const k = (await settingsOf(tx, row.estate_id)).get('survey.smallestGroup')
  if (row.anonymous) {
    await mixSurvey(tx, row, { day, k, final: true })
    await emptyUploads(tx, row.estate_id, row.id)
  }
  await deleteDraftsOf(tx, row.estate_id, row.id)
  const found = await keepClasses(tx, row, day, k)
  if (row.template_id !== null) await countClosed(tx, row.estate_id, row.id)
  await audit(tx, actor, {
    estateId: row.estate_id,
    action: 'survey.close',
    subjectKind: 'survey',
    subjectId: row.id,
    after: { classes: found },
  })
  tx.tell({ estateId: row.estate_id, topic: 'surveys' })
  return undefined
}

/** Section 8, 5: what the pairs came to on this day; a later change of settings does not rewrite it. */
const keepClasses = async (tx: Tx, row: SurveyRow, day: LocalDate, k: number): Promise<number> => {
  if (row.anonymous && (await countResponses(tx, row.estate_id, row.id)) < k) return 0
  const rule = kanoRuleOf(await settingsOf(tx, row.estate_id))
  const cells = await countCells(tx, row.estate_id, row.id, null)
  const classes = questionsOf(row).flatMap((question) => {
    const { kano } = saidOf(question, cells, rule)
    if (!kano?.class) return []
    return [
      {
        survey_id: row.id,
        no: question.no,
        touchpoint: question.touchpoint,
        item_id: question.itemId,
        class: kano.class,
        n: kano.valid,
        significant: kano.significant,
        provisional: kano.provisional,
        on_date: day,
      },
    ]
  })
  await insertClasses(tx, row.estate_id, classes)
  return classes.length
}

/** Every night: surveys whose last day is over, and the days after it for paper too. */
export const closeOverSurveys = async (tx: Tx, estateId: Uuid): Promise<void> => {
  const today = localDateOf(await calendarOf(tx, estateId), tx.now)
  const overBy = closesBefore(today, (await settingsOf(tx, estateId)).get('survey.paperDays'))
  for (const { id } of await openSurveys(tx, estateId, { overBy })) {
    const row = await lockSurvey(tx, estateId, id)
    if (row?.state === 'opened') await close(tx, SYSTEM, row, row.version)
  }
}
