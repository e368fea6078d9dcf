import { z } from 'zod'
import { TOUCHPOINTS } from './complaint-categories.ts'
import { CheckItem, ItemId, SEVERITIES } from './touchpoints.ts'
import { InstantInput, optionalText, text, Uuid } from './values.ts'

/** How a look came about: the centre's own, a surprise of the quality department, a mystery visitor, or on the spot. */
export const INSPECTION_KINDS = ['self', 'surprise', 'mystery', 'spot'] as const
export type InspectionKind = (typeof INSPECTION_KINDS)[number]
export const ANSWERS = ['pass', 'fail', 'na'] as const
export type AnswerMark = (typeof ANSWERS)[number]

/** A checklist as a phone carries it: the items of one place and the versions they come from. */
export const Checklist = z.object({
  placeId: Uuid,
  touchpoint: z.enum(TOUCHPOINTS),
  standardId: Uuid,
  variantId: Uuid.nullable(),
  items: z.array(CheckItem),
})
export type Checklist = z.output<typeof Checklist>

/** As a look keeps it. */
export const MeasuredValue = z.union([z.number(), z.boolean(), z.string()])
export type MeasuredValue = z.infer<typeof MeasuredValue>

export const SentAnswer = z.object({
  itemId: ItemId,
  answer: z.enum(ANSWERS),
  /** What was measured, counted or read; a date as its day. */
  value: z.union([z.number().finite(), z.boolean(), text(60)]).optional(),
  note: optionalText(500),
  fileIds: z.array(Uuid).max(9).default([]),
})
export type SentAnswer = z.output<typeof SentAnswer>

/** Where a phone was. */
export const PhonePosition = z.object({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  accuracyM: z.number().min(0).max(100_000),
})
export type PhonePosition = z.output<typeof PhonePosition>

/**
 * One look at one place as the phone sends it. `id` is made on the phone before the first tap, so a replay is known and
 * gets the first answer. Times are those of the phone; `sentAt` lets the server say how wrong its clock is.
 */
export const SentInspection = z.object({
  id: Uuid,
  roundId: Uuid.optional(),
  placeId: Uuid,
  kind: z.enum(INSPECTION_KINDS).default('self'),
  beganAt: InstantInput,
  endedAt: InstantInput,
  sentAt: InstantInput,
  standardId: Uuid,
  variantId: Uuid.nullable().default(null),
  /** What the label said, when it was scanned. */
  labelToken: text(40).optional(),
  position: PhonePosition.optional(),
  /** Why the phone could not say where it was, in the person's words. */
  positionMissing: optionalText(200),
  answers: z.array(SentAnswer).min(1).max(200),
  note: optionalText(1000),
})
export type SentInspection = z.output<typeof SentInspection>

/** Why an answer is kept apart and counts for nothing. */
export const APART = ['notInVersion', 'otherTouchpoint', 'switchedOff'] as const
export type Apart = (typeof APART)[number]

/** What became of a submission. */
export const TakenInspection = z.object({
  id: Uuid,
  /** Hundredths of a point; null: nothing was answered that scores. */
  score: z.number().int().nullable(),
  passed: z.number().int(),
  failed: z.number().int(),
  notApplicable: z.number().int(),
  /** Positive: the phone's clock is ahead. */
  clockOffMs: z.number().int(),
  findings: z.array(
    z.object({ itemId: ItemId, matterId: Uuid, number: z.string(), joined: z.boolean(), severity: z.enum(SEVERITIES) }),
  ),
  apart: z.array(z.object({ itemId: ItemId, why: z.enum(APART) })),
  /** What the round asks at this place and nobody answered; its place stays open then. */
  missing: z.array(ItemId).default([]),
  /** The round went on to somebody else, was cancelled, had ended, does not go there or asks more: taken all the same, and said. */
  warnings: z.array(
    z.enum([
      'roundReassigned',
      'roundCancelled',
      'roundEnded',
      'notInRound',
      'incomplete',
      'standardChanged',
      'clockOff',
    ]),
  ),
})
export type TakenInspection = z.output<typeof TakenInspection>

export const VoidInspection = z.object({ reason: text(500) })
