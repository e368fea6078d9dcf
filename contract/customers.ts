import { z } from 'zod'
import { clearable, InEstate, OneInEstate, Version } from './estate.ts'
import {
  CautionView,
  CUSTOMER_KINDS,
  PhoneView,
  QuietHours,
  RESIDENCE_ROLES,
  ResidenceView,
  TENURES,
  VehicleView,
} from './households.ts'
import { PageQuery, pageOf } from './paging.ts'
import { route } from './route.ts'
import { Instant, LocalDate, text, Uuid } from './values.ts'

export const ID_KINDS = [
  'resident_id',
  'resident_id_15',
  'hmt_residence',
  'foreign_residence',
  'passport',
  'hk_macau_permit',
  'hk_macau_id',
  'taiwan_permit',
  'military',
  'uscc',
  'business_licence',
  'organisation_code',
] as const
const Gender = z.enum(['male', 'female'])
const Language = z.enum(['zh', 'en'])

/** A line of the customers list; personal data masked (FD-015). */
export const CustomerLine = z.object({
  id: Uuid,
  kind: z.enum(CUSTOMER_KINDS),
  name: z.string(),
  important: z.boolean(),
  noCallback: z.boolean(),
  language: Language,
  phone: z.string().nullable(),
  units: z.array(z.object({ id: Uuid, display: z.string(), role: z.enum(RESIDENCE_ROLES), current: z.boolean() })),
  tenure: z.enum(TENURES).nullable(),
  updatedAt: Instant,
})
export type CustomerLine = z.infer<typeof CustomerLine>

export const EmergencyContactView = z.object({
  id: Uuid,
  name: z.string(),
  relation: z.string().nullable(),
  /** Masked. */
  phone: z.string(),
  fromDate: LocalDate,
  untilDate: LocalDate.nullable(),
})
export type EmergencyContactView = z.infer<typeof EmergencyContactView>

export const CustomerView = z.object({
  id: Uuid,
  kind: z.enum(CUSTOMER_KINDS),
  name: z.string(),
  idKind: z.enum(ID_KINDS).nullable(),
  /** Masked to the last four characters. */
  idNumber: z.string().nullable(),
  /** A company's legal representative; masked. */
  representativeId: z.string().nullable(),
  gender: Gender.nullable(),
  birthDate: LocalDate.nullable(),
  language: Language,
  important: z.boolean(),
  noCallback: z.boolean(),
  quietHours: QuietHours,
  preferences: z.string().nullable(),
  remarks: z.string().nullable(),
  tenure: z.enum(TENURES).nullable(),
  phones: z.array(PhoneView),
  residences: z.array(ResidenceView),
  vehicles: z.array(VehicleView),
  emergencyContacts: z.array(EmergencyContactView),
  cautions: z.array(CautionView),
  version: Version,
  createdAt: Instant,
  updatedAt: Instant,
})
export type CustomerView = z.infer<typeof CustomerView>

const NewPhone = z.strictObject({
  /** In any habit of writing; kept as one level form. */
  phone: text(40),
  label: text(20).optional(),
  preferred: z.boolean().default(false),
  fromDate: LocalDate.optional(),
})
const NewContact = z.strictObject({ name: text(60), relation: text(20).optional(), phone: text(40) })

export const CreateCustomer = z.strictObject({
  kind: z.enum(CUSTOMER_KINDS),
  name: text(100),
  /** Identity card, passport, or a company's code; its kind is read from it. */
  idNumber: text(40).optional(),
  gender: Gender.optional(),
  birthDate: LocalDate.optional(),
  language: Language.default('zh'),
  important: z.boolean().default(false),
  noCallback: z.boolean().default(false),
  quietHours: QuietHours.default([]),
  preferences: text(2000).optional(),
  remarks: text(2000).optional(),
  phones: z.array(NewPhone).max(10).default([]),
  emergencyContacts: z.array(NewContact).max(5).default([]),
  residences: z
    .array(
      z.strictObject({
        unitId: Uuid,
        role: z.enum(RESIDENCE_ROLES),
        fromDate: LocalDate.optional(),
        untilDate: LocalDate.optional(),
        primaryContact: z.boolean().default(false),
      }),
    )
    .max(20)
    .default([]),
})
export type CreateCustomer = z.output<typeof CreateCustomer>

export const ChangeCustomer = z.strictObject({
  version: Version,
  name: text(100).optional(),
  kind: z.enum(CUSTOMER_KINDS).optional(),
  idNumber: clearable(text(40)),
  representativeId: clearable(text(40)),
  gender: clearable(Gender),
  birthDate: clearable(LocalDate),
  language: Language.optional(),
  important: z.boolean().optional(),
  noCallback: z.boolean().optional(),
  quietHours: QuietHours.optional(),
  preferences: clearable(text(2000)),
  remarks: clearable(text(2000)),
})
export type ChangeCustomer = z.output<typeof ChangeCustomer>

