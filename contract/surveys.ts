import { z } from 'zod'
import { DayRange } from './desk.ts'
import { OneInEstate, Version } from './estate.ts'
import { EstateParams, Person } from './matters.ts'
import { PageQuery, pageOf } from './paging.ts'
import type { Permission } from './permissions.ts'
import { NewQuestionnaire, QuestionnaireBody, QuestionnaireLine, QuestionnairePage } from './questionnaire.ts'
import { route } from './route.ts'
import { SURVEY_KINDS, TENURES } from './survey-questions.ts'
import { Instant, LocalDate, text, Uuid } from './values.ts'

export const SURVEYS = '/api/v1/estates/:estateId/surveys'
/** Whoever has anything to do with surveys. */
export const SURVEY_PEOPLE = ['survey.read', 'survey.design', 'survey.run', 'survey.enter'] as const
export const SURVEY_STATES = ['draft', 'opened', 'closed'] as const
type SurveyState = (typeof SURVEY_STATES)[number]

export const MOVES = ['save', 'open', 'close', 'revise', 'enter'] as const
type Move = { from: readonly SurveyState[]; to: SurveyState; by: Permission }
/** What may be done with a survey, and by whom: routes, buttons and docs/domain read it here. `revise` makes another one. */
export const SURVEY_MOVES = {
  save: { from: ['draft'], to: 'draft', by: 'survey.design' },
  open: { from: ['draft'], to: 'opened', by: 'survey.run' },
  enter: { from: ['opened'], to: 'opened', by: 'survey.enter' },
  close: { from: ['opened'], to: 'closed', by: 'survey.run' },
  revise: { from: ['opened', 'closed'], to: 'draft', by: 'survey.design' },
} as const satisfies Record<(typeof MOVES)[number], Move>
export const SAMPLE_METHODS = ['all', 'random', 'stratified'] as const
/** By what a sample is divided into strata. */
export const STRATUM_PARTS = ['building', 'tenure', 'since'] as const
export type StratumPart = (typeof STRATUM_PARTS)[number]

/** Whom to ask: drawn again with the same seed it is the same sample. */
export const SurveySample = z.strictObject({
  method: z.enum(SAMPLE_METHODS).default('all'),
  roles: z.array(z.enum(TENURES)).min(1).max(4).default(['owner', 'tenant']),
  size: z.number().int().min(1).max(100_000).nullable().default(null),
  by: z.array(z.enum(STRATUM_PARTS)).max(3).default(['building', 'tenure']),
  /** Stratum to number; what is not said is shared out by the strata's members. */
  quotas: z.record(z.string().max(120), z.number().int().min(0).max(100_000)).default({}),
  seed: z
    .string()
    .regex(/^[0-9a-f]{8,32}$/)
    .nullable()
    .default(null),
})
export type SurveySample = z.output<typeof SurveySample>

export const SurveyLine = QuestionnaireLine.extend({
  state: z.enum(SURVEY_STATES),
  invited: z.number().int(),
  answered: z.number().int(),
  openedAt: Instant.nullable(),
  closesOn: LocalDate.nullable(),
  closedAt: Instant.nullable(),
  /** The questionnaire of the company that it was made from; its questions are the company's. */
  templateId: Uuid.nullable(),
  /** A draft that opens by itself on this day. */
  opensOn: LocalDate.nullable(),
})
export type SurveyLine = z.infer<typeof SurveyLine>

export const SurveyView = SurveyLine.extend(QuestionnairePage.shape).extend({
  /** Why it did not open by itself; an error code. */
  openRefused: z.string().nullable(),
  sample: SurveySample,
  /** Residents answer no more, but paper that they handed in is typed in until this day; then it closes by itself. */
  paperOnlyUntil: LocalDate.nullable(),
  openedBy: Person.nullable(),
  closedBy: Person.nullable(),
  /** Answers of an anonymous survey that wait to be counted in together with others. */
  waiting: z.number().int(),
  /** Other revisions of the same questionnaire. */
  revisions: z.array(z.object({ id: Uuid, revision: z.number().int(), state: z.enum(SURVEY_STATES) })),
  /** What the caller may do with it now. */
  moves: z.array(z.enum(MOVES)),
})
export type SurveyView = z.infer<typeof SurveyView>

export const listSurveys = route({
  id: 'listSurveys',
  method: 'GET',
  path: SURVEYS,
  access: SURVEY_PEOPLE,
  tag: 'surveys',
  summary: 'Surveys of an estate with how many were asked and have answered, newest first',
  params: EstateParams,
  query: PageQuery.extend({
    kind: z.enum(SURVEY_KINDS).optional(),
    state: z.enum(SURVEY_STATES).optional(),
    /** A part of either title. */
    q: text(100).optional(),
    /** Those that took answers on some day of this time; a draft by the day it was begun. */
    ...DayRange.shape,
  }),
  response: pageOf(SurveyLine),
})
export const createSurvey = route({
  id: 'createSurvey',
  method: 'POST',
  path: SURVEYS,
  access: 'survey.design',
  tag: 'surveys',
  summary: 'Begin a questionnaire; it is a draft',
  params: EstateParams,
  body: NewQuestionnaire,
  response: SurveyView,
  status: 201,
})
export const getSurvey = route({
  id: 'getSurvey',
  method: 'GET',
  path: `${SURVEYS}/:id`,
  access: SURVEY_PEOPLE,
  tag: 'surveys',
  summary: 'A questionnaire with its questions and its sample',
  params: OneInEstate,
  response: SurveyView,
})
export const saveSurvey = route({
  id: 'saveSurvey',
  method: 'PUT',
  path: `${SURVEYS}/:id`,
  access: SURVEY_MOVES.save.by,
  tag: 'surveys',
  summary:
    'Write a draft; E_SURVEY_OPENED afterwards, E_PAIR_LIMIT for more pairs than residents will answer, E_COMPANY_SURVEY for other questions than those of the company',
  params: OneInEstate,
  body: QuestionnaireBody.extend({ sample: SurveySample }),
  response: SurveyView,
})
const asSeen = z.strictObject({ version: Version })
export const openSurvey = route({
  id: 'openSurvey',
  method: 'POST',
  path: `${SURVEYS}/:id/open`,
  access: SURVEY_MOVES.open.by,
  tag: 'surveys',
  summary: 'Draw the sample, send the invitations, take answers; the questionnaire never changes from now on',
  params: OneInEstate,
  body: asSeen,
  response: SurveyView,
})
export const closeSurvey = route({
  id: 'closeSurvey',
  method: 'POST',
  path: `${SURVEYS}/:id/close`,
  access: SURVEY_MOVES.close.by,
  tag: 'surveys',
  summary: 'Take no more answers; what was found is kept beside the defaults of the catalogue',
  params: OneInEstate,
  body: asSeen,
  response: SurveyView,
})
export const reviseSurvey = route({
  id: 'reviseSurvey',
  method: 'POST',
  path: `${SURVEYS}/:id/revise`,
  access: SURVEY_MOVES.revise.by,
  tag: 'surveys',
  summary: 'A new draft from this one, as its next revision',
  params: OneInEstate,
  body: asSeen,
  response: SurveyView,
  status: 201,
})
