import { isRefusal, type Refusal, refuse } from '#contract/refusal.ts'
import type { AnswerOf, QueryOf } from '#contract/route.ts'
import { shownFrom } from '#contract/rules/shown-from.ts'
import { SINCE_BANDS, SurveyAnswers, SurveyComments, TENURES } from '#contract/survey-questions.ts'
import {
  type getSurveyComment,
  type listSurveyComments,
  type listSurveyResponses,
  SurveyCommentLine,
  type SurveyResponseLine,
} from '#contract/survey-results.ts'
import type { Uuid } from '#contract/values.ts'
import { type Actor, may } from '#platform/auth/actor.ts'
import { encodeCursor } from '#platform/db/cursor.ts'
import { keysetOf } from '#platform/db/keyset.ts'
import type { Tx } from '#platform/db/tx.ts'
import { settingsOf } from '#platform/settings/settings.ts'
import { findSurvey } from '../design/survey.store.ts'
import type { SurveyOf } from '../design/write-survey.ts'
import { pairsOf } from './cells.rules.ts'
import { type CommentRow, findComment, listCommentRows, listResponseRows, type ResponseRow } from './responses.store.ts'
import { countResponses } from './results.store.ts'

/** E_NOT_FOUND, and E_TOO_FEW of an anonymous survey that too few have answered. */
const mayShow = async (tx: Tx, { estateId, id }: SurveyOf): Promise<Refusal | undefined> => {
  const survey = await findSurvey(tx, estateId, id)
  if (!survey) return refuse('E_NOT_FOUND', { field: 'params.id' })
  const k = (await settingsOf(tx, estateId)).get('survey.smallestGroup')
  if (survey.anonymous && (await countResponses(tx, estateId, id)) < k)
    return refuse('E_TOO_FEW', { details: { smallest: shownFrom(survey.state, k) } })
  return undefined
}

const present = (row: ResponseRow): SurveyResponseLine => ({
  id: row.id,
  on: row.on_date,
  source: row.source,
  building: row.building_name,
  tenure: TENURES.find((t) => t === row.tenure) ?? null,
  since: SINCE_BANDS.find((s) => s === row.since) ?? null,
  answers: SurveyAnswers.parse(row.answers),
  comments: SurveyComments.parse(row.comments),
})

/** The answers behind a figure. */
export const listResponses = async (
  tx: Tx,
  given: SurveyOf,
  query: QueryOf<typeof listSurveyResponses>,
): Promise<{ rows: SurveyResponseLine[]; next: string | null } | Refusal> => {
  const after = keysetOf(query.cursor, ['uuid'])
  if (isRefusal(after)) return after
  const hidden = await mayShow(tx, given)
  if (hidden) return hidden
  const rows = await listResponseRows(tx, given.estateId, given.id, {
    ...query,
    pairs: query.class && pairsOf(query.class),
    after: after?.[0],
  })
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  return { rows: page.map(present), next: rows.length > query.limit && last ? encodeCursor([last.id]) : null }
}

const presentComment = (row: CommentRow): SurveyCommentLine =>
  SurveyCommentLine.parse({
    id: `${row.id}-${row.at}`,
    on: row.on_date,
    building: row.building_name,
    touchpoint: row.touchpoint,
    text: row.text,
  })

/** One comment; whose it is only for whoever may see customers. */
export const readComment = async (
  tx: Tx,
  actor: Actor,
  { responseId, ...given }: SurveyOf & { responseId: Uuid },
  { at }: QueryOf<typeof getSurveyComment>,
): Promise<AnswerOf<typeof getSurveyComment> | Refusal> => {
  const hidden = await mayShow(tx, given)
  if (hidden) return hidden
  const row = await findComment(tx, given.estateId, given.id, { responseId, at })
  if (!row) return refuse('E_NOT_FOUND', { field: 'params.responseId' })
  const named = may(actor, 'customer.read', given.estateId)
  return {
    ...presentComment(row),
    customer: named && row.customer_id ? { id: row.customer_id, name: row.customer_name ?? '' } : null,
    unit: named && row.unit_id ? { id: row.unit_id, display: row.unit_display ?? '' } : null,
  }
}

/** What people wrote. */
export const listComments = async (
  tx: Tx,
  given: SurveyOf,
  query: QueryOf<typeof listSurveyComments>,
): Promise<{ rows: SurveyCommentLine[]; next: string | null } | Refusal> => {
  const after = keysetOf(query.cursor, ['uuid', 'text'])
  if (isRefusal(after)) return after
  const at = Number(after?.[1])
  if (after && !(Number.isSafeInteger(at) && at > 0)) return refuse('E_INPUT', { field: 'query.cursor' })
  const hidden = await mayShow(tx, given)
  if (hidden) return hidden
  const from = after ? { id: after[0], at } : undefined
  const rows = await listCommentRows(tx, given.estateId, given.id, query, from)
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  return {
    rows: page.map(presentComment),
    next: rows.length > query.limit && last ? encodeCursor([last.id, String(last.at)]) : null,
  }
}
