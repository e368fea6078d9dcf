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
/** What an estate usually has outside its buildings, each kind at a touchpoint. */
export const PLACE_KINDS = [
  'gate',
  'vehicleGate',
  'road',
  'square',
  'water',
  'parking',
  'garage',
  'wall',
  'board',
  'yardGate',
  'yard',
  'bins',
  'shops',
  'desk',
  'club',
  'hotline',
  'works',
  'housekeeping',
  'visits',
] as const
export type PlaceKind = (typeof PLACE_KINDS)[number]
export const BUILDING_TOUCHPOINTS = ['T08', 'T11', 'T12', 'T13'] as const
const MOST_PROPOSED = 5_000

const Proposed = {
  code: PlaceInput.code,
  touchpoint: PlaceInput.touchpoint,
  name: PlaceInput.name,
  buildingId: Uuid.nullable(),
  floor: z.number().int().min(-9).max(150).nullable(),
  traits: z.array(z.enum(TRAITS)).max(TRAITS.length),
}
export const ProposedPlace = z.object({
  ...Proposed,
  /** null: of a building. */
  kind: z.enum(PLACE_KINDS).nullable(),
  /** The estate has it already. */
  there: z.boolean(),
})
export type ProposedPlace = z.output<typeof ProposedPlace>

/** Each touchpoint exists at real places: gates and desks of the estate, doors, lobbies, lifts and corridors of its buildings. */
export const proposePlaces = route({
  id: 'proposePlaces',
  method: 'POST',
  path: `${base}/places/proposals`,
  access: 'place.edit',
  tag: 'places',
  summary: 'The usual places of all twenty touchpoints, and which of them are there; nothing is written',
  params: EstateParams,
  body: z.strictObject({
    touchpoints: z.array(z.enum(BUILDING_TOUCHPOINTS)).max(4).default([]),
    buildingIds: z.array(Uuid).max(200).default([]),
    /** Every so many floors a corridor gets a place. */
    everyFloors: z.number().int().min(1).max(20).default(3),
    /** How many there are of a kind; one that is not named has its usual number. */
    counts: z.partialRecord(z.enum(PLACE_KINDS), z.number().int().min(0).max(99)).default({}),
  }),
  response: z.object({ rows: z.array(ProposedPlace) }),
})
export const makePlaces = route({
  id: 'makePlaces',
  method: 'POST',
  path: `${base}/places/made`,
  access: 'place.edit',
  tag: 'places',
  summary: 'Makes those of the proposed places that the estate has; a code that is there is made no second time',
  params: EstateParams,
  body: z.strictObject({ places: z.array(z.strictObject(Proposed)).min(1).max(MOST_PROPOSED) }),
  response: z.object({ made: z.number().int(), there: z.number().int() }),
  status: 201,
})
/** The columns of a list of places, in the order of the template. */
export const PLACE_COLUMNS = ['code', 'touchpoint', 'name', 'building', 'section', 'floor', 'traits'] as const
export type PlaceColumn = (typeof PLACE_COLUMNS)[number]
const PLACE_PROBLEMS = [
  'missing',
  'touchpointUnknown',
  'buildingUnknown',
  'sectionUnknown',
  'floorUnclear',
  'traitUnknown',
  'codeSigns',
  'tooLong',
  'codeTwice',
  'codeTaken',
] as const
const PlaceLine = z.object({
  sheet: z.string(),
  row: z.number().int(),
  code: z.string(),
  name: z.string(),
  touchpoint: z.enum(TOUCHPOINTS).nullable(),
  what: z.enum(['new', 'there', 'problem']),
  problems: z.array(
    z.object({
      column: z.enum(PLACE_COLUMNS),
      code: z.enum(PLACE_PROBLEMS),
      value: z.string(),
      /** The row that has this code already. */
      row: z.number().int().nullable(),
    }),
  ),
})
export type PlaceLine = z.output<typeof PlaceLine>
export const PlaceImport = z.object({
  rows: z.number().int(),
  /** With `write`: how many were made; without: how many would be. */
  made: z.number().int(),
  there: z.number().int(),
  problems: z.number().int(),
  written: z.boolean(),
  /** Those with problems first; a long file shows its first lines alone. */
  lines: z.array(PlaceLine),
})
export type PlaceImport = z.output<typeof PlaceImport>

export const placeTemplate = route({
  id: 'placeTemplate',
  method: 'GET',
  path: `${base}/places/template.xlsx`,
  access: 'place.edit',
  tag: 'places',
  summary: 'An empty list of places to fill in, with the words that its columns know',
  params: EstateParams,
  query: z.object({ lang: z.enum(['zh', 'en']).default('zh') }),
  response: z.unknown(),
})
export const importPlaces = route({
  id: 'importPlaces',
  method: 'POST',
  path: `${base}/places/import`,
  access: 'place.edit',
  tag: 'places',
  summary:
    'A list of places as Excel or CSV (multipart, field `file`): what it would do, row by row; with `write` its good rows are made',
  params: EstateParams,
  query: z.object({ write: z.enum(['true', 'false']).default('false') }),
  response: PlaceImport,
})
export const placeProblems = route({
  id: 'placeProblems',
  method: 'POST',
  path: `${base}/places/import/problems.xlsx`,
  access: 'place.edit',
  tag: 'places',
  summary:
    'The rows of such a list that have problems, as typed, with what is wrong beside them: to mend and send again',
  params: EstateParams,
  query: z.object({ lang: z.enum(['zh', 'en']).default('zh') }),
  response: z.unknown(),
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
  query: PlaceFilter.extend({
    placeId: Uuid.optional(),
    /** Which sheet of so many labels, from 1; more than one sheet holds is refused without it. */
    part: z.coerce.number().int().min(1).max(1000).optional(),
    lang: z.enum(['zh', 'en']).default('zh'),
  }),
  response: z.unknown(),
})
export const countLabels = route({
  id: 'countLabels',
  method: 'GET',
  path: `${base}/place-labels`,
  access: 'place.edit',
  tag: 'places',
  summary: 'How many labels there are to print, and how many one sheet holds',
  params: EstateParams,
  query: PlaceFilter,
  response: z.object({ labels: z.number().int(), most: z.number().int() }),
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
