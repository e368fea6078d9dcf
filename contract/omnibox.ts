import { z } from 'zod'
import { InEstate, Named } from './estate.ts'
import { CUSTOMER_KINDS, RESIDENCE_ROLES, UNIT_KINDS } from './households.ts'
import { route } from './route.ts'
import { Uuid } from './values.ts'

/** What the words typed were found by; the page may say it beside the hit. */
export const MATCHES = ['room', 'name', 'pinyin', 'phone', 'plate', 'number'] as const

const hit = {
  id: Uuid,
  estate: Named,
  match: z.enum(MATCHES),
  /** What was typed is all of it, not a part. */
  exact: z.boolean(),
}
const Role = z.enum(RESIDENCE_ROLES)

const CustomerHit = z.object({
  ...hit,
  kind: z.literal('customer'),
  name: z.string(),
  customerKind: z.enum(CUSTOMER_KINDS),
  important: z.boolean(),
  noCallback: z.boolean(),
  /** Masked. */
  phone: z.string().nullable(),
  units: z.array(z.object({ id: Uuid, display: z.string(), role: Role, current: z.boolean() })),
})
const UnitHit = z.object({
  ...hit,
  kind: z.literal('unit'),
  display: z.string(),
  unitKind: z.enum(UNIT_KINDS),
  /** Empty for people who may not read customers. */
  residents: z.array(z.object({ id: Uuid, name: z.string(), role: Role, phone: z.string().nullable() })),
})
const VehicleHit = z.object({
  ...hit,
  kind: z.literal('vehicle'),
  plate: z.string(),
  customer: Named.nullable(),
  unit: z.object({ id: Uuid, display: z.string() }).nullable(),
  phone: z.string().nullable(),
})
/** A matter, receipt or order; `label` was given by the room it belongs to. */
const NumberHit = z.object({ ...hit, kind: z.enum(['matter', 'order']), label: z.string() })

export const OmniboxHit = z.discriminatedUnion('kind', [CustomerHit, UnitHit, VehicleHit, NumberHit])
export type OmniboxHit = z.infer<typeof OmniboxHit>
export const OmniboxAnswer = z.object({ hits: z.array(OmniboxHit).max(20) })

/** Anything that a keyboard can send; never an error. */
const OmniboxQuery = z.object({ q: z.string().max(500) })

export const searchEstate = route({
  id: 'searchEstate',
  method: 'GET',
  path: '/api/v1/estates/:estateId/omnibox',
  access: ['estate.read', 'customer.read', 'matter.read'],
  tag: 'omnibox',
  summary: 'Find a household, person, vehicle or matter by whatever is known; at most 20, best first',
  params: InEstate,
  query: OmniboxQuery,
  response: OmniboxAnswer,
})

export const searchCompany = route({
  id: 'searchCompany',
  method: 'GET',
  path: '/api/v1/omnibox',
  access: ['estate.read', 'customer.read', 'matter.read'],
  tag: 'omnibox',
  summary: 'The same over all estates in which the caller works',
  query: OmniboxQuery,
  response: OmniboxAnswer,
})
