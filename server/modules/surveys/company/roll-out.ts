import { isRefusal, type Refusal, refuse } from '#contract/refusal.ts'
import type { AnswerOf, BodyOf, QueryOf } from '#contract/route.ts'
import {
  type listSurveyRollOut,
  ROLL_OUT_STATES,
  type RollOutLine,
  type rollOutSurveyTemplate,
} from '#contract/survey-roll-out.ts'
import type { Uuid } from '#contract/values.ts'
import { audit } from '#platform/audit/audit.ts'
import { type Actor, SYSTEM } from '#platform/auth/actor.ts'
import { inTransaction, type Tx } from '#platform/db/tx.ts'
import { localText } from '#platform/documents/local-text.ts'
import type { House } from '#platform/house.ts'
import { openSurvey } from '../design/open-survey.ts'
import { wilson } from '../results/kano.rules.ts'
import { insertRollOut, listDue, listRollOutRows, noteRefused, type RollOutRow } from './roll-out.store.ts'
import { bareTemplate } from './template.store.ts'
import { companyOf, estatesToRead, estatesToRollOut, fits } from './templates.ts'

/**
 * Gives a published questionnaire to estates, each once, however often it is asked for. E_STATE_CHANGED for one that is no
 * longer published, E_NOT_FOUND beside an estate that is not the caller's, E_TIME_PAST for a day gone by.
 */
export const rollOut = async (
  tx: Tx,
  actor: Actor,
  id: Uuid,
  { estates, opensOn }: BodyOf<typeof rollOutSurveyTemplate>,
): Promise<AnswerOf<typeof rollOutSurveyTemplate> | Refusal> => {
  const companyId = companyOf(actor)
  if (isRefusal(companyId)) return companyId
  const reach = estatesToRollOut(actor)
  if (reach.length === 0) return refuse('E_FORBIDDEN')
  const template = await bareTemplate(tx, companyId, id, 'share')
  if (!template) return refuse('E_NOT_FOUND', { field: 'params.id' })
  if (!fits('rollOut', template)) return refuse('E_STATE_CHANGED', { details: { state: template.state } })
  const wanted = estates === 'all' ? reach : [...new Set(estates)]
  const own = new Set(reach)
  if (wanted.some((estate) => !own.has(estate))) return refuse('E_NOT_FOUND', { field: 'body.estates' })
  // the days of a company are those of the country
  const today = localText(tx.now, 'Asia/Shanghai').slice(0, 10)
  if (opensOn !== null && opensOn < today)
    return refuse('E_TIME_PAST', { field: 'body.opensOn', details: { earliest: today } })
  const added = await insertRollOut(tx, wanted, { templateId: id, opensOn, by: actor.id })
  await audit(tx, actor, {
    estateId: null,
    action: 'surveyTemplate.rollOut',
    subjectKind: 'surveyTemplate',
    subjectId: id,
    after: { added: added.length, opensOn },
  })
  for (const estateId of added) tx.tell({ estateId, topic: 'surveys' })
  return { added: added.length, already: wanted.length - added.length }
}

const presentLine = (row: RollOutRow): RollOutLine => ({
  estate: { id: row.estate_id, code: row.code, name: row.name },
  state: ROLL_OUT_STATES.find((state) => state === row.state) ?? 'none',
  surveyId: row.survey_id,
  opensOn: row.opens_on,
  refused: row.open_refused,
  openedAt: row.opened_at,
  closesOn: row.closes_on,
  closedAt: row.closed_at,
  invited: row.invited,
  answered: row.answered,
  rate: wilson(row.used, row.invited),
})

/** Each estate of the caller with how far the questionnaire has come in it. */
export const listRollOut = async (
  tx: Tx,
  actor: Actor,
  id: Uuid,
  query: QueryOf<typeof listSurveyRollOut>,
): Promise<AnswerOf<typeof listSurveyRollOut> | Refusal> => {
  const companyId = companyOf(actor)
  if (isRefusal(companyId)) return companyId
  if (!(await bareTemplate(tx, companyId, id, 'none'))) return refuse('E_NOT_FOUND', { field: 'params.id' })
  const page = await listRollOutRows(tx, { templateId: id, estates: estatesToRead(actor) }, query)
  return isRefusal(page) ? page : { rows: page.rows.map(presentLine), next: page.next }
}

/** Opens what is due, each in a transaction of its own; what cannot be opened stays a draft that says why. */
export const openRolledOut = async (house: House): Promise<void> => {
  const due = await inTransaction(house.database, { scope: 'all', readOnly: true }, listDue)
  if (isRefusal(due)) return
  for (const row of due) {
    const scope = [row.estate_id]
    try {
      const opened = await inTransaction(house.database, { scope }, (tx) =>
        openSurvey(tx, SYSTEM, house.keys, { estateId: row.estate_id, id: row.id }, row.version),
      )
      // somebody was faster
      if (!isRefusal(opened) || opened.code === 'E_STATE_CHANGED' || opened.code === 'E_VERSION_STALE') continue
      await inTransaction(house.database, { scope }, (tx) => noteRefused(tx, row, opened.code))
    } catch (error) {
      house.log.error({ err: error, estateId: row.estate_id, survey: row.id }, 'survey not opened')
    }
  }
}
