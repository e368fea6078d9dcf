import { z } from 'zod'
import { TOUCHPOINTS } from './complaint-categories.ts'
import { EstateParams, Person } from './matters.ts'
import { PageQuery, pageOf } from './paging.ts'
import { route } from './route.ts'
import {
  ASPECTS,
  CheckItem,
  CONDITIONS,
  EVIDENCES,
  FREQUENCIES,
  ItemId,
  KANO_CLASSES,
  LimitInput,
  SENSES,
  SEVERITIES,
  Threshold,
  TRAITS,
} from './touchpoints.ts'
import { Instant, LocalDate, optionalText, text, Uuid } from './values.ts'

const base = '/api/v1/estates/:estateId'
const STANDARD_STATES = ['draft', 'published', 'withdrawn'] as const

export const StandardVersion = z.object({
  id: Uuid,
  /** 0 is the catalogue as the product brings it. */
  number: z.number().int(),
  name: z.string(),
  note: z.string().nullable(),
  state: z.enum(STANDARD_STATES),
  effectiveFrom: LocalDate.nullable(),
  /** In force today. */
  inForce: z.boolean(),
  items: z.number().int(),
  itemsOff: z.number().int(),
  createdAt: Instant,
  createdBy: Person.nullable(),
  /** Who has written in it: none of them checks or approves it (FD-766). */
  editors: z.array(Person),
  checkedAt: Instant.nullable(),
  checkedBy: Person.nullable(),
  publishedAt: Instant.nullable(),
  publishedBy: Person.nullable(),
  version: z.number().int(),
})
export type StandardVersion = z.output<typeof StandardVersion>

export const StandardItem = CheckItem.extend({ active: z.boolean(), seq: z.number().int(), version: z.number().int() })
export type StandardItem = z.output<typeof StandardItem>

/** What an editor may say of an item; touchpoint, aspect and id are what it is. */
const ItemInput = {
  sense: z.enum(SENSES),
  zh: text(200),
  en: text(300),
  severity: z.enum(SEVERITIES),
  evidence: z.enum(EVIDENCES),
  threshold: LimitInput.nullable(),
  frequency: z.enum(FREQUENCIES).nullable().default(null),
  conditions: z.array(z.enum(CONDITIONS)).max(15),
  trait: z.enum(TRAITS).nullable().default(null),
  kano: z.enum(KANO_CLASSES),
}

type Proof = Pick<CheckItem, 'evidence' | 'threshold'>
const limited = (item: Proof, ctx: z.core.$RefinementCtx<Proof>) => {
  if (item.evidence === 'measurement' && item.threshold === null)
    ctx.addIssue({ code: 'custom', path: ['threshold'], message: 'limit_missing', input: item })
}
/** What an estate says of an item of its own: all that the company says of its items; what is measured has a limit. */
export const OwnItemInput = z.strictObject({ aspect: z.enum(ASPECTS), ...ItemInput }).superRefine(limited)
const StandardParams = z.object({ id: Uuid })

