import { z } from 'zod'
import { CustomerView } from './customers.ts'
import { InEstate, Named, OneInEstate } from './estate.ts'
import { TENURES, UnitRef } from './households.ts'
import { PageQuery, pageOf } from './paging.ts'
import { route } from './route.ts'
import { UnitCard } from './units.ts'
import { Fen, Instant, LocalDate, text, Uuid } from './values.ts'

/** One ownership of a unit: from the day its owners came to the day they left (FD-730: one archive each). */
export const Ownership = z.object({
  id: Uuid,
  owners: z.array(Named),
  fromDate: LocalDate.nullable(),
  untilDate: LocalDate.nullable(),
  current: z.boolean(),
})
export type Ownership = z.infer<typeof Ownership>

/** A line that another room's ledger contributes; nothing here is typed by hand (FD-730). */
export const ConsumptionLine = z.object({
  kind: z.enum(['moveInCharge', 'propertyFee', 'utility', 'parking', 'other']),
  text: z.string(),
  paidFen: Fen,
  openFen: Fen,
  through: LocalDate.nullable(),
})
export type ConsumptionLine = z.infer<typeof ConsumptionLine>

/** FD-731: a paper archive that left its cabinet. */
export const ArchiveLoan = z.object({
  id: Uuid,
  unit: UnitRef,
  borrower: z.string(),
  purpose: z.string(),
  lentAt: Instant,
  lentBy: z.string(),
  dueOn: LocalDate.nullable(),
  returnedAt: Instant.nullable(),
  returnNote: z.string().nullable(),
  late: z.boolean(),
})
export type ArchiveLoan = z.infer<typeof ArchiveLoan>

/** The archive of one ownership in its four classes of data (FD-730). */
export const ArchiveView = z.object({
  ownership: Ownership,
  others: z.array(Ownership),
  tenure: z.enum(TENURES).nullable(),
  basics: z.object({ owners: z.array(CustomerView), family: z.array(CustomerView), others: z.array(CustomerView) }),
  property: UnitCard.shape.unit,
  vehicles: z.array(UnitCard.shape.vehicles.element),
  consumption: z.object({
    /** Purchase money and mortgage; null for people without customer.wealth. */
    wealth: z.object({ mortgageKind: z.string().nullable(), purchaseFen: Fen.nullable() }).nullable(),
    lines: z.array(ConsumptionLine),
  }),
  loans: z.array(ArchiveLoan),
})
export type ArchiveView = z.infer<typeof ArchiveView>

export const openArchive = route({
  id: 'openArchive',
  method: 'GET',
  path: '/api/v1/estates/:estateId/units/:id/archive',
  access: 'customer.read',
  tag: 'archive',
  summary:
    'The customer archive of a unit, of the present ownership unless said otherwise; opening it is logged (FD-731)',
  params: OneInEstate,
  query: z.object({ ownershipId: Uuid.optional(), purpose: text(200).optional() }),
  response: ArchiveView,
})

export const LendArchive = z.strictObject({
  unitId: Uuid,
  borrower: text(60),
  purpose: text(300),
  dueOn: LocalDate.optional(),
})
export type LendArchive = z.output<typeof LendArchive>

export const lendArchive = route({
  id: 'lendArchive',
  method: 'POST',
  path: '/api/v1/estates/:estateId/archive-loans',
  access: 'customer.edit',
  tag: 'archive',
  summary: 'Register who took a paper archive and what for; E_DUPLICATE while it is out',
  params: InEstate,
  body: LendArchive,
  response: ArchiveLoan,
  status: 201,
})

export const returnArchive = route({
  id: 'returnArchive',
  method: 'POST',
  path: '/api/v1/estates/:estateId/archive-loans/:id/return',
  access: 'customer.edit',
  tag: 'archive',
  summary: 'The paper archive is back',
  params: OneInEstate,
  body: z.strictObject({ note: text(300).optional() }),
  response: ArchiveLoan,
})

export const listArchiveLoans = route({
  id: 'listArchiveLoans',
  method: 'GET',
  path: '/api/v1/estates/:estateId/archive-loans',
  access: 'customer.read',
  tag: 'archive',
  summary: 'Lent paper archives, newest first',
  params: InEstate,
  query: PageQuery.extend({ out: z.enum(['true', 'false']).optional(), unitId: Uuid.optional() }),
  response: pageOf(ArchiveLoan),
})
