import { z } from 'zod'
import { TOUCHPOINTS } from './complaint-categories.ts'
import { DayRange } from './desk.ts'
import { ROUND_KINDS, ROUND_STATES, roundFacts } from './field.ts'
import { ShownPosition } from './inspection-looks.ts'
import { ANSWERS, INSPECTION_KINDS } from './inspections.ts'
import { EstateParams, Person } from './matters.ts'
import { PageQuery, pageOf } from './paging.ts'
import { LINES } from './permissions.ts'
import { route } from './route.ts'
import { PlaceRef } from './scores.ts'
import { KANO_CLASSES } from './touchpoints.ts'
import { Instant, LocalDate, text, Uuid } from './values.ts'

const base = '/api/v1/estates/:estateId'
const RoundParams = EstateParams.extend({ id: Uuid })

/** What somebody may do with a round now. */
export const ROUND_VERBS = ['reassign', 'cancel', 'release'] as const

/** When the server heard of it, and how far the phone's clock was ahead then; null: not yet, or written before it was kept. */
const Arrival = z.object({ receivedAt: Instant, clockOffMs: z.number().int() }).nullable()

export const RoundLine = z.object({
  ...roundFacts,
  area: Person.nullable(),
  places: z.number().int(),
  seen: z.number().int(),
  skipped: z.number().int(),
  startedAt: Instant.nullable(),
  doneAt: Instant.nullable(),
  doneBy: Person.nullable(),
  startArrival: Arrival,
  doneArrival: Arrival,
  missedAt: Instant.nullable(),
  escalatedAt: Instant.nullable(),
  cancelReason: z.string().nullable(),
  /** Called by a condition (it rained). */
  condition: z.string().nullable(),
  seed: z.string().nullable(),
  note: z.string().nullable(),
  /** Of a mystery visit: since when the centre may read it. */
  releasedAt: Instant.nullable(),
  may: z.array(z.enum(ROUND_VERBS)),
  version: z.number().int(),
})
export type RoundLine = z.output<typeof RoundLine>

const RoundFilter = {
  ...DayRange.shape,
  state: z.enum(ROUND_STATES).optional(),
  /** Those whose time ran out, also when they were done later; not those done in time of which was heard later. */
  missed: z.enum(['true', 'false']).optional(),
  kind: z.enum(ROUND_KINDS).optional(),
  line: z.enum(LINES).optional(),
  planId: Uuid.optional(),
  assigneeId: Uuid.optional(),
}

export const listInspectionRounds = route({
  id: 'listInspectionRounds',
  method: 'GET',
  path: `${base}/inspection-rounds`,
  access: 'inspection.read',
  tag: 'inspection',
  summary: 'Rounds by their time, the latest first',
  params: EstateParams,
  query: z.object({ ...RoundFilter, ...PageQuery.shape }),
  response: pageOf(RoundLine),
})
export const countInspectionRounds = route({
  id: 'countInspectionRounds',
  method: 'GET',
  path: `${base}/inspection-round-counts`,
  access: 'inspection.read',
  tag: 'inspection',
  summary: 'Per day: how many rounds there were, how many were done, missed, called off',
  params: EstateParams,
  query: z.object({ from: LocalDate, to: LocalDate, kind: z.enum(ROUND_KINDS).optional() }),
  response: z.object({
    days: z.array(
      z.object({
        date: LocalDate,
        rounds: z.number().int(),
        done: z.number().int(),
        missed: z.number().int(),
        cancelled: z.number().int(),
      }),
    ),
  }),
})

