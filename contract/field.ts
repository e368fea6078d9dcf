import { z } from 'zod'
import { TOUCHPOINTS } from './complaint-categories.ts'
import { Checklist, INSPECTION_KINDS, PhonePosition, SentInspection, TakenInspection } from './inspections.ts'
import { EstateParams, Person } from './parts.ts'
import { LINES, ROLE_CODES } from './permissions.ts'
import { route } from './route.ts'
import { CheckItem, SEVERITIES } from './touchpoints.ts'
import { Instant, InstantInput, LocalDate, optionalText, text, Uuid } from './values.ts'

const base = '/api/v1/estates/:estateId'

export const ROUND_STATES = ['planned', 'started', 'done', 'missed', 'cancelled'] as const
export type RoundState = (typeof ROUND_STATES)[number]
/** FD-810: a task is ticked off at its places, the others are inspected there. */
export const ROUND_KINDS = [...INSPECTION_KINDS, 'task'] as const

const FieldPlace = z.object({
  id: Uuid,
  code: z.string(),
  name: z.string(),
  touchpoint: z.enum(TOUCHPOINTS),
  building: z.string().nullable(),
  floor: z.number().int().nullable(),
  /** What its label says, so that a scan opens it without signal. */
  labelToken: z.string(),
  scanNeeded: z.boolean(),
  positionNeeded: z.boolean(),
  position: z.object({ latitude: z.number(), longitude: z.number() }).nullable(),
})

const RoundStop = z.object({
  seq: z.number().int(),
  placeId: Uuid,
  doneAt: Instant.nullable(),
  doneBy: Person.nullable(),
  inspectionId: Uuid.nullable(),
  skippedReason: z.string().nullable(),
})
/** What the phone and the lists of the centre say alike of a round. */
export const roundFacts = {
  id: Uuid,
  planId: Uuid.nullable(),
  kind: z.enum(ROUND_KINDS),
  name: z.string(),
  task: z.string().nullable(),
  line: z.enum(LINES).nullable(),
  date: LocalDate,
  fromAt: Instant,
  dueAt: Instant,
  state: z.enum(ROUND_STATES),
  assigneeRole: z.enum(ROLE_CODES).nullable(),
  assignee: Person.nullable(),
}
export const Round = z.object({
  ...roundFacts,
  /** What a usual round is called in English; absent: as somebody named it. */
  inEnglish: z.object({ name: z.string(), task: z.string().nullable() }).optional(),
  /** The items that are asked of those a place has; absent: all of them. */
  itemIds: z.array(z.string()).optional(),
  /** Items whose evidence is a photo need it also when they pass. */
  proofOnPass: z.boolean().optional(),
  /** The seed of a draw, so that it can be repeated. */
  seed: z.string().nullable(),
  startedAt: Instant.nullable(),
  doneAt: Instant.nullable(),
  missedAt: Instant.nullable(),
  note: z.string().nullable(),
  stops: z.array(RoundStop),
  version: z.number().int(),
})
export type Round = z.output<typeof Round>

/** Named only: the picture itself is fetched where there is signal. */
const FieldPhoto = z.object({ id: Uuid, thumbnail: z.boolean() })
/** A finding that somebody in the field has to put right or to look at again. */
const FieldFinding = z.object({
  matterId: Uuid,
  number: z.string(),
  state: z.string(),
  placeId: Uuid,
  itemId: z.string(),
  statement: z.object({ zh: z.string(), en: z.string() }),
  severity: z.enum(SEVERITIES),
  dueAt: Instant.nullable(),
  mine: z.boolean(),
  /** Verbs that this person may use on it now. */
  may: z.array(z.enum(['rectify', 'passCheck', 'failCheck'])),
  version: z.number().int(),
  /** What was seen, in the words of who saw it last. */
  note: z.string().nullable(),
  /** What was done about it, and why it had failed. */
  measure: z.string().nullable(),
  cause: z.string().nullable(),
  /** The second look does not pass it before somebody has said the cause. */
  causeNeeded: z.boolean(),
  /** Why the last second look did not pass it. */
  notRight: z.string().nullable(),
  photos: z.object({ before: z.array(FieldPhoto), after: z.array(FieldPhoto), check: z.array(FieldPhoto) }),
})

/** Everything a shift without signal needs. Items stand once; checklists name them by id. */
export const FieldPack = z.object({
  asOf: Instant,
  estate: z.object({ id: Uuid, code: z.string(), name: z.string(), timeZone: z.string() }),
  me: Person,
  rounds: z.array(Round),
  places: z.array(FieldPlace),
  items: z.array(CheckItem),
  checklists: z.array(Checklist.omit({ items: true }).extend({ itemIds: z.array(z.string()) })),
  findings: z.array(FieldFinding),
  rules: z.object({
    /** Longest side of a photo after the phone has scaled it, in pixels. */
    photoMaxPx: z.number().int(),
    photosPerItem: z.number().int(),
    /** A phone whose clock is off by more is told so, in milliseconds. */
    clockWarnMs: z.number().int(),
  }),
})
export type FieldPack = z.output<typeof FieldPack>

export const getFieldPack = route({
  id: 'getFieldPack',
  method: 'GET',
  path: `${base}/field/pack`,
  access: ['inspection.do', 'order.execute'],
  tag: 'field',
  summary:
    'What a phone takes along for a shift: rounds of today and tomorrow, places, checklists, findings; for who only carries out orders none of these',
  params: EstateParams,
  response: FieldPack,
})

export const sendInspection = route({
  id: 'sendInspection',
  method: 'POST',
  path: `${base}/inspections`,
  access: 'inspection.do',
  tag: 'field',
  summary: 'One look at one place, with its answers; the same id again gets the first answer',
  params: EstateParams,
  body: SentInspection,
  response: TakenInspection,
  status: 201,
})

const RoundParams = EstateParams.extend({ id: Uuid })
export const startRound = route({
  id: 'startRound',
  method: 'POST',
  path: `${base}/inspection-rounds/:id/start`,
  access: 'inspection.do',
  tag: 'field',
  summary: 'A round begins; the time is that of the phone',
  params: RoundParams,
  body: z.strictObject({ at: InstantInput, sentAt: InstantInput }),
  response: Round,
})
export const tickStop = route({
  id: 'tickStop',
  method: 'POST',
  path: `${base}/inspection-rounds/:id/stops/:placeId/tick`,
  access: 'inspection.do',
  tag: 'field',
  summary: 'FD-810: the task was done at this place, or why it was not',
  params: RoundParams.extend({ placeId: Uuid }),
  body: z.strictObject({
    at: InstantInput,
    sentAt: InstantInput,
    skippedReason: optionalText(200),
    labelToken: text(40).optional(),
    position: PhonePosition.optional(),
    /** Why the phone could not say where it was. */
    positionMissing: optionalText(200),
    fileIds: z.array(Uuid).max(9).default([]),
  }),
  response: Round,
})
export const finishRound = route({
  id: 'finishRound',
  method: 'POST',
  path: `${base}/inspection-rounds/:id/finish`,
  access: 'inspection.do',
  tag: 'field',
  summary: 'A round ends, signed by who went; every place was looked at or says why not',
  params: RoundParams,
  body: z.strictObject({
    at: InstantInput,
    sentAt: InstantInput,
    note: optionalText(1000),
    skipped: z
      .array(z.object({ placeId: Uuid, reason: text(200) }))
      .max(200)
      .default([]),
  }),
  response: Round,
})