export const listStandards = route({
  id: 'listStandards',
  method: 'GET',
  path: '/api/v1/standards',
  access: 'standard.read',
  tag: 'standards',
  summary: 'The versions of the company standard, newest first; number 0 comes with the product',
  query: PageQuery,
  response: pageOf(StandardVersion),
})
export const createStandard = route({
  id: 'createStandard',
  method: 'POST',
  path: '/api/v1/standards',
  access: 'standard.edit',
  tag: 'standards',
  summary: 'A draft that begins as a copy of another version; a company has one draft at a time',
  body: z.strictObject({ fromId: Uuid, name: text(60), note: optionalText(1000) }),
  response: StandardVersion,
  status: 201,
})
export const listStandardItems = route({
  id: 'listStandardItems',
  method: 'GET',
  path: '/api/v1/standards/:id/items',
  access: 'standard.read',
  tag: 'standards',
  summary: 'The items of one version in the order of the checklists',
  params: StandardParams,
  query: PageQuery.extend({
    touchpoint: z.enum(TOUCHPOINTS).optional(),
    aspect: z.enum(ASPECTS).optional(),
    severity: z.enum(SEVERITIES).optional(),
    kano: z.enum(KANO_CLASSES).optional(),
    frequency: z.enum([...FREQUENCIES, 'none']).optional(),
    active: z.enum(['true', 'false']).optional(),
    /** Whose limit each estate sets for itself. */
    siteLimit: z.enum(['true', 'false']).optional(),
    q: optionalText(60),
  }),
  response: pageOf(StandardItem),
})
export const changeStandardItem = route({
  id: 'changeStandardItem',
  method: 'PUT',
  path: '/api/v1/standards/:id/items/:itemId',
  access: 'standard.edit',
  tag: 'standards',
  summary: 'An item of a draft, said otherwise or switched off',
  params: StandardParams.extend({ itemId: ItemId }),
  body: z.strictObject({ ...ItemInput, active: z.boolean(), version: z.number().int() }),
  response: StandardItem,
})
export const addStandardItem = route({
  id: 'addStandardItem',
  method: 'POST',
  path: '/api/v1/standards/:id/items',
  access: 'standard.edit',
  tag: 'standards',
  summary: 'A further item of a draft; it gets the next free number of its touchpoint and aspect',
  params: StandardParams,
  body: z.strictObject({ touchpoint: z.enum(TOUCHPOINTS), aspect: z.enum(ASPECTS), ...ItemInput }),
  response: StandardItem,
  status: 201,
})
export const checkStandard = route({
  id: 'checkStandard',
  method: 'POST',
  path: '/api/v1/standards/:id/check',
  access: 'standard.approve',
  tag: 'standards',
  summary: 'A draft is checked, by somebody who has not written in it; a change takes the check back',
  params: StandardParams,
  body: z.strictObject({ version: z.number().int() }),
  response: StandardVersion,
})
export const publishStandard = route({
  id: 'publishStandard',
  method: 'POST',
  path: '/api/v1/standards/:id/publish',
  access: 'standard.approve',
  tag: 'standards',
  summary: 'What is checked is in force from this day on, today at the earliest; it never changes again',
  params: StandardParams,
  body: z.strictObject({ effectiveFrom: LocalDate, version: z.number().int() }),
  response: StandardVersion,
})
export const withdrawStandard = route({
  id: 'withdrawStandard',
  method: 'POST',
  path: '/api/v1/standards/:id/withdraw',
  access: 'standard.edit',
  tag: 'standards',
  summary: 'A draft that will not be used, or a published one whose day has not come',
  params: StandardParams,
  body: z.strictObject({ reason: text(500), version: z.number().int() }),
  response: StandardVersion,
})

/** One field as two versions have it. */
export const FieldDifference = z.object({ field: z.string(), before: z.unknown(), after: z.unknown() })
export type FieldDifference = z.output<typeof FieldDifference>
export const ItemDifference = z.object({
  itemId: ItemId,
  /** An estate leaves an item of the company off, or no longer does. */
  what: z.enum(['added', 'removed', 'changed', 'off', 'on']),
  zh: z.string(),
  en: z.string(),
  fields: z.array(FieldDifference),
})
export type ItemDifference = z.output<typeof ItemDifference>
export const compareStandards = route({
  id: 'compareStandards',
  method: 'GET',
  path: '/api/v1/standards/:id/compare',
  access: 'standard.read',
  tag: 'standards',
  summary: 'What this version says otherwise than another one',
  params: StandardParams,
  query: z.object({ with: Uuid }),
  response: z.object({ rows: z.array(ItemDifference) }),
})

/** What an estate sets otherwise, by item; `limit`: a limit as it is kept, as it may be said, or while it is typed. */
export const changedWith = <L extends z.ZodType>(limit: L) =>
  z.record(
    ItemId,
    z.strictObject({
      threshold: limit.nullable().optional(),
      frequency: z.enum(FREQUENCIES).nullable().optional(),
      severity: z.enum(SEVERITIES).optional(),
    }),
  )
