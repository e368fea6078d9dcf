import { z } from 'zod'
import { EmergencyContactView, ExportQuery, HistoryEntry } from './customers.ts'
import { clearable, InEstate, Named, OneInEstate, Version } from './estate.ts'
import {
  CautionView,
  CUSTOMER_KINDS,
  ParkingUseView,
  PhoneView,
  QuietHours,
  ResidenceView,
  TENURES,
  UNIT_KINDS,
  UnitRef,
  VehicleView,
} from './households.ts'
import { PageQuery, pageOf } from './paging.ts'
import { route } from './route.ts'
import { Fen, Instant, LocalDate, text, Uuid } from './values.ts'

/** Hundredths of a square metre: 12375 is 123.75 m². */
const AreaX100 = z.number().int().min(1).max(100_000_000).meta({ description: 'hundredths of a square metre' })

export const UnitLine = UnitRef.extend({
  building: Named,
  section: z.string().nullable(),
  room: z.string(),
  floor: z.number().int().nullable(),
  unitType: z.string().nullable(),
  usage: z.string().nullable(),
  areaX100: AreaX100.nullable(),
  handoverDate: LocalDate.nullable(),
  steward: Named.nullable(),
  /** Names of the present owners; null for people who may not read customers. */
  owners: z.array(Named).nullable(),
  tenants: z.array(Named).nullable(),
  version: Version,
})
export type UnitLine = z.infer<typeof UnitLine>

export const UnitView = UnitLine.extend({
  innerAreaX100: AreaX100.nullable(),
  waterMeter: z.string().nullable(),
  powerMeter: z.string().nullable(),
  remarks: z.string().nullable(),
  /** FD-730: archive staff and leads only; null for everybody else. */
  wealth: z.object({ mortgageKind: z.string().nullable(), purchaseFen: Fen.nullable() }).nullable(),
  createdAt: Instant,
})
export type UnitView = z.infer<typeof UnitView>

const unitFields = {
  unitType: clearable(text(40)),
  usage: clearable(text(40)),
  floor: clearable(z.number().int().min(-10).max(300)),
  areaX100: clearable(AreaX100),
  innerAreaX100: clearable(AreaX100),
  handoverDate: clearable(LocalDate),
  waterMeter: clearable(text(40)),
  powerMeter: clearable(text(40)),
  remarks: clearable(text(2000)),
}
export const CreateUnit = z.strictObject({
  /** In any habit of writing: 3-2-1203, 3栋2单元1203, 底商05. Its building must stand. */
  unitNo: text(60),
  kind: z.enum(UNIT_KINDS).optional(),
  ...unitFields,
})
export type CreateUnit = z.output<typeof CreateUnit>
export const ChangeUnit = z.strictObject({
  version: Version,
  kind: z.enum(UNIT_KINDS).optional(),
  ...unitFields,
  /** Both need the permission customer.wealth. */
  mortgageKind: clearable(text(40)),
  purchaseFen: clearable(Fen),
})
export type ChangeUnit = z.output<typeof ChangeUnit>

export const UnitFilter = z.object({
  /** Room in any habit, name, pinyin, phone or plate, as in the omnibox. */
  q: z.string().trim().max(100).optional(),
  buildingId: Uuid.optional(),
  areaId: Uuid.optional(),
  kind: z.enum(UNIT_KINDS).optional(),
  /** owner: has a present owner; tenant: is let; none: nobody is known. */
  held: z.enum(['owner', 'tenant', 'none']).optional(),
  tenure: z.enum(TENURES).optional(),
})
export const UnitQuery = UnitFilter.extend(PageQuery.shape)
export type UnitQuery = z.output<typeof UnitQuery>

const base = '/api/v1/estates/:estateId/units' as const

export const listUnits = route({
  id: 'listUnits',
  method: 'GET',
  path: base,
  access: 'estate.read',
  tag: 'units',
  summary: 'Units in the order of their numbers',
  params: InEstate,
  query: UnitQuery,
  response: pageOf(UnitLine),
})

export const createUnit = route({
  id: 'createUnit',
  method: 'POST',
  path: base,
  access: 'estate.edit',
  tag: 'units',
  summary: 'Create a unit in a building that stands',
  params: InEstate,
  body: CreateUnit,
  response: UnitView,
  status: 201,
})

export const getUnit = route({
  id: 'getUnit',
  method: 'GET',
  path: `${base}/:id`,
  access: 'estate.read',
  tag: 'units',
  summary: 'One unit',
  params: OneInEstate,
  response: UnitView,
})

export const changeUnit = route({
  id: 'changeUnit',
  method: 'PATCH',
  path: `${base}/:id`,
  access: ['estate.edit', 'customer.wealth'],
  tag: 'units',
  summary: 'Change a unit; its number never changes; purchase money and mortgage need customer.wealth',
  params: OneInEstate,
  body: ChangeUnit,
  response: UnitView,
})

/** A person of a unit as the desk needs them; personal data masked. */
export const Resident = z.object({
  residence: ResidenceView,
  customer: z.object({
    id: Uuid,
    name: z.string(),
    kind: z.enum(CUSTOMER_KINDS),
    important: z.boolean(),
    noCallback: z.boolean(),
    language: z.enum(['zh', 'en']),
    quietHours: QuietHours,
    preferences: z.string().nullable(),
  }),
  phones: z.array(PhoneView),
  emergencyContacts: z.array(EmergencyContactView),
})
export type Resident = z.infer<typeof Resident>

/** The 360° card of a unit. Open matters come from the list of matters (`unitId`), read beside it. */
export const UnitCard = z.object({
  unit: UnitView,
  tenure: z.enum(TENURES).nullable(),
  steward: Named.extend({ phone: z.string().nullable() }).nullable(),
  residents: z.array(Resident),
  formerResidents: z.number().int(),
  vehicles: z.array(VehicleView),
  parking: z.array(ParkingUseView),
  cautions: z.array(CautionView),
})
export type UnitCard = z.infer<typeof UnitCard>

export const getUnitCard = route({
  id: 'getUnitCard',
  method: 'GET',
  path: `${base}/:id/card`,
  access: 'customer.read',
  tag: 'units',
  summary: 'Everything the desk needs to know of a unit at a glance',
  params: OneInEstate,
  response: UnitCard,
})

export const listUnitHistory = route({
  id: 'listUnitHistory',
  method: 'GET',
  path: `${base}/:id/history`,
  access: 'customer.read',
  tag: 'units',
  summary: 'What was changed of a unit and its people, newest first',
  params: OneInEstate,
  query: PageQuery,
  response: pageOf(HistoryEntry),
})

export const exportUnits = route({
  id: 'exportUnits',
  method: 'GET',
  path: '/api/v1/estates/:estateId/exports/units',
  access: ['estate.read', 'customer.export'],
  tag: 'units',
  summary:
    'The filtered units with their people as an Excel file; masked unless the caller may export and says why; logged',
  params: InEstate,
  query: UnitFilter.extend(ExportQuery.shape),
  response: z.unknown(),
})
