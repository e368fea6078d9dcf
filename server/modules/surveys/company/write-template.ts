import { isRefusal, type Refusal, refuse } from '#contract/refusal.ts'
import type { BodyOf } from '#contract/route.ts'
import type {
  createSurveyTemplate as createRoute,
  saveSurveyTemplate as saveRoute,
  TEMPLATE_VERBS,
  TemplateView,
} from '#contract/survey-templates.ts'
import type { Uuid } from '#contract/values.ts'
import { audit } from '#platform/audit/audit.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { refuseDuplicate } from '#platform/db/duplicate.ts'
import type { Tx } from '#platform/db/tx.ts'
import { newId } from '#platform/ids.ts'
import { companySettingsOf } from '#platform/settings/settings.ts'
import { columnsOf, kindOf, questionsOf } from '../design/questionnaire.ts'
import { checkQuestions } from '../design/questions.rules.ts'
import { bareTemplate, changeTemplate, insertTemplate, type TemplateRow, templateRevisions } from './template.store.ts'
import { companyOf, fits, mayMove, readTemplate } from './templates.ts'

type Verb = (typeof TEMPLATE_VERBS)[number]

const record = (tx: Tx, actor: Actor, id: Uuid, action: string, after?: Record<string, unknown>) =>
  audit(tx, actor, {
    estateId: null,
    action: `surveyTemplate.${action}`,
    subjectKind: 'surveyTemplate',
    subjectId: id,
    ...(after ? { after } : {}),
  })

/** What every estate gets is for a role that spans the company to write. */
export const createTemplate = async (
  tx: Tx,
  actor: Actor,
  { kind, titleZh, titleEn }: BodyOf<typeof createRoute>,
): Promise<TemplateView | Refusal> => {
  const companyId = companyOf(actor)
  if (isRefusal(companyId)) return companyId
  if (!(await mayMove(tx, actor, 'save'))) return refuse('E_FORBIDDEN')
  const id = newId()
  await insertTemplate(tx, {
    id,
    company_id: companyId,
    root_id: id,
    revision: 1,
    kind,
    title_zh: titleZh,
    title_en: titleEn,
    created_by: actor.id,
  })
  await record(tx, actor, id, 'create', { kind })
  return readTemplate(tx, actor, id)
}

/** The row, held alone, when the move may be made from where it is. E_FORBIDDEN, E_NOT_FOUND, E_STATE_CHANGED, E_VERSION_STALE. */
const heldFor = async (
  tx: Tx,
  actor: Actor,
  verb: Verb,
  { id, version }: { id: Uuid; version: number },
): Promise<TemplateRow | Refusal> => {
  const companyId = companyOf(actor)
  if (isRefusal(companyId)) return companyId
  if (!(await mayMove(tx, actor, verb))) return refuse('E_FORBIDDEN')
  const row = await bareTemplate(tx, companyId, id, 'update')
  if (!row) return refuse('E_NOT_FOUND', { field: 'params.id' })
  if (!fits(verb, row)) return refuse('E_STATE_CHANGED', { details: { state: row.state } })
  return row.version === version ? row : refuse('E_VERSION_STALE')
}

/** E_STATE_CHANGED once it was published, and what `checkQuestions` says. */
export const saveTemplate = async (
  tx: Tx,
  actor: Actor,
  id: Uuid,
  body: BodyOf<typeof saveRoute>,
): Promise<TemplateView | Refusal> => {
  const row = await heldFor(tx, actor, 'save', { id, version: body.version })
  if (isRefusal(row)) return row
  const limit = (await companySettingsOf(tx, row.company_id)).get('survey.pairLimit')
  const wrong = checkQuestions(kindOf(row), body.questions, limit)
  if (wrong) return wrong
  await changeTemplate(tx, row, body.version, {
    ...columnsOf(body),
    sample: JSON.stringify(body.sample),
  })
  await record(tx, actor, id, 'save', { questions: body.questions.length, anonymous: body.anonymous })
  return readTemplate(tx, actor, id)
}

/** E_SURVEY_EMPTY without a question; afterwards it never changes. */
export const publishTemplate = async (
  tx: Tx,
  actor: Actor,
  id: Uuid,
  version: number,
): Promise<TemplateView | Refusal> => {
  const row = await heldFor(tx, actor, 'publish', { id, version })
  if (isRefusal(row)) return row
  const questions = questionsOf(row)
  if (questions.length === 0) return refuse('E_SURVEY_EMPTY')
  const limit = (await companySettingsOf(tx, row.company_id)).get('survey.pairLimit')
  const wrong = checkQuestions(kindOf(row), questions, limit)
  if (wrong) return wrong
  await changeTemplate(tx, row, version, { state: 'published', published_at: tx.now, published_by: actor.id })
  await record(tx, actor, id, 'publish')
  return readTemplate(tx, actor, id)
}

/** It is rolled out no more; surveys that estates have of it go on. */
export const retireTemplate = async (
  tx: Tx,
  actor: Actor,
  id: Uuid,
  version: number,
): Promise<TemplateView | Refusal> => {
  const row = await heldFor(tx, actor, 'retire', { id, version })
  if (isRefusal(row)) return row
  await changeTemplate(tx, row, version, { state: 'retired', retired_at: tx.now, retired_by: actor.id })
  await record(tx, actor, id, 'retire')
  return readTemplate(tx, actor, id)
}

/** The next revision as a draft. E_DUPLICATE while another draft of the same questionnaire is open. */
export const reviseTemplate = async (
  tx: Tx,
  actor: Actor,
  id: Uuid,
  version: number,
): Promise<TemplateView | Refusal> => {
  const row = await heldFor(tx, actor, 'revise', { id, version })
  if (isRefusal(row)) return row
  const revision = Math.max(...(await templateRevisions(tx, row.company_id, row.root_id)).map((r) => r.revision)) + 1
  const next = newId()
  const keys = { survey_template_revision_key: 'params.id', survey_template_draft_key: 'params.id' }
  const made = await refuseDuplicate(keys, () =>
    insertTemplate(tx, {
      id: next,
      company_id: row.company_id,
      root_id: row.root_id,
      revision,
      kind: row.kind,
      title_zh: row.title_zh,
      title_en: row.title_en,
      intro_zh: row.intro_zh,
      intro_en: row.intro_en,
      questions: JSON.stringify(row.questions),
      free_text: row.free_text,
      anonymous: row.anonymous,
      sample: JSON.stringify(row.sample),
      created_by: actor.id,
    }),
  )
  if (made) return made
  await record(tx, actor, next, 'revise', { revision, from: id })
  return readTemplate(tx, actor, next)
}