const VariantContent = {
  traits: z.array(z.enum(TRAITS)).max(TRAITS.length),
  standing: z.array(z.enum(['region:north'])).max(1),
  off: z.record(ItemId, text(200)),
  added: z
    .array(CheckItem.extend({ zh: text(200), en: text(300), threshold: LimitInput.nullable() }).superRefine(limited))
    .max(200),
  changed: changedWith(LimitInput),
  note: optionalText(1000),
}
export const EstateStandard = z.object({
  id: Uuid,
  number: z.number().int(),
  state: z.enum(STANDARD_STATES),
  effectiveFrom: LocalDate.nullable(),
  inForce: z.boolean(),
  traits: z.array(z.enum(TRAITS)),
  standing: z.array(z.string()),
  off: z.record(z.string(), z.string()),
  added: z.array(CheckItem),
  changed: changedWith(Threshold),
  note: z.string().nullable(),
  createdAt: Instant,
  createdBy: Person.nullable(),
  /** Who has written in it: none of them checks or approves it (FD-766). */
  editors: z.array(Person),
  checkedAt: Instant.nullable(),
  checkedBy: Person.nullable(),
  publishedAt: Instant.nullable(),
  publishedBy: Person.nullable(),
  version: z.number().int(),
})
export type EstateStandard = z.output<typeof EstateStandard>

export const listEstateStandards = route({
  id: 'listEstateStandards',
  method: 'GET',
  path: `${base}/standards`,
  access: 'standard.read',
  tag: 'standards',
  summary: 'What this estate does otherwise than the company, version by version',
  params: EstateParams,
  query: PageQuery,
  response: pageOf(EstateStandard),
})
export const createEstateStandard = route({
  id: 'createEstateStandard',
  method: 'POST',
  path: `${base}/standards`,
  access: 'standard.vary',
  tag: 'standards',
  summary: 'A draft that begins as what is in force; an estate has one draft at a time',
  params: EstateParams,
  body: z.strictObject({ note: optionalText(1000) }),
  response: EstateStandard,
  status: 201,
})
export const saveEstateStandard = route({
  id: 'saveEstateStandard',
  method: 'PUT',
  path: `${base}/standards/:id`,
  access: 'standard.vary',
  tag: 'standards',
  summary: 'The whole draft as it is now',
  params: EstateParams.extend({ id: Uuid }),
  body: z.strictObject({ ...VariantContent, version: z.number().int() }),
  response: EstateStandard,
})
export const checkEstateStandard = route({
  id: 'checkEstateStandard',
  method: 'POST',
  path: `${base}/standards/:id/check`,
  access: 'standard.vary',
  tag: 'standards',
  summary: 'A draft is checked, by somebody who has not written in it; a change takes the check back',
  params: EstateParams.extend({ id: Uuid }),
  body: z.strictObject({ version: z.number().int() }),
  response: EstateStandard,
})
export const publishEstateStandard = route({
  id: 'publishEstateStandard',
  method: 'POST',
  path: `${base}/standards/:id/publish`,
  access: 'standard.vary',
  tag: 'standards',
  summary: 'What is checked is in force in this estate from this day on, put so by somebody who has not written in it',
  params: EstateParams.extend({ id: Uuid }),
  body: z.strictObject({ effectiveFrom: LocalDate, version: z.number().int() }),
  response: EstateStandard,
})
export const withdrawEstateStandard = route({
  id: 'withdrawEstateStandard',
  method: 'POST',
  path: `${base}/standards/:id/withdraw`,
  access: 'standard.vary',
  tag: 'standards',
  summary: 'A draft that will not be used, or one whose day has not come',
  params: EstateParams.extend({ id: Uuid }),
  body: z.strictObject({ reason: text(500), version: z.number().int() }),
  response: EstateStandard,
})
export const compareEstateStandards = route({
  id: 'compareEstateStandards',
  method: 'GET',
  path: `${base}/standards/:id/compare`,
  access: 'standard.read',
  tag: 'standards',
  summary: 'What this version of the estate says otherwise than another one',
  params: EstateParams.extend({ id: Uuid }),
  query: z.object({ with: Uuid }),
  response: z.object({
    rows: z.array(ItemDifference),
    /** What the estate has: its traits and what holds for it as a whole. */
    estate: z.array(FieldDifference),
  }),
})