const LookOfStop = z.object({
  id: Uuid,
  score: z.number().int().nullable(),
  passed: z.number().int(),
  failed: z.number().int(),
  notApplicable: z.number().int(),
  inspector: Person,
  voided: z.boolean(),
})
export const RoundDetail = RoundLine.extend({
  /** What its places were drawn from; null: it goes to all of them, or was made before that was kept. */
  draw: z.object({ quota: z.number().int(), pool: z.number().int() }).nullable(),
  /** Done by its due time, but that was heard of after it: done in time. */
  arrivedLate: z.object({ doneAt: Instant, arrivedAt: Instant }).nullable(),
  /** A clock that is off by more is worth a word. */
  clockWarnMs: z.number().int(),
  stops: z.array(
    z.object({
      seq: z.number().int(),
      placeId: Uuid,
      code: z.string(),
      name: z.string(),
      touchpoint: z.enum(TOUCHPOINTS),
      doneAt: Instant.nullable(),
      doneBy: Person.nullable(),
      arrival: Arrival,
      skippedReason: z.string().nullable(),
      scanned: z.boolean(),
      fileIds: z.array(Uuid),
      /** Of a task: where the phone was when it was ticked, or why it could not say. */
      position: ShownPosition.nullable(),
      positionMissing: z.string().nullable(),
      /** null: nobody looked, or what was seen is not released yet. */
      look: LookOfStop.nullable(),
    }),
  ),
})
export type RoundDetail = z.output<typeof RoundDetail>
export const getInspectionRound = route({
  id: 'getInspectionRound',
  method: 'GET',
  path: `${base}/inspection-rounds/:id`,
  access: ['inspection.read', 'inspection.do'],
  tag: 'inspection',
  summary: 'A round with its places and what was seen there',
  params: RoundParams,
  response: RoundDetail,
})
export const checkRoundDraw = route({
  id: 'checkRoundDraw',
  method: 'GET',
  path: `${base}/inspection-rounds/:id/draw`,
  access: ['inspection.read', 'inspection.do'],
  tag: 'inspection',
  summary: 'The draw of a round once more, from its seed, its quota and the places that were there then',
  params: RoundParams,
  response: z.object({
    seed: z.string(),
    quota: z.number().int(),
    pool: z.number().int(),
    /** The seed draws the very places to which the round goes. */
    same: z.boolean(),
    /** What the seed draws, in the order of the route. */
    places: z.array(PlaceRef),
  }),
})
export const reassignRound = route({
  id: 'reassignRound',
  method: 'POST',
  path: `${base}/inspection-rounds/:id/reassign`,
  access: 'inspection.plan',
  tag: 'inspection',
  summary: 'Somebody else goes; both are told',
  params: RoundParams,
  body: z.strictObject({ assigneeId: Uuid, version: z.number().int() }),
  response: RoundDetail,
})
export const cancelRound = route({
  id: 'cancelRound',
  method: 'POST',
  path: `${base}/inspection-rounds/:id/cancel`,
  access: 'inspection.plan',
  tag: 'inspection',
  summary: 'Not this time, with the reason',
  params: RoundParams,
  body: z.strictObject({ reason: text(200), version: z.number().int() }),
  response: RoundDetail,
})
export const releaseRound = route({
  id: 'releaseRound',
  method: 'POST',
  path: `${base}/inspection-rounds/:id/release`,
  access: 'standard.edit',
  tag: 'inspection',
  summary: 'The centre may read what the mystery visitor saw; what failed becomes findings now',
  params: RoundParams,
  body: z.strictObject({}),
  response: RoundDetail,
})

/* ---- FD-810: when was it last done? ---- */

export const LastDone = z.object({
  placeId: Uuid,
  code: z.string(),
  place: z.string(),
  touchpoint: z.enum(TOUCHPOINTS),
  building: z.string().nullable(),
  /** A task's own words; null: the place was inspected. */
  task: z.string().nullable(),
  lastAt: Instant.nullable(),
  lastBy: Person.nullable(),
  nextDueAt: Instant.nullable(),
  missed30: z.number().int(),
})
export type LastDone = z.output<typeof LastDone>
export const listLastDone = route({
  id: 'listLastDone',
  method: 'GET',
  path: `${base}/last-done`,
  access: ['inspection.read', 'inspection.do'],
  tag: 'inspection',
  summary: 'FD-810: when what was last done where, and when it is due next',
  params: EstateParams,
  query: PageQuery.extend({
    q: text(60).optional(),
    placeId: Uuid.optional(),
    buildingId: Uuid.optional(),
    touchpoint: z.enum(TOUCHPOINTS).optional(),
  }),
  response: pageOf(LastDone),
})

/* ---- two inspectors at one place ---- */

export const Agreement = z.object({
  /** Items that both answered with pass or fail. */
  items: z.number().int(),
  same: z.number().int(),
  /** Percent with one decimal; null without a common item. */
  percent: z.number().nullable(),
  /** Cohen's kappa; null when chance alone would agree always. */
  kappa: z.number().nullable(),
})
export type Agreement = z.output<typeof Agreement>
const AgreementPair = z.object({
  placeId: Uuid,
  code: z.string(),
  place: z.string(),
  first: z.object({ id: Uuid, inspector: Person, at: Instant, kind: z.enum(INSPECTION_KINDS) }),
  second: z.object({ id: Uuid, inspector: Person, at: Instant, kind: z.enum(INSPECTION_KINDS) }),
  agreement: Agreement,
  /** What one passed and the other did not, in the words that the second was held to. */
  different: z.array(
    z.object({
      itemId: z.string(),
      statement: z.object({ zh: z.string(), en: z.string() }),
      /** null: the item is not known any more. */
      kano: z.enum(KANO_CLASSES).nullable(),
      first: z.enum(ANSWERS),
      second: z.enum(ANSWERS),
    }),
  ),
})
export const getInspectorAgreement = route({
  id: 'getInspectorAgreement',
  method: 'GET',
  path: `${base}/inspector-agreement`,
  access: 'inspection.read',
  tag: 'inspection',
  summary: 'Looks of two inspectors at one place within the set hours: how far they agree',
  params: EstateParams,
  query: z.object({ from: LocalDate, to: LocalDate, touchpoint: z.enum(TOUCHPOINTS).optional() }),
  response: z.object({
    withinHours: z.number().int(),
    all: Agreement,
    pairs: z.array(AgreementPair),
    /** Only the latest pairs of so long a time were compared. */
    more: z.boolean(),
  }),
})
