import { z } from 'zod'
import { DayRange } from './desk.ts'
import { EstateParams, Person } from './matters.ts'
import { PageQuery, pageOf } from './paging.ts'
import { route } from './route.ts'
import { Instant, LocalDate, text, Uuid } from './values.ts'

const base = '/api/v1/estates/:estateId'
const READERS = ['complaint.read_reports', 'complaint.report', 'settings.read'] as const

export const PenaltyRule = z.object({
  id: Uuid,
  number: z.number().int(),
  text: z.string(),
  effectiveOn: LocalDate,
  createdAt: Instant,
  createdBy: Person,
  /** The one that holds today. */
  inForce: z.boolean(),
})
export type PenaltyRule = z.infer<typeof PenaltyRule>

export const PenaltyReview = z.object({
  id: Uuid,
  matterId: Uuid,
  number: z.string(),
  title: z.string(),
  finding: z.string(),
  openedAt: Instant,
  person: Person.nullable(),
  decision: z.string().nullable(),
  decidedAt: Instant.nullable(),
  decidedBy: Person.nullable(),
  version: z.number().int(),
})
export type PenaltyReview = z.infer<typeof PenaltyReview>

export const getPenaltyRule = route({
  id: 'getPenaltyRule',
  method: 'GET',
  path: `${base}/penalty-rule`,
  access: READERS,
  tag: 'complaints',
  summary: 'The penalty rule in force, and whether this centre must have one and lacks it',
  params: EstateParams,
  response: z.object({
    inForce: PenaltyRule.nullable(),
    /** Large centres and projects in phases must have one (CP-160). */
    required: z.boolean(),
    missing: z.boolean(),
    openReviews: z.number().int(),
  }),
})
export const listPenaltyRules = route({
  id: 'listPenaltyRules',
  method: 'GET',
  path: `${base}/penalty-rules`,
  access: READERS,
  tag: 'complaints',
  summary: 'All versions of the penalty rule, newest first',
  params: EstateParams,
  query: PageQuery,
  response: pageOf(PenaltyRule),
})
export const addPenaltyRule = route({
  id: 'addPenaltyRule',
  method: 'POST',
  path: `${base}/penalty-rules`,
  access: ['complaint.report', 'settings.edit'],
  tag: 'complaints',
  summary: 'A new version of the penalty rule; older ones stay as they are',
  params: EstateParams,
  body: z.strictObject({ text: text(20_000), effectiveOn: LocalDate }),
  response: PenaltyRule,
  status: 201,
})
export const listPenaltyReviews = route({
  id: 'listPenaltyReviews',
  method: 'GET',
  path: `${base}/penalty-reviews`,
  access: ['complaint.confirm', 'complaint.read_reports', 'complaint.report'],
  tag: 'complaints',
  summary: 'Reviews that a finding of obvious neglect opened, newest first',
  params: EstateParams,
  query: DayRange.extend({
    decided: z.enum(['true', 'false']).optional(),
    personId: Uuid.optional(),
    ...PageQuery.shape,
  }),
  response: pageOf(PenaltyReview),
})
export const decidePenaltyReview = route({
  id: 'decidePenaltyReview',
  method: 'POST',
  path: `${base}/penalty-reviews/:id/decide`,
  access: 'complaint.confirm',
  tag: 'complaints',
  summary: 'What was decided about whom; a person decides, the program never does',
  params: EstateParams.extend({ id: Uuid }),
  body: z.strictObject({ personId: Uuid.nullable(), decision: text(2000), version: z.number().int() }),
  response: PenaltyReview,
})
