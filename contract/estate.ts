import { z } from 'zod'
import { PageQuery, pageOf } from './paging.ts'
import { route } from './route.ts'
import { text, Uuid } from './values.ts'

/** Path of everything that lies in one estate. */
export const InEstate = z.object({ estateId: Uuid })
export const OneInEstate = z.object({ estateId: Uuid, id: Uuid })
export const Named = z.object({ id: Uuid, name: z.string() })
export type Named = z.infer<typeof Named>

/** The version the caller saw; another one in the database is E_VERSION_STALE. */
export const Version = z.number().int().min(1)
/** Absent: stays as it is. Null: is emptied. */
export const clearable = <T extends z.ZodType>(schema: T) => schema.nullable().optional()

export const BUILDING_KINDS = ['residential', 'villa', 'shops', 'parking', 'public'] as const

export const EstateLine = z.object({
  id: Uuid,
  code: z.string(),
  name: z.string(),
  address: z.string().nullable(),
  timeZone: z.string(),
  company: Named,
  centre: Named,
  version: Version,
})
export type EstateLine = z.infer<typeof EstateLine>

export const EstateView = EstateLine.extend({
  buildings: z.number().int(),
  units: z.number().int(),
  customers: z.number().int(),
  vehicles: z.number().int(),
  /** FD-820: buildings of which nobody is the steward. */
  buildingsWithoutSteward: z.number().int(),
})
export type EstateView = z.infer<typeof EstateView>

const EstateCode = z
  .string()
  .trim()
  .regex(/^[A-Z0-9][A-Z0-9_-]{1,19}$/)
  .meta({ description: '2 to 20 capital letters, digits, - and _; never changes', example: 'CH' })
const TimeZone = z.string().trim().min(1).max(60).meta({ description: 'IANA time zone', example: 'Asia/Shanghai' })

export const CreateEstate = z.strictObject({
  code: EstateCode,
  name: text(60),
  address: text(200).optional(),
  timeZone: TimeZone.default('Asia/Shanghai'),
  /** One of the company's service centres, or the name of a new one. */
  centreId: Uuid.optional(),
  centreName: text(60).optional(),
})
export type CreateEstate = z.output<typeof CreateEstate>

export const ChangeEstate = z.strictObject({
  version: Version,
  name: text(60).optional(),
  address: clearable(text(200)),
  timeZone: TimeZone.optional(),
  centreId: Uuid.optional(),
})
export type ChangeEstate = z.output<typeof ChangeEstate>

export const listEstates = route({
  id: 'listEstates',
  method: 'GET',
  path: '/api/v1/estates',
  access: 'estate.read',
  tag: 'estates',
  summary: 'The estates the caller works in',
  query: PageQuery.extend({ q: z.string().trim().max(100).optional(), centreId: Uuid.optional() }),
  response: pageOf(EstateLine),
})

export const createEstate = route({
  id: 'createEstate',
  method: 'POST',
  path: '/api/v1/estates',
  // the first estate of a company has nobody with a right in an estate; the handler asks for estate.edit in the whole company
  access: 'signed-in',
  tag: 'estates',
  summary: 'Create an estate; for people who may edit estates in the whole company',
  body: CreateEstate,
  response: EstateView,
  status: 201,
})

export const getEstate = route({
  id: 'getEstate',
  method: 'GET',
  path: '/api/v1/estates/:estateId',
  access: 'estate.read',
  tag: 'estates',
  summary: 'One estate with its counts',
  params: InEstate,
  response: EstateView,
})

export const changeEstate = route({
  id: 'changeEstate',
  method: 'PATCH',
  path: '/api/v1/estates/:estateId',
  access: 'estate.edit',
  tag: 'estates',
  summary: 'Change name, address, time zone or centre; the code never changes',
  params: InEstate,
  body: ChangeEstate,
  response: EstateView,
})

export const listCentres = route({
  id: 'listCentres',
  method: 'GET',
  path: '/api/v1/centres',
  access: 'signed-in',
  tag: 'estates',
  summary: "The service centres of the caller's company",
  query: PageQuery,
  response: pageOf(Named.extend({ company: Named, estates: z.number().int() })),
})

