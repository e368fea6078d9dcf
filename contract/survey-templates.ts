import { z } from 'zod'
import { Version } from './estate.ts'
import { Person } from './matters.ts'
import { PageQuery, pageOf } from './paging.ts'
import type { Permission } from './permissions.ts'
import { NewQuestionnaire, QuestionnaireBody, QuestionnaireLine, QuestionnairePage } from './questionnaire.ts'
import { route } from './route.ts'
import { SURVEY_KINDS } from './survey-questions.ts'
import { SurveySample } from './surveys.ts'
import { Instant, Uuid } from './values.ts'

export const TEMPLATES = '/api/v1/survey-templates'
export const TemplateParams = z.object({ id: Uuid })
/** Who looks over the estates of the company. */
export const TEMPLATE_READER = 'dashboard.company' satisfies Permission

export const TEMPLATE_STATES = ['draft', 'published', 'retired'] as const
type TemplateState = (typeof TEMPLATE_STATES)[number]
export const TEMPLATE_VERBS = ['save', 'publish', 'rollOut', 'retire', 'revise'] as const
type Move = { from: readonly TemplateState[]; to: TemplateState; by: Permission; whole: boolean }
/**
 * What may be done with a questionnaire of the company, and by whom: routes, buttons and docs/domain read it here. `whole`:
 * only by a role that spans the company, because it changes what every estate gets. `revise` makes another one.
 */
export const TEMPLATE_MOVES = {
  save: { from: ['draft'], to: 'draft', by: 'survey.design', whole: true },
  publish: { from: ['draft'], to: 'published', by: 'survey.design', whole: true },
  rollOut: { from: ['published'], to: 'published', by: 'survey.run', whole: false },
  retire: { from: ['draft', 'published'], to: 'retired', by: 'survey.design', whole: true },
  revise: { from: ['published', 'retired'], to: 'draft', by: 'survey.design', whole: true },
} as const satisfies Record<(typeof TEMPLATE_VERBS)[number], Move>

/** How each estate draws its sample; quotas and lots are its own. */
export const TemplateSample = SurveySample.omit({ quotas: true, seed: true })

export const TemplateLine = QuestionnaireLine.extend({
  state: z.enum(TEMPLATE_STATES),
  /** Estates of the caller that have it. */
  estates: z.number().int(),
  publishedAt: Instant.nullable(),
  retiredAt: Instant.nullable(),
})
export type TemplateLine = z.infer<typeof TemplateLine>

export const TemplateView = TemplateLine.extend(QuestionnairePage.shape).extend({
  sample: TemplateSample,
  publishedBy: Person.nullable(),
  retiredBy: Person.nullable(),
  revisions: z.array(z.object({ id: Uuid, revision: z.number().int(), state: z.enum(TEMPLATE_STATES) })),
  /** What the caller may do with it now. */
  moves: z.array(z.enum(TEMPLATE_VERBS)),
})
export type TemplateView = z.infer<typeof TemplateView>

export const listSurveyTemplates = route({
  id: 'listSurveyTemplates',
  method: 'GET',
  path: TEMPLATES,
  access: TEMPLATE_READER,
  tag: 'surveys',
  summary: 'Questionnaires of the company with how many estates have them, newest first',
  query: PageQuery.extend({ kind: z.enum(SURVEY_KINDS).optional(), state: z.enum(TEMPLATE_STATES).optional() }),
  response: pageOf(TemplateLine),
})
export const createSurveyTemplate = route({
  id: 'createSurveyTemplate',
  method: 'POST',
  path: TEMPLATES,
  access: TEMPLATE_MOVES.save.by,
  tag: 'surveys',
  summary: 'Begin a questionnaire of the company; it is a draft',
  body: NewQuestionnaire,
  response: TemplateView,
  status: 201,
})
export const viewSurveyTemplate = route({
  id: 'viewSurveyTemplate',
  method: 'GET',
  path: `${TEMPLATES}/:id`,
  access: TEMPLATE_READER,
  tag: 'surveys',
  summary: 'A questionnaire of the company with its questions and how to draw the sample',
  params: TemplateParams,
  response: TemplateView,
})
export const saveSurveyTemplate = route({
  id: 'saveSurveyTemplate',
  method: 'PUT',
  path: `${TEMPLATES}/:id`,
  access: TEMPLATE_MOVES.save.by,
  tag: 'surveys',
  summary: 'Write a draft of the company; E_STATE_CHANGED once it was published',
  params: TemplateParams,
  body: QuestionnaireBody.extend({ sample: TemplateSample }),
  response: TemplateView,
})
const asSeen = z.strictObject({ version: Version })
export const publishSurveyTemplate = route({
  id: 'publishSurveyTemplate',
  method: 'POST',
  path: `${TEMPLATES}/:id/publish`,
  access: TEMPLATE_MOVES.publish.by,
  tag: 'surveys',
  summary: 'It never changes from now on and may be rolled out',
  params: TemplateParams,
  body: asSeen,
  response: TemplateView,
})
export const retireSurveyTemplate = route({
  id: 'retireSurveyTemplate',
  method: 'POST',
  path: `${TEMPLATES}/:id/retire`,
  access: TEMPLATE_MOVES.retire.by,
  tag: 'surveys',
  summary: 'It is rolled out no more; what estates have of it goes on',
  params: TemplateParams,
  body: asSeen,
  response: TemplateView,
})
export const reviseSurveyTemplate = route({
  id: 'reviseSurveyTemplate',
  method: 'POST',
  path: `${TEMPLATES}/:id/revise`,
  access: TEMPLATE_MOVES.revise.by,
  tag: 'surveys',
  summary: 'A new draft from this one, as its next revision; one draft at a time',
  params: TemplateParams,
  body: asSeen,
  response: TemplateView,
  status: 201,
})
