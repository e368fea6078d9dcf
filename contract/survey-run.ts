import { z } from 'zod'
import { OneInEstate } from './estate.ts'
import { PageQuery, pageOf } from './paging.ts'
import { route } from './route.ts'
import { SINCE_BANDS, SurveyAnswers, SurveyComments, TENURES } from './survey-questions.ts'
import { SURVEY_MOVES, SURVEY_PEOPLE, SURVEYS } from './surveys.ts'
import { Instant, text, Uuid } from './values.ts'

/** Why somebody who lives here is not asked. */
export const LEFT_OUT = ['noCallback', 'caution', 'twice'] as const
export type LeftOut = (typeof LEFT_OUT)[number]

/** Slips that are printed at once; more would be no sheet that somebody cuts out. */
export const MOST_SLIPS = 200

const Stratum = z.object({
  /** `building|tenure|since` of the parts that the sample is divided by. */
  key: z.string(),
  building: z.object({ id: Uuid, name: z.string() }).nullable(),
  tenure: z.enum(TENURES).nullable(),
  since: z.enum(SINCE_BANDS).nullable(),
  members: z.number().int(),
  quota: z.number().int(),
})
export type Stratum = z.infer<typeof Stratum>

export const getSurveySample = route({
  id: 'getSurveySample',
  method: 'GET',
  path: `${SURVEYS}/:id/sample`,
  access: ['survey.design', 'survey.run'],
  tag: 'surveys',
  summary: 'Whom the sample of a draft would ask today: frame, who is left out and why, strata with their quotas',
  params: OneInEstate,
  response: z.object({
    frame: z.number().int(),
    leftOut: z.record(z.enum(LEFT_OUT), z.number().int()),
    drawn: z.number().int(),
    withoutPhone: z.number().int(),
    strata: z.array(Stratum),
  }),
})

const ProgressLine = z.object({
  key: z.string(),
  building: z.object({ id: Uuid, name: z.string() }).nullable(),
  tenure: z.enum(TENURES),
  invited: z.number().int(),
  used: z.number().int(),
})
export const getSurveyProgress = route({
  id: 'getSurveyProgress',
  method: 'GET',
  path: `${SURVEYS}/:id/progress`,
  access: SURVEY_PEOPLE,
  tag: 'surveys',
  summary: 'How many were asked and have answered, by building and tenure',
  params: OneInEstate,
  response: z.object({
    invited: z.number().int(),
    used: z.number().int(),
    /** Answered without an invitation: sheets from a box. */
    boxed: z.number().int(),
    begun: z.number().int(),
    reminded: z.number().int(),
    expired: z.number().int(),
    seed: z.string().nullable(),
    lines: z.array(ProgressLine),
  }),
})

export const INVITATION_STATES = ['waiting', 'used', 'expired'] as const
export const InvitationLine = z.object({
  id: Uuid,
  no: z.number().int(),
  state: z.enum(INVITATION_STATES),
  name: z.string().nullable(),
  unit: z.string().nullable(),
  building: z.string().nullable(),
  tenure: z.enum(TENURES),
  channel: z.enum(['sms', 'slip']),
  /** Masked. */
  phone: z.string().nullable(),
  invitedAt: Instant,
  expiresAt: Instant,
  reminded: z.number().int(),
  remindedAt: Instant.nullable(),
})
export type InvitationLine = z.infer<typeof InvitationLine>

const Whom = {
  building: Uuid.optional(),
  tenure: z.enum(TENURES).optional(),
  channel: z.enum(['sms', 'slip']).optional(),
  /** Of a room, a name or a slip. */
  q: z.string().trim().max(60).optional(),
}
export const listSurveyInvitations = route({
  id: 'listSurveyInvitations',
  method: 'GET',
  path: `${SURVEYS}/:id/invitations`,
  access: ['survey.run', 'survey.enter'],
  tag: 'surveys',
  summary: 'Who was asked, by the number on the slip',
  params: OneInEstate,
  query: PageQuery.extend({ state: z.enum(INVITATION_STATES).optional(), ...Whom }),
  response: pageOf(InvitationLine),
})
export const showSurveyLink = route({
  id: 'showSurveyLink',
  method: 'POST',
  path: `${SURVEYS}/:id/invitations/:invitationId/link`,
  access: 'survey.run',
  tag: 'surveys',
  summary: 'The link of one invitation, to hand it over in person; logged with its purpose',
  params: OneInEstate.extend({ invitationId: Uuid }),
  body: z.strictObject({ purpose: text(200) }),
  response: z.object({ link: z.string() }),
})