export const CustomerFilter = z.object({
  /** Name, pinyin, room, phone or plate, as in the omnibox. */
  q: z.string().trim().max(100).optional(),
  kind: z.enum(CUSTOMER_KINDS).optional(),
  role: z.enum(RESIDENCE_ROLES).optional(),
  important: z.enum(['true', 'false']).optional(),
  noCallback: z.enum(['true', 'false']).optional(),
  tenure: z.enum(TENURES).optional(),
  buildingId: Uuid.optional(),
  areaId: Uuid.optional(),
  unitId: Uuid.optional(),
  /** `true`: lives or owns here today. */
  current: z.enum(['true', 'false']).optional(),
  sort: z.enum(['name', 'updated']).default('name'),
})
export const CustomerQuery = CustomerFilter.extend(PageQuery.shape)
export type CustomerQuery = z.output<typeof CustomerQuery>

const base = '/api/v1/estates/:estateId/customers' as const

export const listCustomers = route({
  id: 'listCustomers',
  method: 'GET',
  path: base,
  access: 'customer.read',
  tag: 'customers',
  summary: 'Customers, filtered; personal data masked',
  params: InEstate,
  query: CustomerQuery,
  response: pageOf(CustomerLine),
})

export const createCustomer = route({
  id: 'createCustomer',
  method: 'POST',
  path: base,
  access: 'customer.edit',
  tag: 'customers',
  summary: 'Create a person or company, with phones, rooms and emergency contacts in one step',
  params: InEstate,
  body: CreateCustomer,
  response: CustomerView,
  status: 201,
})

export const getCustomer = route({
  id: 'getCustomer',
  method: 'GET',
  path: `${base}/:id`,
  access: 'customer.read',
  tag: 'customers',
  summary: 'One customer with phones, rooms, vehicles, contacts and cautions; personal data masked',
  params: OneInEstate,
  response: CustomerView,
})

export const changeCustomer = route({
  id: 'changeCustomer',
  method: 'PATCH',
  path: `${base}/:id`,
  access: 'customer.edit',
  tag: 'customers',
  summary: 'Change a customer; former values stay in the history',
  params: OneInEstate,
  body: ChangeCustomer,
  response: CustomerView,
})

export const addPhone = route({
  id: 'addPhone',
  method: 'POST',
  path: `${base}/:id/phones`,
  access: 'customer.edit',
  tag: 'customers',
  summary: 'A further number of a customer',
  params: OneInEstate,
  body: NewPhone,
  response: PhoneView,
  status: 201,
})

const ItemOfCustomer = z.object({ estateId: Uuid, id: Uuid, itemId: Uuid })
export const changePhone = route({
  id: 'changePhone',
  method: 'PATCH',
  path: `${base}/:id/phones/:itemId`,
  access: 'customer.edit',
  tag: 'customers',
  summary: 'Label, preference or last day of a number; another number is another phone',
  params: ItemOfCustomer,
  body: z.strictObject({
    label: clearable(text(20)),
    preferred: z.boolean().optional(),
    untilDate: LocalDate.optional(),
  }),
  response: PhoneView,
})

export const addEmergencyContact = route({
  id: 'addEmergencyContact',
  method: 'POST',
  path: `${base}/:id/emergency-contacts`,
  access: 'customer.edit',
  tag: 'customers',
  summary: 'Whom to call when the customer cannot be reached',
  params: OneInEstate,
  body: NewContact,
  response: EmergencyContactView,
  status: 201,
})

export const endEmergencyContact = route({
  id: 'endEmergencyContact',
  method: 'POST',
  path: `${base}/:id/emergency-contacts/:itemId/end`,
  access: 'customer.edit',
  tag: 'customers',
  summary: 'This person is no longer the emergency contact',
  params: ItemOfCustomer,
  body: z.strictObject({ reason: text(300) }),
  response: EmergencyContactView,
})

export const UNMASKED_FIELDS = ['phone', 'idNumber', 'representativeId', 'plate', 'emergencyPhone'] as const
export const UnmaskCustomer = z.strictObject({
  field: z.enum(UNMASKED_FIELDS),
  /** Which phone, vehicle or emergency contact; not needed for identity numbers. */
  itemId: Uuid.optional(),
  purpose: text(200),
})
export const unmaskCustomer = route({
  id: 'unmaskCustomer',
  method: 'POST',
  path: `${base}/:id/unmask`,
  access: 'customer.unmask',
  tag: 'customers',
  summary: 'One personal value in full; who looked, at what and why is kept (FD-015)',
  params: OneInEstate,
  body: UnmaskCustomer,
  response: z.object({ value: z.string() }),
})

