import { z } from 'zod'
import { clearable, InEstate, Named, OneInEstate } from './estate.ts'
import { route } from './route.ts'
import { Instant, LocalDate, LocalTime, text, Uuid } from './values.ts'

/** What ties people, rooms and things together. Nothing is deleted: it ends (FD-011). Dates are inclusive. */
export const RESIDENCE_ROLES = ['owner', 'family', 'tenant', 'shop', 'proxy', 'nonOwnerUser'] as const
export type ResidenceRole = (typeof RESIDENCE_ROLES)[number]
/** FD-732, VS-004: by whole months since move-in (under 6, under 12, under 24, from 24 on by default). */
export const TENURES = ['new', 'adjusting', 'stable', 'longStanding'] as const
export type Tenure = (typeof TENURES)[number]
export const CUSTOMER_KINDS = ['person', 'company'] as const
export const UNIT_KINDS = ['flat', 'shop', 'villa', 'parking'] as const
export const CAUTION_KINDS = ['care', 'safety', 'communication', 'privacy', 'other'] as const
export const PARKING_USES = ['owned', 'rented', 'unknown'] as const
export const QuietHours = z.array(z.object({ from: LocalTime, to: LocalTime })).max(5)

export const UnitRef = z.object({ id: Uuid, unitNo: z.string(), display: z.string(), kind: z.enum(UNIT_KINDS) })
export const PhoneView = z.object({
  id: Uuid,
  /** Masked; the whole number is an unmasking of its own. */
  phone: z.string(),
  label: z.string().nullable(),
  preferred: z.boolean(),
  fromDate: LocalDate,
  untilDate: LocalDate.nullable(),
})
export type PhoneView = z.infer<typeof PhoneView>

export const ResidenceView = z.object({
  id: Uuid,
  unit: UnitRef,
  customer: Named,
  role: z.enum(RESIDENCE_ROLES),
  fromDate: LocalDate.nullable(),
  untilDate: LocalDate.nullable(),
  current: z.boolean(),
  primaryContact: z.boolean(),
  tenure: z.enum(TENURES).nullable(),
})
export type ResidenceView = z.infer<typeof ResidenceView>

export const AddResidence = z.strictObject({
  unitId: Uuid,
  customerId: Uuid,
  role: z.enum(RESIDENCE_ROLES),
  fromDate: LocalDate.optional(),
  untilDate: LocalDate.optional(),
  primaryContact: z.boolean().default(false),
})
export type AddResidence = z.output<typeof AddResidence>
/** A dated amendment; the former values stay in the history. */
export const ChangeResidence = z.strictObject({
  fromDate: clearable(LocalDate),
  untilDate: clearable(LocalDate),
  primaryContact: z.boolean().optional(),
  reason: text(300),
})
export type ChangeResidence = z.output<typeof ChangeResidence>
export const Ending = z.strictObject({ untilDate: LocalDate, reason: text(300) })
export type Ending = z.output<typeof Ending>

export const addResidence = route({
  id: 'addResidence',
  method: 'POST',
  path: '/api/v1/estates/:estateId/residences',
  access: 'customer.edit',
  tag: 'customers',
  summary: 'Somebody owns, rents or lives in a unit from a day on',
  params: InEstate,
  body: AddResidence,
  response: ResidenceView,
  status: 201,
})

export const changeResidence = route({
  id: 'changeResidence',
  method: 'PATCH',
  path: '/api/v1/estates/:estateId/residences/:id',
  access: 'customer.edit',
  tag: 'customers',
  summary: 'Correct the dates of a residence or make it the contact of its unit',
  params: OneInEstate,
  body: ChangeResidence,
  response: ResidenceView,
})

export const endResidence = route({
  id: 'endResidence',
  method: 'POST',
  path: '/api/v1/estates/:estateId/residences/:id/end',
  access: 'customer.edit',
  tag: 'customers',
  summary: 'A residence ends; `untilDate` is its last day',
  params: OneInEstate,
  body: Ending,
  response: ResidenceView,
})

export const VehicleView = z.object({
  id: Uuid,
  /** Masked. */
  plate: z.string(),
  model: z.string().nullable(),
  colour: z.string().nullable(),
  customer: Named.nullable(),
  unit: UnitRef.nullable(),
  parking: UnitRef.nullable(),
  fromDate: LocalDate.nullable(),
  untilDate: LocalDate.nullable(),
})
export type VehicleView = z.infer<typeof VehicleView>

