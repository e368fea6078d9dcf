import { z } from 'zod'
import { Touchpoint } from './complaint-categories.ts'
import { ItemId, KANO_CLASSES } from './touchpoints.ts'
import { optionalText, text } from './values.ts'

export const SURVEY_KINDS = ['kano', 'satisfaction', 'transaction', 'yearly'] as const
export type SurveyKind = (typeof SURVEY_KINDS)[number]
/** Who of a household may be asked, and how long they have lived here. */
export const TENURES = ['owner', 'family', 'tenant', 'shop'] as const
export type Tenure = (typeof TENURES)[number]
export const SINCE_BANDS = ['under1', 'years1to3', 'years3to5', 'over5', 'unknown'] as const
export type SinceBand = (typeof SINCE_BANDS)[number]

/** The five answers of both questions of a pair (quality-model.md section 4), the value of each its place plus one. */
export const KANO_ANSWERS = ['dislike', 'livewith', 'neutral', 'expect', 'like'] as const
/** What a question asks: `pair` with and without, `satisfaction` 1 to 5, `importance` 1 to 9. */
export const ASKS = ['pair', 'satisfaction', 'importance'] as const
export type Ask = (typeof ASKS)[number]

/** What surveys of a kind ask of an attribute to begin with, and what they may ask at all. */
export const ASKS_OF: Readonly<Record<SurveyKind, { usual: readonly Ask[]; all: readonly Ask[] }>> = {
  kano: { usual: ['pair', 'satisfaction'], all: ['pair', 'satisfaction', 'importance'] },
  satisfaction: { usual: ['satisfaction', 'importance'], all: ['satisfaction', 'importance'] },
  transaction: { usual: ['satisfaction'], all: ['satisfaction'] },
  yearly: { usual: ['satisfaction', 'importance'], all: ['satisfaction', 'importance', 'pair'] },
}

/** One attribute: an item of a touchpoint, a whole touchpoint, or anything in words of one's own. */
export const SurveyQuestion = z.strictObject({
  no: z.number().int().min(1).max(200),
  touchpoint: Touchpoint.nullable(),
  itemId: ItemId.nullable(),
  zh: text(200),
  en: text(300),
  /** The two questions of a pair; absent: made from the attribute's name. */
  withZh: optionalText(300),
  withEn: optionalText(400),
  withoutZh: optionalText(300),
  withoutEn: optionalText(400),
  asks: z.array(z.enum(ASKS)).min(1).max(3),
  /** What the catalogue takes it for; never overwritten by what a survey finds (section 8, 5). */
  classDefault: z.enum(KANO_CLASSES).nullable(),
  /** What it would take to build, 1 little to 9 much; never shown to residents. */
  effort: z.number().int().min(1).max(9).nullable(),
})
export type SurveyQuestion = z.output<typeof SurveyQuestion>

/** f with it, d without it (5 like … 1 dislike), s satisfaction, w importance. */
export const SurveyAnswer = z.strictObject({
  no: z.number().int().min(1).max(200),
  f: z.number().int().min(1).max(5).optional(),
  d: z.number().int().min(1).max(5).optional(),
  s: z.number().int().min(1).max(5).optional(),
  w: z.number().int().min(1).max(9).optional(),
})
export type SurveyAnswer = z.output<typeof SurveyAnswer>
export const SurveyComment = z.strictObject({ touchpoint: Touchpoint.nullable(), text: text(1000) })
export type SurveyComment = z.output<typeof SurveyComment>
export const SurveyAnswers = z.array(SurveyAnswer).max(200)
export const SurveyComments = z.array(SurveyComment).max(20)