/** One entry of a history: what was done, by whom, and what stood there before. Personal values stay masked. */
export const HistoryEntry = z.object({
  id: Uuid,
  at: Instant,
  actorName: z.string(),
  action: z.string(),
  subjectKind: z.string(),
  subjectId: Uuid.nullable(),
  purpose: z.string().nullable(),
  changes: z.array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() })),
})
export type HistoryEntry = z.infer<typeof HistoryEntry>

export const listCustomerHistory = route({
  id: 'listCustomerHistory',
  method: 'GET',
  path: `${base}/:id/history`,
  access: 'customer.read',
  tag: 'customers',
  summary: 'Everything that was changed or looked at, newest first (FD-012)',
  params: OneInEstate,
  query: PageQuery,
  response: pageOf(HistoryEntry),
})

export const IDENTITY_METHODS = ['idSeen', 'recordMatch', 'phoneCall', 'powerOfAttorney'] as const
export const IDENTITY_RESULTS = ['confirmed', 'notConfirmed', 'noAnswer'] as const
export const IdentityCheckView = z.object({
  id: Uuid,
  method: z.enum(IDENTITY_METHODS),
  result: z.enum(IDENTITY_RESULTS),
  /** The number on file that was called; masked. */
  numberCalled: z.string().nullable(),
  /** Whether the identity number shown was the one on file; null when none was shown or none is on file. */
  idMatches: z.boolean().nullable(),
  note: z.string().nullable(),
  at: Instant,
  by: z.string(),
})
export type IdentityCheckView = z.infer<typeof IdentityCheckView>

export const RecordIdentityCheck = z.strictObject({
  method: z.enum(IDENTITY_METHODS),
  result: z.enum(IDENTITY_RESULTS),
  /** phoneCall: which of the numbers on file was called (FD-009). */
  phoneId: Uuid.optional(),
  /** idSeen, recordMatch: the number shown or said; compared with the record and not kept. */
  idNumber: text(40).optional(),
  note: text(500).optional(),
})
export type RecordIdentityCheck = z.output<typeof RecordIdentityCheck>

export const recordIdentityCheck = route({
  id: 'recordIdentityCheck',
  method: 'POST',
  path: `${base}/:id/identity-checks`,
  access: ['desk.use', 'customer.edit'],
  tag: 'customers',
  summary: 'How it was made sure that this is the customer (FD-008)',
  params: OneInEstate,
  body: RecordIdentityCheck,
  response: IdentityCheckView,
  status: 201,
})

export const listIdentityChecks = route({
  id: 'listIdentityChecks',
  method: 'GET',
  path: `${base}/:id/identity-checks`,
  access: 'customer.read',
  tag: 'customers',
  summary: 'Identity checks of a customer, newest first',
  params: OneInEstate,
  query: PageQuery,
  response: pageOf(IdentityCheckView),
})

export const Caller = z.object({
  customer: z.object({
    id: Uuid,
    name: z.string(),
    kind: z.enum(CUSTOMER_KINDS),
    important: z.boolean(),
    noCallback: z.boolean(),
    language: Language,
  }),
  phoneLabel: z.string().nullable(),
  units: z.array(z.object({ id: Uuid, display: z.string(), role: z.enum(RESIDENCE_ROLES) })),
  cautions: z.array(z.string()),
})
export type Caller = z.infer<typeof Caller>

export const findCaller = route({
  id: 'findCaller',
  method: 'GET',
  path: '/api/v1/estates/:estateId/callers',
  access: 'customer.read',
  tag: 'customers',
  summary: 'Who calls from this number: exact match on the current numbers on file',
  params: InEstate,
  query: z.object({ phone: z.string().trim().min(3).max(40) }),
  response: z.object({ rows: z.array(Caller) }),
})

export const ExportQuery = z.object({
  lang: Language.default('zh'),
  /** Why the file is needed; with it and the permission customer.export the values stand unmasked in it. */
  purpose: text(200).optional(),
})
export const exportCustomers = route({
  id: 'exportCustomers',
  method: 'GET',
  path: '/api/v1/estates/:estateId/exports/customers',
  access: ['customer.read', 'customer.export'],
  tag: 'customers',
  summary: 'The filtered customers as an Excel file; masked unless the caller may export and says why; logged',
  params: InEstate,
  query: CustomerFilter.extend(ExportQuery.shape),
  response: z.unknown(),
})
