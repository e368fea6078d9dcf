import { z } from 'zod'
import { isRefusal, type Refusal, refuse } from '#contract/refusal.ts'
import type { AnswerOf, QueryOf } from '#contract/route.ts'
import {
  type listSurveyTemplates,
  TEMPLATE_MOVES,
  TEMPLATE_STATES,
  TEMPLATE_VERBS,
  type TemplateLine,
  TemplateSample,
  type TemplateView,
} from '#contract/survey-templates.ts'
import type { Uuid } from '#contract/values.ts'
import { type Actor, estatesWith } from '#platform/auth/actor.ts'
import { holdsCompanyWide } from '#platform/auth/company-wide.ts'
import type { Tx } from '#platform/db/tx.ts'
import { companySettingsOf } from '#platform/settings/settings.ts'
import { person, presentLine, presentPage } from '../design/questionnaire.ts'
import {
  findTemplate,
  type ListedTemplate,
  listTemplateRows,
  type TemplateRow,
  templateRevisions,
} from './template.store.ts'

type Verb = (typeof TEMPLATE_VERBS)[number]
const State = z.enum(TEMPLATE_STATES)

/** E_FORBIDDEN for somebody of no company. */
export const companyOf = (actor: Actor): Uuid | Refusal => actor.companyId ?? refuse('E_FORBIDDEN')

const both = (actor: Actor, permission: 'survey.read' | 'survey.run'): Uuid[] => {
  const company = new Set(estatesWith(actor, ['dashboard.company']))
  return estatesWith(actor, [permission]).filter((id) => company.has(id))
}
/** Estates whose surveys the person may look at for the company, and to which they may give one. */
export const estatesToRead = (actor: Actor): Uuid[] => both(actor, 'survey.read')
export const estatesToRollOut = (actor: Actor): Uuid[] => both(actor, 'survey.run')

const presentTemplateLine = (row: ListedTemplate): TemplateLine => ({
  ...presentLine(row),
  state: State.parse(row.state),
  estates: row.estates,
  publishedAt: row.published_at,
  retiredAt: row.retired_at,
})

export const listTemplates = async (
  tx: Tx,
  actor: Actor,
  query: QueryOf<typeof listSurveyTemplates>,
): Promise<AnswerOf<typeof listSurveyTemplates> | Refusal> => {
  const companyId = companyOf(actor)
  if (isRefusal(companyId)) return companyId
  const page = await listTemplateRows(tx, { companyId, estates: estatesToRead(actor) }, query)
  return isRefusal(page) ? page : { rows: page.rows.map(presentTemplateLine), next: page.next }
}

/** Whether the person may make this move at all, whatever the state. */
export const mayMove = async (tx: Tx, actor: Actor, verb: Verb): Promise<boolean> => {
  const { by, whole } = TEMPLATE_MOVES[verb]
  return whole ? holdsCompanyWide(tx, actor, by) : estatesToRollOut(actor).length > 0
}
export const fits = (verb: Verb, { state }: Pick<TemplateRow, 'state'>): boolean =>
  TEMPLATE_MOVES[verb].from.some((one) => one === state)

/** A questionnaire has one draft at a time: while there is one, no other is begun. */
const movesOf = async (tx: Tx, actor: Actor, row: TemplateRow, drafted: boolean): Promise<Verb[]> => {
  const moves: Verb[] = []
  for (const verb of TEMPLATE_VERBS)
    if (fits(verb, row) && !(verb === 'revise' && drafted) && (await mayMove(tx, actor, verb))) moves.push(verb)
  return moves
}

/** One questionnaire of the company with all that belongs to it. E_NOT_FOUND also for that of another company. */
export const readTemplate = async (tx: Tx, actor: Actor, id: Uuid): Promise<TemplateView | Refusal> => {
  const companyId = companyOf(actor)
  if (isRefusal(companyId)) return companyId
  const row = await findTemplate(tx, { companyId, estates: estatesToRead(actor) }, id)
  if (!row) return refuse('E_NOT_FOUND', { field: 'params.id' })
  const settings = await companySettingsOf(tx, companyId)
  const revisions = await templateRevisions(tx, companyId, row.root_id)
  return {
    ...presentTemplateLine(row),
    ...presentPage(row, {
      pairLimit: settings.get('survey.pairLimit'),
      smallestGroup: settings.get('survey.smallestGroup'),
    }),
    sample: TemplateSample.parse(row.sample),
    publishedBy: person(row.published_by, row.published_name),
    retiredBy: person(row.retired_by, row.retired_name),
    revisions: revisions.filter((r) => r.id !== id).map((r) => ({ ...r, state: State.parse(r.state) })),
    moves: await movesOf(
      tx,
      actor,
      row,
      revisions.some((r) => r.state === 'draft'),
    ),
  }
}
