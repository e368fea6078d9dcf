import { z } from 'zod'
import { Touchpoint } from './complaint-categories.ts'
import { OneInEstate } from './estate.ts'
import { PageQuery, pageOf } from './paging.ts'
import { route } from './route.ts'
import {
  SINCE_BANDS,
  SurveyAnswers,
  SurveyComment,
  SurveyComments,
  SurveyQuestion,
  TENURES,
} from './survey-questions.ts'
import { STRATUM_PARTS, SURVEYS } from './surveys.ts'
import type { KANO_CLASSES } from './touchpoints.ts'
import { Instant, LocalDate, Uuid } from './values.ts'

/** What a pair of answers says (section 5): M must-be, O one-dimensional, A attractive, I indifferent, R reverse, Q questionable. */
export const KANO_CODES = ['M', 'O', 'A', 'I', 'R', 'Q'] as const
export type KanoCode = (typeof KANO_CODES)[number]
export const KanoCounts = z.record(z.enum(KANO_CODES), z.number().int())
export type KanoCounts = z.infer<typeof KanoCounts>
/** A share with its 95 % interval (Wilson). */
export const Share = z.object({ share: z.number(), low: z.number(), high: z.number() })
export type Share = z.infer<typeof Share>

export const KanoFinding = z.object({
  counts: KanoCounts,
  total: z.number().int(),
  /** Pairs without contradiction. */
  valid: z.number().int(),
  /** null: nobody has answered without contradiction. */
  class: z.enum(KANO_CODES).nullable(),
  second: z.enum(KANO_CODES).nullable(),
  top: Share.nullable(),
  categoryStrength: z.number().nullable(),
  totalStrength: z.number().nullable(),
  /** Whether the two most frequent classes differ by more than chance (Fong). */
  significant: z.boolean(),
  mixed: z.boolean(),
  questionable: z.boolean(),
  reverse: z.boolean(),
  provisional: z.boolean(),
  better: Share.nullable(),
  /** From 0 to -1. */
  worse: Share.nullable(),
})
export type KanoFinding = z.infer<typeof KanoFinding>
/** A mean with its 95 % interval; one answer alone has none. */
export const Mean = z.object({
  n: z.number().int(),
  mean: z.number(),
  low: z.number().nullable(),
  high: z.number().nullable(),
})
export type Mean = z.infer<typeof Mean>

export const QUADRANTS = ['one-dimensional', 'attractive', 'must-be', 'indifferent'] as const
export type Quadrant = (typeof QUADRANTS)[number]
export const IMPORTANCE_QUADRANTS = ['improve', 'keep', 'later', 'enough'] as const

/** Risen or fallen by more than chance; of Worse its size. null: no change that these samples can tell. */
const Change = z.enum(['up', 'down']).nullable()
export type Change = z.infer<typeof Change>
export const Changes = z.object({ better: Change, worse: Change, satisfaction: Change })
export type Changes = z.infer<typeof Changes>

export const ItemFinding = z.object({
  question: SurveyQuestion,
  kano: KanoFinding.nullable(),
  quadrant: z.enum(QUADRANTS).nullable(),
  satisfaction: Mean.nullable(),
  importance: Mean.nullable(),
  /** 0 to 1, from the satisfaction; null: not asked. */
  performance: z.number().nullable(),
  /** abs(Worse) x (1 - performance): what to repair first; null also for what is neither M nor O, or provisional. */
  repair: z.number().nullable(),
  /** Better / effort: what to build first; null also for what is neither A nor O, or provisional. */
  build: z.number().nullable(),
  importanceQuadrant: z.enum(IMPORTANCE_QUADRANTS).nullable(),
  /** What an earlier survey found for the same item, and what has changed since by more than chance. */
  before: z
    .object({
      surveyId: Uuid,
      on: LocalDate,
      class: z.enum(KANO_CODES).nullable(),
      better: z.number().nullable(),
      worse: z.number().nullable(),
      satisfaction: z.number().nullable(),
      n: z.number().int(),
      changed: Changes,
    })
    .nullable(),
  /** Classes that differ between groups, largest groups first; groups below the smallest size are not here. */
  groups: z.array(
    z.object({
      key: z.string(),
      n: z.number().int(),
      /** Of a sample below the smallest. */
      provisional: z.boolean(),
      class: z.enum(KANO_CODES).nullable(),
      better: Share.nullable(),
      worse: Share.nullable(),
      satisfaction: Mean.nullable(),
      /** From all others together by more than chance, corrected for the many in the table (Holm); of Worse its size. */
      differs: Changes,
    }),
  ),
})
export type ItemFinding = z.infer<typeof ItemFinding>

