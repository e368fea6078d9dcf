import { type Refusal, refuse } from '#contract/refusal.ts'
import type { BodyOf } from '#contract/route.ts'
import type { createSurvey as createRoute, SurveyView, saveSurvey as saveRoute } from '#contract/surveys.ts'
import type { Uuid } from '#contract/values.ts'
import { audit } from '#platform/audit/audit.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { refuseDuplicate } from '#platform/db/duplicate.ts'
import type { Tx } from '#platform/db/tx.ts'
import { newId } from '#platform/ids.ts'
import { settingsOf } from '#platform/settings/settings.ts'
import { columnsOf, kindOf, questionsOf } from './questionnaire.ts'
import { checkQuestions } from './questions.rules.ts'
import { readSurvey } from './read-survey.ts'
import { changeSurvey, insertSurvey, lockSurvey, revisionsOf, type SurveyRow } from './survey.store.ts'

export type SurveyOf = { estateId: Uuid; id: Uuid }

/** A draft without questions. */
export const createSurvey = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  { kind, titleZh, titleEn }: BodyOf<typeof createRoute>,
): Promise<SurveyView | Refusal> => {
  const id = newId()
  await insertSurvey(tx, estateId, {
    id,
    root_id: id,
    revision: 1,
    kind,
    title_zh: titleZh,
    title_en: titleEn,
    created_by: actor.id,
  })
  await audit(tx, actor, { estateId, action: 'survey.create', subjectKind: 'survey', subjectId: id, after: { kind } })
  tx.tell({ estateId, topic: 'surveys' })
  return readSurvey(tx, actor, estateId, id)
}

/** What of a questionnaire of the company this body would say otherwise; whom to ask is the estate's own. */
const changedText = (row: SurveyRow, body: BodyOf<typeof saveRoute>): string | undefined => {
  const own: Record<string, unknown> = {
    questions: questionsOf(row),
    titleZh: row.title_zh,
    titleEn: row.title_en,
    introZh: row.intro_zh,
    introEn: row.intro_en,
    freeText: row.free_text,
    anonymous: row.anonymous,
  }
  const asked: Record<string, unknown> = { ...body, introZh: body.introZh ?? '', introEn: body.introEn ?? '' }
  return Object.keys(own).find((field) => JSON.stringify(own[field]) !== JSON.stringify(asked[field]))
}

/** E_COMPANY_SURVEY for other words or questions than the company's, E_SURVEY_OPENED once it was opened, E_VERSION_STALE when somebody wrote meanwhile, and what `checkQuestions` says. */
export const saveSurvey = async (
  tx: Tx,
  actor: Actor,
  { estateId, id }: SurveyOf,
  body: BodyOf<typeof saveRoute>,
): Promise<SurveyView | Refusal> => {
  const row = await lockSurvey(tx, estateId, id)
  if (!row) return refuse('E_NOT_FOUND', { field: 'params.id' })
  if (row.state !== 'draft') return refuse('E_SURVEY_OPENED')
  const foreign = row.template_id === null ? undefined : changedText(row, body)
  if (foreign) return refuse('E_COMPANY_SURVEY', { field: `body.${foreign}` })
  // the company's were checked when it was published
  const wrong =
    row.template_id === null &&
    checkQuestions(kindOf(row), body.questions, (await settingsOf(tx, estateId)).get('survey.pairLimit'))
  if (wrong) return wrong
  const saved = await changeSurvey(
    tx,
    row,
    { state: 'draft', version: body.version },
    {
      ...columnsOf(body),
      sample: JSON.stringify(body.sample),
      // with another sample it may open by itself after all
      open_refused: null,
    },
  )
  if (!saved) return refuse('E_VERSION_STALE')
  await audit(tx, actor, {
    estateId,
    action: 'survey.save',
    subjectKind: 'survey',
    subjectId: id,
    after: { questions: body.questions.length, anonymous: body.anonymous },
  })
  tx.tell({ estateId, topic: 'surveys' })
  return readSurvey(tx, actor, estateId, id)
}

/** The next revision of a questionnaire that was opened; E_STATE_CHANGED for a draft, which is simply changed. */
export const reviseSurvey = async (
  tx: Tx,
  actor: Actor,
  { estateId, id }: SurveyOf,
  version: number,
): Promise<SurveyView | Refusal> => {
  const row = await lockSurvey(tx, estateId, id)
  if (!row) return refuse('E_NOT_FOUND', { field: 'params.id' })
  if (row.state === 'draft') return refuse('E_STATE_CHANGED')
  if (row.version !== version) return refuse('E_VERSION_STALE')
  const revision = Math.max(...(await revisionsOf(tx, estateId, row.root_id)).map((r) => r.revision)) + 1
  const next = newId()
  const made = await refuseDuplicate({ survey_revision_key: 'params.id' }, () =>
    insertSurvey(tx, estateId, {
      id: next,
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
      // another sample is drawn
      sample: JSON.stringify({ ...Object(row.sample), seed: null }),
      created_by: actor.id,
    }),
  )
  if (made) return made
  await audit(tx, actor, {
    estateId,
    action: 'survey.revise',
    subjectKind: 'survey',
    subjectId: next,
    after: { revision, from: id },
  })
  tx.tell({ estateId, topic: 'surveys' })
  return readSurvey(tx, actor, estateId, next)
}
