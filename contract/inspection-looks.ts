import { z } from 'zod'
import { TOUCHPOINTS } from './complaint-categories.ts'
import { DayRange } from './desk.ts'
import { Picture } from './files.ts'
import { ANSWERS, APART, INSPECTION_KINDS, MeasuredValue, VoidInspection } from './inspections.ts'
import { EstateParams, Person } from './matters.ts'
import { PageQuery, pageOf } from './paging.ts'
import { route } from './route.ts'
import { ItemId, KANO_CLASSES, SEVERITIES } from './touchpoints.ts'
import { Instant, LocalDate, Month, text, Uuid } from './values.ts'

const base = '/api/v1/estates/:estateId'
const LookParams = EstateParams.extend({ id: Uuid })

export const Look = z.object({
  id: Uuid,
  roundId: Uuid.nullable(),
  placeId: Uuid,
  code: z.string(),
  place: z.string(),
  touchpoint: z.enum(TOUCHPOINTS),
  kind: z.enum(INSPECTION_KINDS),
  inspector: Person,
  date: LocalDate,
  /** The phone's own times; `receivedAt` is the server's. */
  beganAt: Instant,
  endedAt: Instant,
  receivedAt: Instant,
  clockOffMs: z.number().int(),
  scanned: z.boolean(),
  passed: z.number().int(),
  failed: z.number().int(),
  notApplicable: z.number().int(),
  /** Items that its round asks there and that have no answer: it is no whole look, and its place stays open. */
  unanswered: z.number().int(),
  score: z.number().int().nullable(),
  note: z.string().nullable(),
  voidedAt: Instant.nullable(),
  voidedBy: Person.nullable(),
  voidReason: z.string().nullable(),
  standard: z.string(),
  mayVoid: z.boolean(),
})
export type Look = z.output<typeof Look>

const LookAnswer = z.object({
  itemId: z.string(),
  statement: z.object({ zh: z.string(), en: z.string() }),
  severity: z.enum(SEVERITIES),
  kano: z.enum(KANO_CLASSES),
  answer: z.enum(ANSWERS),
  value: MeasuredValue.nullable(),
  unit: z.string().nullable(),
  note: z.string().nullable(),
  /** Photos and spoken notes. */
  files: z.array(Picture),
  findingId: Uuid.nullable(),
  findingNumber: z.string().nullable(),
  apart: z.enum(APART).nullable(),
})
export const ShownPosition = z.object({
  latitude: z.number(),
  longitude: z.number(),
  accuracyM: z.number().nullable(),
  metresAway: z.number().int().nullable(),
})
export const LookDetail = Look.extend({
  answers: z.array(LookAnswer),
  missing: z.array(z.object({ itemId: z.string(), statement: z.object({ zh: z.string(), en: z.string() }) })),
  /** Where the phone was, and how far that is from the place, where that is known. */
  position: ShownPosition.nullable(),
  positionMissing: z.string().nullable(),
})
export type LookDetail = z.output<typeof LookDetail>

export const listInspections = route({
  id: 'listInspections',
  method: 'GET',
  path: `${base}/inspections`,
  access: 'inspection.read',
  tag: 'inspection',
  summary: 'Looks at places, newest first; what a mystery visitor saw only when it is released',
  params: EstateParams,
  query: z.object({
    ...DayRange.shape,
    placeId: Uuid.optional(),
    touchpoint: z.enum(TOUCHPOINTS).optional(),
    kind: z.enum(INSPECTION_KINDS).optional(),
    inspectorId: Uuid.optional(),
    failed: z.enum(['true', 'false']).optional(),
    /** Looks at which this item failed. */
    itemId: ItemId.optional(),
    month: Month.optional(),
    /** Looks held to this version, and to this one of the estate or to none. */
    standardId: Uuid.optional(),
    variantId: Uuid.or(z.literal('none')).optional(),
    voided: z.enum(['true', 'false']).optional(),
    /** Looks that answer less than their round asks. */
    incomplete: z.enum(['true', 'false']).optional(),
    ...PageQuery.shape,
  }),
  response: pageOf(Look),
})
export const getInspection = route({
  id: 'getInspection',
  method: 'GET',
  path: `${base}/inspections/:id`,
  access: ['inspection.read', 'inspection.do'],
  tag: 'inspection',
  summary: 'One look with its answers and photos',
  params: LookParams,
  response: LookDetail,
})
export const voidInspection = route({
  id: 'voidInspection',
  method: 'POST',
  path: `${base}/inspections/:id/void`,
  access: 'inspection.plan',
  tag: 'inspection',
  summary: 'A look that is not to count, with the reason; it is kept',
  params: LookParams,
  body: VoidInspection,
  response: LookDetail,
})

/* ---- what could not be taken as it was sent ---- */

export const RefusedLook = z.object({
  id: Uuid,
  inspectionId: Uuid.nullable(),
  sentBy: Person,
  receivedAt: Instant,
  code: z.string(),
  /** As it was sent. */
  place: z.string().nullable(),
  field: z.string().nullable(),
  answers: z.number().int(),
  failed: z.number().int(),
  photos: z.number().int(),
  beganAt: Instant.nullable(),
  resolvedAt: Instant.nullable(),
  resolvedBy: Person.nullable(),
  resolution: z.string().nullable(),
})
export type RefusedLook = z.output<typeof RefusedLook>
export const listRefusedLooks = route({
  id: 'listRefusedLooks',
  method: 'GET',
  path: `${base}/refused-inspections`,
  access: 'inspection.plan',
  tag: 'inspection',
  summary: 'What phones sent that could not be taken, newest first',
  params: EstateParams,
  query: z.object({ ...DayRange.shape, open: z.enum(['true', 'false']).optional(), ...PageQuery.shape }),
  response: pageOf(RefusedLook),
})
export const resolveRefusedLook = route({
  id: 'resolveRefusedLook',
  method: 'POST',
  path: `${base}/refused-inspections/:id/resolve`,
  access: 'inspection.plan',
  tag: 'inspection',
  summary: 'Looked into, with what was found; or taken after all for the place it was really about',
  params: LookParams,
  body: z.strictObject({ resolution: text(500), placeId: Uuid.optional() }),
  response: RefusedLook,
})