export const AddVehicle = z.strictObject({
  plate: text(20),
  customerId: Uuid.optional(),
  unitId: Uuid.optional(),
  parkingUnitId: Uuid.optional(),
  model: text(60).optional(),
  colour: text(20).optional(),
  fromDate: LocalDate.optional(),
})
export type AddVehicle = z.output<typeof AddVehicle>
export const ChangeVehicle = z.strictObject({
  customerId: clearable(Uuid),
  unitId: clearable(Uuid),
  parkingUnitId: clearable(Uuid),
  model: clearable(text(60)),
  colour: clearable(text(20)),
})
export type ChangeVehicle = z.output<typeof ChangeVehicle>

export const addVehicle = route({
  id: 'addVehicle',
  method: 'POST',
  path: '/api/v1/estates/:estateId/vehicles',
  access: 'customer.edit',
  tag: 'customers',
  summary: 'A vehicle of a customer or unit; E_DUPLICATE while the plate is with somebody else',
  params: InEstate,
  body: AddVehicle,
  response: VehicleView,
  status: 201,
})

export const changeVehicle = route({
  id: 'changeVehicle',
  method: 'PATCH',
  path: '/api/v1/estates/:estateId/vehicles/:id',
  access: 'customer.edit',
  tag: 'customers',
  summary: 'Change what is known of a vehicle; another plate is another vehicle',
  params: OneInEstate,
  body: ChangeVehicle,
  response: VehicleView,
})

export const endVehicle = route({
  id: 'endVehicle',
  method: 'POST',
  path: '/api/v1/estates/:estateId/vehicles/:id/end',
  access: 'customer.edit',
  tag: 'customers',
  summary: 'The vehicle no longer belongs here',
  params: OneInEstate,
  body: Ending,
  response: VehicleView,
})

export const CautionView = z.object({
  id: Uuid,
  kind: z.enum(CAUTION_KINDS),
  text: z.string(),
  customer: Named.nullable(),
  unit: UnitRef.nullable(),
  createdBy: z.string(),
  createdAt: Instant,
  endedAt: Instant.nullable(),
})
export type CautionView = z.infer<typeof CautionView>

export const AddCaution = z.strictObject({
  kind: z.enum(CAUTION_KINDS),
  text: text(500),
  customerId: Uuid.optional(),
  unitId: Uuid.optional(),
})
export type AddCaution = z.output<typeof AddCaution>

export const addCaution = route({
  id: 'addCaution',
  method: 'POST',
  path: '/api/v1/estates/:estateId/cautions',
  access: 'customer.edit',
  tag: 'customers',
  summary: 'Something whoever serves this customer or unit must know first',
  params: InEstate,
  body: AddCaution,
  response: CautionView,
  status: 201,
})

export const endCaution = route({
  id: 'endCaution',
  method: 'POST',
  path: '/api/v1/estates/:estateId/cautions/:id/end',
  access: 'customer.edit',
  tag: 'customers',
  summary: 'The caution no longer holds',
  params: OneInEstate,
  body: z.strictObject({ reason: text(300) }),
  response: CautionView,
})

export const ParkingUseView = z.object({
  id: Uuid,
  space: UnitRef,
  unit: UnitRef,
  use: z.enum(PARKING_USES),
  fromDate: LocalDate.nullable(),
  untilDate: LocalDate.nullable(),
})
export type ParkingUseView = z.infer<typeof ParkingUseView>

export const AddParkingUse = z.strictObject({
  parkingUnitId: Uuid,
  unitId: Uuid,
  use: z.enum(PARKING_USES),
  fromDate: LocalDate.optional(),
})
export type AddParkingUse = z.output<typeof AddParkingUse>

export const addParkingUse = route({
  id: 'addParkingUse',
  method: 'POST',
  path: '/api/v1/estates/:estateId/parking-uses',
  access: 'customer.edit',
  tag: 'customers',
  summary: 'A household uses a parking space',
  params: InEstate,
  body: AddParkingUse,
  response: ParkingUseView,
  status: 201,
})

export const endParkingUse = route({
  id: 'endParkingUse',
  method: 'POST',
  path: '/api/v1/estates/:estateId/parking-uses/:id/end',
  access: 'customer.edit',
  tag: 'customers',
  summary: 'The household gives the space up',
  params: OneInEstate,
  body: Ending,
  response: ParkingUseView,
})
