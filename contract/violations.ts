import { z } from 'zod'
import { Picture } from './files.ts'
import {
  AUTHORITIES,
  NOTICE_PARTNERS,
  PERSUADERS,
  SEEN,
  SETTLEMENTS,
  TALK_OUTCOMES,
  VIOLATION_TYPES,
  violation,
  WITNESSES,
} from './kinds/violation.ts'
import { MatterLine } from './matters.ts'
import { PageQuery, pageOf } from './paging.ts'
import { EstateParams, MatterParams, Person } from './parts.ts'
import { LINES } from './permissions.ts'
import { route } from './route.ts'
import { Instant, InstantInput, LocalDate, optionalText, text, Uuid } from './values.ts'

const READERS = ['violation.handle', 'violation.report', 'inspection.read'] as const
const YesNo = z.enum(['true', 'false'])

/** Both days are included and go by the day on which it was found. */
export const ViolationFilter = z.object({
  state: z.enum(violation.states).optional(),
  open: YesNo.optional(),
  type: z.enum(VIOLATION_TYPES).optional(),
  renovation: YesNo.optional(),
  danger: YesNo.optional(),
  overdue: YesNo.optional(),
  unitId: Uuid.optional(),
  line: z.enum(LINES).optional(),
  handlerId: Uuid.optional(),
  from: LocalDate.optional(),
  to: LocalDate.optional(),
  q: z.string().trim().max(100).optional(),
})
export type ViolationFilter = z.output<typeof ViolationFilter>
export const ViolationQuery = ViolationFilter.extend(PageQuery.shape)
export type ViolationQuery = z.output<typeof ViolationQuery>

export const ViolationLine = MatterLine.extend({
  type: z.enum(VIOLATION_TYPES),
  renovation: z.boolean(),
  danger: z.boolean(),
  foundOn: LocalDate,
  /** How often somebody spoke with the customer about it. */
  talks: z.number().int(),
  noticeDeadline: LocalDate.nullable(),
})
export type ViolationLine = z.infer<typeof ViolationLine>

export const listViolations = route({
  id: 'listViolations',
  method: 'GET',
  path: '/api/v1/estates/:estateId/violations',
  access: READERS,
  tag: 'violations',
  summary: 'Violations, those found last first; of one home when asked for',
  params: EstateParams,
  query: ViolationQuery,
  response: pageOf(ViolationLine),
})

/** What was done about it, as it happened. */
export const STEPS = [
  'found',
  'seen',
  'talk',
  'notice',
  'served',
  'prolonged',
  'authority',
  'progress',
  'order',
  'rectified',
  'passed',
  'refused',
  'settled',
] as const
export type Step = (typeof STEPS)[number]
export const ViolationStep = z.object({
  id: Uuid,
  step: z.enum(STEPS),
  at: Instant,
  by: Person,
  words: z.string().nullable(),
  seen: z.enum(SEEN).nullable(),
  persuader: z.enum(PERSUADERS).nullable(),
  person: z.string().nullable(),
  help: z.string().nullable(),
  outcome: z.enum(TALK_OUTCOMES).nullable(),
  until: LocalDate.nullable(),
  jointWith: z.enum(NOTICE_PARTNERS).nullable(),
  signature: z.enum(['signed', 'refused']).nullable(),
  witness: z.enum(WITNESSES).nullable(),
  authority: z.enum(AUTHORITIES).nullable(),
  reference: z.string().nullable(),
  photos: z.array(Picture),
})
export type ViolationStep = z.infer<typeof ViolationStep>

/** What a violation is beyond its matter. */
export const ViolationCard = z.object({
  type: z.enum(VIOLATION_TYPES),
  renovation: z.boolean(),
  danger: z.boolean(),
  foundOn: LocalDate,
  foundAt: Instant,
  foundBy: Person,
  /** The line that usually answers for it, and who leads it; a person decides. */
  suggestion: z.object({ line: z.enum(LINES), handler: Person.nullable() }),
  /** When the customer agreed to have it put right. */
  agreedUntil: LocalDate.nullable(),
  notice: z
    .object({
      number: z.string(),
      addressee: z.string(),
      demand: z.string(),
      deadline: LocalDate,
      jointWith: z.enum(NOTICE_PARTNERS),
      signature: z.enum(['signed', 'refused']).nullable(),
    })
    .nullable(),
  settlement: z.enum(SETTLEMENTS).nullable(),
  /** The newest first. */
  steps: z.array(ViolationStep),
})
export type ViolationCard = z.infer<typeof ViolationCard>

export const getViolation = route({
  id: 'getViolation',
  method: 'GET',
  path: '/api/v1/estates/:estateId/violations/:id',
  access: READERS,
  tag: 'violations',
  summary: 'Photos, talks, notices and reports of a violation',
  params: MatterParams,
  response: ViolationCard,
})

export const reportViolation = route({
  id: 'reportViolation',
  method: 'POST',
  path: '/api/v1/estates/:estateId/violations',
  access: ['violation.report', 'violation.handle'],
  tag: 'violations',
  summary: 'Something forbidden was seen at a home; joins what is open there of the same type',
  params: EstateParams,
  body: z.strictObject({
    type: z.enum(VIOLATION_TYPES),
    unitId: Uuid.meta({ widget: 'unit' }),
    /** Where at the home, or near it. */
    place: optionalText(200),
    words: text(2000),
    foundAt: InstantInput.optional(),
    /** The caller, unless somebody else found it. */
    foundById: Uuid.meta({ widget: 'staff' }).optional(),
    renovation: z.boolean().default(false),
    /** Touches what bears the house, or fire safety: neither talk nor notice is waited for. */
    danger: z.boolean().default(false),
    photoIds: z.array(Uuid).max(9).default([]).meta({ widget: 'photos' }),
    /** The finding of a patrol or the complaint that it came from (FD-770). */
    becauseOfId: Uuid.optional(),
  }),
  response: z.object({ id: Uuid, number: z.string(), joined: z.boolean() }),
  status: 201,
})

export const printRectificationNotice = route({
  id: 'printRectificationNotice',
  method: 'GET',
  path: '/api/v1/estates/:estateId/violations/:id/notice.pdf',
  access: READERS,
  tag: 'violations',
  summary: 'The rectification notice as PDF: what is asked, until when, lines for signature and witness',
  params: MatterParams,
  query: z.object({ lang: z.enum(['zh', 'en']).default('zh') }),
  response: z.unknown(),
})

/** What stands in the way of accepting a renovation of a home (FD-771, front-desk 2.10). */
export const getAcceptanceBlocks = route({
  id: 'getAcceptanceBlocks',
  method: 'GET',
  path: '/api/v1/estates/:estateId/units/:id/acceptance-blocks',
  access: READERS,
  tag: 'violations',
  summary: 'Open violations of a home; while there is one its renovation is not accepted',
  params: MatterParams,
  response: z.object({
    blocked: z.boolean(),
    violations: z.array(z.object({ id: Uuid, number: z.string(), type: z.enum(VIOLATION_TYPES), state: z.string() })),
  }),
})
