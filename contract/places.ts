import { z } from 'zod'
import { TOUCHPOINTS } from './complaint-categories.ts'
import { Checklist } from './inspections.ts'
import { EstateParams } from './matters.ts'
import { PageQuery, pageOf } from './paging.ts'
import { route } from './route.ts'
import { TRAITS } from './touchpoints.ts'
import { Instant, LocalDate, optionalText, text, Uuid } from './values.ts'

const base = '/api/v1/estates/:estateId'
const PlaceParams = EstateParams.extend({ id: Uuid })

export const Place = z.object({
  id: Uuid,
  /** Short, as printed on its label: `3-B`, `门2`. */
  code: z.string(),
  touchpoint: z.enum(TOUCHPOINTS),
  name: z.string(),
  building: z.object({ id: Uuid, name: z.string() }).nullable(),
  floor: z.number().int().nullable(),
  traits: z.array(z.enum(TRAITS)),
  scanNeeded: z.boolean(),
  /** A look there says where the phone was, or why it could not. */
  positionNeeded: z.boolean(),
  position: z.object({ latitude: z.number(), longitude: z.number() }).nullable(),
  /** How many items its checklist has today. */
  items: z.number().int(),
  active: z.boolean(),
  sort: z.number().int(),
  lastSeenAt: Instant.nullable(),
  version: z.number().int(),
})
export type Place = z.output<typeof Place>

const PlaceInput = {
  code: text(30).refine((s) => !/[/?#\s]/.test(s), { message: 'place_code' }),
  touchpoint: z.enum(TOUCHPOINTS),
  name: text(60),
  buildingId: Uuid.nullable().default(null),
  floor: z.number().int().min(-9).max(150).nullable().default(null),
  traits: z.array(z.enum(TRAITS)).max(TRAITS.length).default([]),
  scanNeeded: z.boolean().default(false),
  positionNeeded: z.boolean().default(false),
  position: z
    .object({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) })
    .nullable()
    .default(null),
  sort: z.number().int().min(0).max(99_999).default(0),
}
const PlaceFilter = z.object({
  touchpoint: z.enum(TOUCHPOINTS).optional(),
  buildingId: Uuid.optional(),
  active: z.enum(['true', 'false']).optional(),
  q: optionalText(60),
})

export const listPlaces = route({
  id: 'listPlaces',
  method: 'GET',
  path: `${base}/places`,
  access: ['standard.read', 'place.edit'],
  tag: 'places',
  summary: 'The places of an estate at which a touchpoint is met',
  params: EstateParams,
  query: PageQuery.extend(PlaceFilter.shape),
  response: pageOf(Place),
})
export const createPlace = route({
  id: 'createPlace',
  method: 'POST',
  path: `${base}/places`,
  access: 'place.edit',
  tag: 'places',
  summary: 'A place with a label of its own',
  params: EstateParams,
  body: z.strictObject(PlaceInput),
  response: Place,
  status: 201,
})
export const changePlace = route({
  id: 'changePlace',
  method: 'PUT',
  path: `${base}/places/:id`,
  access: 'place.edit',
  tag: 'places',
  summary: 'Another name, floor or trait; or no longer looked at',
  params: PlaceParams,
  body: z.strictObject({ ...PlaceInput, active: z.boolean(), version: z.number().int() }),
  response: Place,
})
/** Lifts, lobbies and corridors are many and alike: one press makes those of all buildings that have none yet. */
export const proposePlaces = route({
  id: 'proposePlaces',
  method: 'POST',
  path: `${base}/places/proposals`,
  access: 'place.edit',
  tag: 'places',
  summary: 'Makes the usual places of the chosen buildings that are not there yet, and says which',
  params: EstateParams,
  body: z.strictObject({
    touchpoints: z.array(z.enum(['T08', 'T11', 'T12', 'T13'])).min(1),
    buildingIds: z.array(Uuid).min(1).max(200),
    /** Every so many floors a corridor gets a place. */
    everyFloors: z.number().int().min(1).max(20).default(3),
  }),
  response: z.object({ made: z.array(Place), there: z.number().int() }),
  status: 201,
})
export const renewLabel = route({
  id: 'renewLabel',
  method: 'POST',
  path: `${base}/places/:id/label`,
  access: 'place.edit',
  tag: 'places',
  summary: 'A new label; the old one opens nothing any more',
  params: PlaceParams,
  body: z.strictObject({ version: z.number().int() }),
  response: Place,
})
export const printLabels = route({
  id: 'printLabels',
  method: 'GET',
  path: `${base}/places/labels.pdf`,
  access: 'place.edit',
  tag: 'places',
  summary: 'Sheets of labels to cut out, with code, name and QR code',
  params: EstateParams,
  query: PlaceFilter.extend({ placeId: Uuid.optional(), lang: z.enum(['zh', 'en']).default('zh') }),
  response: z.unknown(),
})
export const getChecklist = route({
  id: 'getChecklist',
  method: 'GET',
  path: `${base}/places/:id/checklist`,
  access: 'standard.read',
  tag: 'places',
  summary: 'What is looked at in this place on a day, and by which versions of the standard',
  params: PlaceParams,
  query: z.object({ date: LocalDate.optional() }),
  response: Checklist.extend({ standardNumber: z.number().int(), variantNumber: z.number().int().nullable() }),
})