export const printSurveySlips = route({
  id: 'printSurveySlips',
  method: 'GET',
  path: `${SURVEYS}/:id/slips.pdf`,
  access: 'survey.run',
  tag: 'surveys',
  summary: 'Slips to hand over with number and QR code, of invitations that can still be answered; logged',
  params: OneInEstate,
  query: z.object({
    ...Whom,
    /** The number after which to go on, where there are more than are printed at once. */
    after: z.coerce.number().int().min(0).max(1_000_000).optional(),
    lang: z.enum(['zh', 'en']).default('zh'),
  }),
  response: z.unknown(),
})
export const printSurveyPaper = route({
  id: 'printSurveyPaper',
  method: 'GET',
  path: `${SURVEYS}/:id/paper.pdf`,
  access: ['survey.design', 'survey.run', 'survey.enter'],
  tag: 'surveys',
  summary: 'The questionnaire on paper, its answers numbered as they are typed in',
  params: OneInEstate,
  query: z.object({ lang: z.enum(['zh', 'en']).default('zh') }),
  response: z.unknown(),
})

/** What a sheet of paper says; of a named survey the slip says whose it is. */
export const PaperAnswer = z.strictObject({
  paperNo: text(40),
  slipNo: z.number().int().min(1).max(1_000_000).nullable(),
  answers: SurveyAnswers,
  comments: SurveyComments,
})
export type PaperAnswer = z.output<typeof PaperAnswer>
export const enterSurveyPaper = route({
  id: 'enterSurveyPaper',
  method: 'POST',
  path: `${SURVEYS}/:id/papers`,
  access: SURVEY_MOVES.enter.by,
  tag: 'surveys',
  summary: 'A sheet of paper as the desk types it in; each sheet and each slip once',
  params: OneInEstate,
  body: PaperAnswer,
  response: z.object({ entered: z.number().int() }),
  status: 201,
})

export const getSurveyTemplate = route({
  id: 'getSurveyTemplate',
  method: 'GET',
  path: `${SURVEYS}/:id/paper-template`,
  access: 'survey.enter',
  tag: 'surveys',
  summary: 'An Excel sheet to type paper answers into',
  params: OneInEstate,
  query: z.object({ lang: z.enum(['zh', 'en']).default('zh') }),
  response: z.unknown(),
})
export const PAPER_PROBLEMS = [
  'paperMissing',
  'paperTwice',
  'paperKnown',
  'slipMissing',
  'slipUnknown',
  'slipUsed',
  'slipTwice',
  'value',
  'pairHalf',
  'nothing',
  'long',
] as const
const UploadLine = z.object({
  row: z.number().int(),
  paperNo: z.string(),
  slipNo: z.number().int().nullable(),
  answered: z.number().int(),
  /** Which column is wrong, and why. */
  problems: z.array(z.object({ column: z.string(), code: z.enum(PAPER_PROBLEMS), value: z.string() })),
})
export type UploadLine = z.infer<typeof UploadLine>
const SurveyUpload = z.object({
  id: Uuid,
  fileName: z.string(),
  state: z.enum(['read', 'applied']),
  rows: z.number().int(),
  good: z.number().int(),
  /** Taken over; the others stay here to be put right. */
  taken: z.number().int(),
  uploadedAt: Instant,
  lines: z.array(UploadLine),
})
export type SurveyUpload = z.infer<typeof SurveyUpload>
const UploadParams = OneInEstate.extend({ uploadId: Uuid })

export const uploadSurveyPapers = route({
  id: 'uploadSurveyPapers',
  method: 'POST',
  path: `${SURVEYS}/:id/uploads`,
  access: 'survey.enter',
  tag: 'surveys',
  summary: 'Paper answers as an Excel file (multipart field `file`); shown row by row before anything is taken over',
  params: OneInEstate,
  response: SurveyUpload,
  status: 201,
})
export const getSurveyUpload = route({
  id: 'getSurveyUpload',
  method: 'GET',
  path: `${SURVEYS}/:id/uploads/:uploadId`,
  access: 'survey.enter',
  tag: 'surveys',
  summary: 'What an uploaded file holds, row by row',
  params: UploadParams,
  response: SurveyUpload,
})
export const applySurveyUpload = route({
  id: 'applySurveyUpload',
  method: 'POST',
  path: `${SURVEYS}/:id/uploads/:uploadId/apply`,
  access: 'survey.enter',
  tag: 'surveys',
  summary: 'Take over the rows that are right; the others stay with their problems',
  params: UploadParams,
  body: z.strictObject({}),
  response: SurveyUpload,
})
export const getSurveyUploadProblems = route({
  id: 'getSurveyUploadProblems',
  method: 'GET',
  path: `${SURVEYS}/:id/uploads/:uploadId/problems`,
  access: 'survey.enter',
  tag: 'surveys',
  summary: 'The rows that were not taken over, as an Excel sheet to put right and upload again',
  params: UploadParams,
  query: z.object({ lang: z.enum(['zh', 'en']).default('zh') }),
  response: z.unknown(),
})
