import { z } from 'zod'
import { route } from './route.ts'
import { SURVEY_KINDS, SurveyAnswers, SurveyComments, SurveyQuestion } from './survey-questions.ts'
import { LocalDate, Uuid } from './values.ts'

/** 160 bits in base64url. */
const SurveyToken = z.string().regex(/^[A-Za-z0-9_-]{27}$/)
const LinkParams = z.object({ estateId: Uuid, token: SurveyToken })
const path = '/api/v1/public/estates/:estateId/surveys/:token'
/** A phone asks a few times a minute; who asks more is no resident. Many share an address behind one exchange. */
const PER_MINUTE = 240

const LINK_STATES = ['open', 'used', 'over'] as const
/** What a resident sees: nothing about anybody, and no questions once it is answered or over. */
export const SurveyLink = z.object({
  state: z.enum(LINK_STATES),
  estateName: z.string(),
  kind: z.enum(SURVEY_KINDS),
  titleZh: z.string(),
  titleEn: z.string(),
  introZh: z.string(),
  introEn: z.string(),
  anonymous: z.boolean(),
  smallestGroup: z.number().int(),
  closesOn: LocalDate,
  /** In which language its receiver is written to. */
  language: z.enum(['zh', 'en']),
  freeText: z.boolean(),
  questions: z.array(SurveyQuestion.omit({ classDefault: true, effort: true })),
  answers: SurveyAnswers,
  comments: SurveyComments,
  /** 0: nothing kept on the server yet. */
  version: z.number().int(),
})
export type SurveyLink = z.infer<typeof SurveyLink>

const Filled = z.strictObject({ version: z.number().int().min(0), answers: SurveyAnswers, comments: SurveyComments })

export const getSurveyLink = route({
  id: 'getSurveyLink',
  method: 'GET',
  path,
  access: 'public',
  perMinute: PER_MINUTE,
  tag: 'surveys',
  summary: 'The questionnaire behind an invitation, with what was filled in so far',
  params: LinkParams,
  response: SurveyLink,
})
export const saveSurveyAnswers = route({
  id: 'saveSurveyAnswers',
  method: 'PUT',
  path,
  access: 'public',
  perMinute: PER_MINUTE,
  tag: 'surveys',
  summary: 'Keep what is filled in so far; E_VERSION_STALE when another page was faster',
  params: LinkParams,
  body: Filled,
  response: z.object({ version: z.number().int() }),
})
export const sendSurveyAnswers = route({
  id: 'sendSurveyAnswers',
  method: 'POST',
  path: `${path}/send`,
  access: 'public',
  perMinute: PER_MINUTE,
  tag: 'surveys',
  summary: 'Send the answers; once for each invitation',
  params: LinkParams,
  body: Filled,
  response: z.object({ state: z.literal('used') }),
})