export const BuildingLine = z.object({
  id: Uuid,
  /** First part of its room numbers: 3, A, B1, 紫薇阁. */
  code: z.string(),
  name: z.string(),
  kind: z.enum(BUILDING_KINDS),
  floors: z.number().int().nullable(),
  sort: z.number().int(),
  units: z.number().int(),
  area: Named.nullable(),
  steward: Named.nullable(),
  version: Version,
})
export type BuildingLine = z.infer<typeof BuildingLine>

const floors = z.number().int().min(1).max(200)
const sort = z.number().int().min(0).max(1_000_000)
export const CreateBuilding = z.strictObject({
  /** As people write it: 3, 3栋, A座; the code is read out of it. */
  code: text(20),
  name: text(40).optional(),
  kind: z.enum(BUILDING_KINDS).default('residential'),
  floors: floors.optional(),
  sort: sort.optional(),
})
export type CreateBuilding = z.output<typeof CreateBuilding>
export const ChangeBuilding = z.strictObject({
  version: Version,
  name: text(40).optional(),
  kind: z.enum(BUILDING_KINDS).optional(),
  floors: clearable(floors),
  sort: sort.optional(),
})
export type ChangeBuilding = z.output<typeof ChangeBuilding>

export const listBuildings = route({
  id: 'listBuildings',
  method: 'GET',
  path: '/api/v1/estates/:estateId/buildings',
  access: 'estate.read',
  tag: 'estates',
  summary: 'Buildings with area and steward',
  params: InEstate,
  query: PageQuery.extend({ areaId: Uuid.optional(), withoutSteward: z.enum(['true']).optional() }),
  response: pageOf(BuildingLine),
})

export const createBuilding = route({
  id: 'createBuilding',
  method: 'POST',
  path: '/api/v1/estates/:estateId/buildings',
  access: 'estate.edit',
  tag: 'estates',
  summary: 'Create a building',
  params: InEstate,
  body: CreateBuilding,
  response: BuildingLine,
  status: 201,
})

export const changeBuilding = route({
  id: 'changeBuilding',
  method: 'PATCH',
  path: '/api/v1/estates/:estateId/buildings/:id',
  access: 'estate.edit',
  tag: 'estates',
  summary: 'Change a building; its code never changes, because room numbers begin with it',
  params: OneInEstate,
  body: ChangeBuilding,
  response: BuildingLine,
})

export const AreaView = z.object({
  id: Uuid,
  name: z.string(),
  steward: Named.nullable(),
  buildings: z.array(Named.extend({ code: z.string() })),
  units: z.number().int(),
  version: Version,
})
export type AreaView = z.infer<typeof AreaView>

export const CreateArea = z.strictObject({
  name: text(40),
  stewardId: Uuid.nullable().default(null),
  buildingIds: z.array(Uuid).max(500).default([]),
})
export type CreateArea = z.output<typeof CreateArea>
export const ChangeArea = z.strictObject({
  version: Version,
  name: text(40).optional(),
  stewardId: clearable(Uuid),
  /** The whole list; a building named here leaves the area it was in (FD-820: one steward a unit). */
  buildingIds: z.array(Uuid).max(500).optional(),
})
export type ChangeArea = z.output<typeof ChangeArea>

export const listAreas = route({
  id: 'listAreas',
  method: 'GET',
  path: '/api/v1/estates/:estateId/areas',
  access: 'estate.read',
  tag: 'estates',
  summary: 'Areas with their stewards and buildings (FD-820)',
  params: InEstate,
  query: PageQuery,
  response: pageOf(AreaView),
})

export const createArea = route({
  id: 'createArea',
  method: 'POST',
  path: '/api/v1/estates/:estateId/areas',
  access: 'estate.edit',
  tag: 'estates',
  summary: 'Create an area with its steward and buildings',
  params: InEstate,
  body: CreateArea,
  response: AreaView,
  status: 201,
})

export const changeArea = route({
  id: 'changeArea',
  method: 'PATCH',
  path: '/api/v1/estates/:estateId/areas/:id',
  access: 'estate.edit',
  tag: 'estates',
  summary: 'Change name, steward or buildings of an area',
  params: OneInEstate,
  body: ChangeArea,
  response: AreaView,
})