export const SurveyResults = z.object({
  surveyId: Uuid,
  answered: z.number().int(),
  invited: z.number().int(),
  /** Answered without an invitation: sheets from a box. */
  boxed: z.number().int(),
  /** Invitations answered of all; what came without one has no part in it. */
  rate: Share.nullable(),
  rule: z.enum(['frequency', 'blauth']),
  cut: z.object({ better: z.number(), worse: z.number() }),
  importanceCut: z.object({ importance: z.number(), satisfaction: z.number() }).nullable(),
  smallestSample: z.number().int(),
  smallestGroup: z.number().int(),
  /** Too few for any conclusion: said plainly on the page. */
  small: z.boolean(),
  by: z.enum(STRATUM_PARTS).nullable(),
  groups: z.array(z.object({ key: z.string(), name: z.string(), n: z.number().int() })),
  /** Answers that stand in no group that may be shown. */
  ungrouped: z.number().int(),
  comparedWith: z.object({ id: Uuid, titleZh: z.string(), titleEn: z.string(), on: LocalDate }).nullable(),
  comparable: z.array(z.object({ id: Uuid, titleZh: z.string(), titleEn: z.string(), on: LocalDate })),
  comments: z.number().int(),
  items: z.array(ItemFinding),
  asOf: Instant,
})
export type SurveyResults = z.infer<typeof SurveyResults>

/** By what groups, and beside which earlier survey; without one the latest. */
const ResultsQuery = z.object({ by: z.enum(STRATUM_PARTS).optional(), with: Uuid.optional() })
export const getSurveyResults = route({
  id: 'getSurveyResults',
  method: 'GET',
  path: `${SURVEYS}/:id/results`,
  access: 'survey.read',
  tag: 'surveys',
  summary: 'What a survey found: classes, coefficients, satisfaction, priorities, groups, beside an earlier one',
  params: OneInEstate,
  query: ResultsQuery,
  response: SurveyResults,
})

const Group = {
  building: Uuid.optional(),
  tenure: z.enum(TENURES).optional(),
  since: z.enum(SINCE_BANDS).optional(),
}
export const SurveyResponseLine = z.object({
  id: Uuid,
  on: LocalDate.nullable(),
  /** null: of an anonymous one it is not kept. */
  source: z.enum(['link', 'paper', 'sheet']).nullable(),
  building: z.string().nullable(),
  tenure: z.enum(TENURES).nullable(),
  since: z.enum(SINCE_BANDS).nullable(),
  answers: SurveyAnswers,
  comments: SurveyComments,
})
export type SurveyResponseLine = z.infer<typeof SurveyResponseLine>
export const listSurveyResponses = route({
  id: 'listSurveyResponses',
  method: 'GET',
  path: `${SURVEYS}/:id/responses`,
  access: 'survey.read',
  tag: 'surveys',
  summary: 'The answers behind a figure: of a question, a class, a group',
  params: OneInEstate,
  query: PageQuery.extend({
    no: z.coerce.number().int().min(1).max(200).optional(),
    class: z.enum(KANO_CODES).optional(),
    satisfaction: z.coerce.number().int().min(1).max(5).optional(),
    ...Group,
  }),
  response: pageOf(SurveyResponseLine),
})
export const SurveyCommentLine = SurveyComment.extend({
  id: z.string(),
  on: LocalDate.nullable(),
  building: z.string().nullable(),
})
export type SurveyCommentLine = z.infer<typeof SurveyCommentLine>
export const listSurveyComments = route({
  id: 'listSurveyComments',
  method: 'GET',
  path: `${SURVEYS}/:id/comments`,
  access: 'survey.read',
  tag: 'surveys',
  summary: 'What people wrote, by touchpoint',
  params: OneInEstate,
  query: PageQuery.extend({ touchpoint: Touchpoint.optional() }),
  response: pageOf(SurveyCommentLine),
})
export const getSurveyComment = route({
  id: 'getSurveyComment',
  method: 'GET',
  path: `${SURVEYS}/:id/comments/:responseId`,
  access: 'survey.read',
  tag: 'surveys',
  summary: 'One comment, with whose it is where the survey has names: to be registered as a matter (CP-031)',
  params: OneInEstate.extend({ responseId: Uuid }),
  /** Its place among the comments of the answer. */
  query: z.object({ at: z.coerce.number().int().min(1).max(20).default(1) }),
  response: SurveyCommentLine.extend({
    customer: z.object({ id: Uuid, name: z.string() }).nullable(),
    unit: z.object({ id: Uuid, display: z.string() }).nullable(),
  }),
})
export const printSurveyResults = route({
  id: 'printSurveyResults',
  method: 'GET',
  path: `${SURVEYS}/:id/results/print`,
  access: 'survey.read',
  tag: 'surveys',
  summary: 'The same as printed pages',
  params: OneInEstate,
  query: ResultsQuery.extend({ lang: z.enum(['zh', 'en']).default('zh') }),
  response: z.unknown(),
})
/** The classes of the catalogue by the letters of the evaluation table. */
export const CODE_OF_CLASS = {
  'must-be': 'M',
  'one-dimensional': 'O',
  attractive: 'A',
  indifferent: 'I',
  reverse: 'R',
} as const satisfies Record<(typeof KANO_CLASSES)[number], KanoCode>

/** Section 8, 5: what a closed survey found of an item, to stand beside the default of the catalogue. */
export const SurveyedClass = z.object({
  class: z.enum(KANO_CODES),
  /** Pairs without contradiction. */
  n: z.number().int(),
  on: LocalDate,
  surveyId: Uuid,
  title: z.object({ zh: z.string(), en: z.string() }),
  /** Whether it leads the second by more than chance; provisional: of a sample below the smallest. */
  significant: z.boolean(),
  provisional: z.boolean(),
})
export type SurveyedClass = z.infer<typeof SurveyedClass>
