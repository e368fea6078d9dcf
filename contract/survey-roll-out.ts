import { z } from 'zod'
import { PageQuery, pageOf } from './paging.ts'
import { route } from './route.ts'
import { SurveyQuestion } from './survey-questions.ts'
import { Changes, KANO_CODES, Mean, Share } from './survey-results.ts'
import { TEMPLATE_MOVES, TEMPLATE_READER, TEMPLATES, TemplateParams } from './survey-templates.ts'
import { SURVEY_STATES } from './surveys.ts'
import { Instant, LocalDate, optionalText, Uuid } from './values.ts'

const count = z.number().int()
const EstateRef = z.object({ id: Uuid, code: z.string(), name: z.string() })
/** As many estates as are named one by one at once. */
const MOST_NAMED = 2_000

export const rollOutSurveyTemplate = route({
  id: 'rollOutSurveyTemplate',
  method: 'POST',
  path: `${TEMPLATES}/:id/roll-out`,
  access: TEMPLATE_MOVES.rollOut.by,
  tag: 'surveys',
  summary:
    'Give a published questionnaire to estates of the caller, each once; whoever has it already keeps what it has',
  params: TemplateParams,
  body: z.strictObject({
    estates: z.union([z.literal('all'), z.array(Uuid).min(1).max(MOST_NAMED)]),
    /** It opens by itself on this day of the estate; null: it stays a draft until the estate opens it. */
    opensOn: LocalDate.nullable(),
  }),
  response: z.object({
    added: count,
    /** Estates that had it before. */
    already: count,
  }),
})

/** `none`: not rolled out; `refused`: was to open by itself and could not. */
export const ROLL_OUT_STATES = ['none', ...SURVEY_STATES, 'refused'] as const
export const RollOutLine = z.object({
  estate: EstateRef,
  state: z.enum(ROLL_OUT_STATES),
  surveyId: Uuid.nullable(),
  opensOn: LocalDate.nullable(),
  /** Why it could not be opened; an error code. */
  refused: z.string().nullable(),
  openedAt: Instant.nullable(),
  closesOn: LocalDate.nullable(),
  closedAt: Instant.nullable(),
  invited: count,
  answered: count,
  /** Answered by invitation, of all invitations. */
  rate: Share.nullable(),
})
export type RollOutLine = z.infer<typeof RollOutLine>
const Named = { q: optionalText(60) }
export const listSurveyRollOut = route({
  id: 'listSurveyRollOut',
  method: 'GET',
  path: `${TEMPLATES}/:id/estates`,
  access: TEMPLATE_READER,
  tag: 'surveys',
  summary: 'Each estate of the caller with how far the questionnaire has come in it, by code',
  params: TemplateParams,
  query: PageQuery.extend({ state: z.enum(ROLL_OUT_STATES).optional(), ...Named }),
  response: pageOf(RollOutLine),
})

/** What an item has come to in all estates together, or in one. */
const Finding = {
  n: count,
  class: z.enum(KANO_CODES).nullable(),
  better: Share.nullable(),
  worse: Share.nullable(),
  satisfaction: Mean.nullable(),
  /** Of a sample below the smallest. */
  provisional: z.boolean(),
}
const Total = z.object({
  question: SurveyQuestion,
  ...Finding,
  /** Estates that stand in it, and those of them that differ from all others by more than chance. */
  estates: count,
  differing: count,
})
export type ComparedItem = z.infer<typeof Total>
export const SurveyComparison = z.object({
  estates: z.record(z.enum(ROLL_OUT_STATES), count),
  invited: count,
  answered: count,
  rate: Share.nullable(),
  /** Estates with answers, but fewer than make a group: they stand in no figure. */
  tooFew: count,
  smallestSample: count,
  items: z.array(Total),
  /** When a figure was counted anew last; null: nothing has been counted. */
  asOf: Instant.nullable(),
})
export type SurveyComparison = z.infer<typeof SurveyComparison>
export const getSurveyComparison = route({
  id: 'getSurveyComparison',
  method: 'GET',
  path: `${TEMPLATES}/:id/comparison`,
  access: TEMPLATE_READER,
  tag: 'surveys',
  summary: 'How the roll-out goes, and what each item comes to over all estates of the caller',
  params: TemplateParams,
  response: SurveyComparison,
})

export const COMPARED_SORTS = ['estate', 'satisfaction', 'better', 'worse', 'n'] as const
export const ComparedLine = z.object({
  estate: EstateRef,
  surveyId: Uuid,
  no: count,
  zh: z.string(),
  en: z.string(),
  ...Finding,
  /** From all other estates together by more than chance, corrected for the many of the item (Holm); of Worse its size. */
  differs: Changes,
})
export type ComparedLine = z.infer<typeof ComparedLine>
export const listSurveyComparison = route({
  id: 'listSurveyComparison',
  method: 'GET',
  path: `${TEMPLATES}/:id/comparison/estates`,
  access: TEMPLATE_READER,
  tag: 'surveys',
  summary:
    'Each estate with what it says of an item, and where it differs from the others; groups too small are not here',
  params: TemplateParams,
  query: PageQuery.extend({
    no: z.coerce.number().int().min(1).max(200).optional(),
    differing: z.enum(['true', 'false']).optional(),
    ...Named,
    sort: z.enum(COMPARED_SORTS).default('estate'),
    direction: z.enum(['asc', 'desc']).default('asc'),
  }),
  response: pageOf(ComparedLine),
})
