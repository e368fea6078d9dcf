import { z } from 'zod'
import { TOUCHPOINTS } from './complaint-categories.ts'
import { Picture } from './files.ts'
import { finding } from './kinds/finding.ts'
import { EstateParams, MatterLine, MatterParams, Person } from './matters.ts'
import { PageQuery, pageOf } from './paging.ts'
import { LINES } from './permissions.ts'
import { route } from './route.ts'
import { ASPECTS, ItemId, SEVERITIES } from './touchpoints.ts'
import { Instant, LocalDate, optionalText, text, Uuid } from './values.ts'

const READERS = ['inspection.read', 'finding.handle', 'finding.rectify', 'finding.check'] as const
const YesNo = z.enum(['true', 'false'])
const Statement = z.object({ zh: z.string(), en: z.string() })
const PlaceRef = z.object({ id: Uuid, code: z.string(), name: z.string() })

/** Both days are included and go by the day on which it was found. */
export const FindingFilter = z.object({
  state: z.enum(finding.states).optional(),
  open: YesNo.optional(),
  severity: z.enum(SEVERITIES).optional(),
  touchpoint: z.enum(TOUCHPOINTS).optional(),
  placeId: Uuid.optional(),
  itemId: ItemId.optional(),
  line: z.enum(LINES).optional(),
  handlerId: Uuid.optional(),
  overdue: YesNo.optional(),
  /** The same failed at the same place within the months before. */
  repeat: YesNo.optional(),
  from: LocalDate.optional(),
  to: LocalDate.optional(),
  /** Confirmed to be none. */
  rejected: YesNo.optional(),
  /** Closed on these days. */
  closedFrom: LocalDate.optional(),
  closedTo: LocalDate.optional(),
  /** Found by the end of this day and not closed by then. */
  openOn: LocalDate.optional(),
  q: z.string().trim().max(100).optional(),
})
export type FindingFilter = z.output<typeof FindingFilter>
export const FindingQuery = FindingFilter.extend(PageQuery.shape)
export type FindingQuery = z.output<typeof FindingQuery>

export const FindingLine = MatterLine.extend({
  foundOn: LocalDate,
  place: PlaceRef,
  touchpoint: z.enum(TOUCHPOINTS),
  itemId: ItemId,
  statement: Statement,
  severity: z.enum(SEVERITIES),
  /** How often it was seen while open. */
  times: z.number().int(),
  repeat: z.boolean(),
  /** How often a second look refused what was put right. */
  failedChecks: z.number().int(),
})
export type FindingLine = z.infer<typeof FindingLine>

export const listFindings = route({
  id: 'listFindings',
  method: 'GET',
  path: '/api/v1/estates/:estateId/findings',
  access: READERS,
  tag: 'findings',
  summary: 'Failed items that became matters, newest first; every figure of the scores opens this list',
  params: EstateParams,
  query: FindingQuery,
  response: pageOf(FindingLine),
})

/** What a finding is beyond its matter. */
export const FindingCard = z.object({
  place: PlaceRef,
  touchpoint: z.enum(TOUCHPOINTS),
  itemId: ItemId,
  aspect: z.enum(ASPECTS).nullable(),
  statement: Statement,
  severity: z.enum(SEVERITIES),
  foundOn: LocalDate,
  times: z.number().int(),
  repeat: z.boolean(),
  inspectionId: Uuid.nullable(),
  /** What the table of touchpoints suggests; a person decides. */
  suggestion: z.object({ line: z.enum(LINES), handler: Person.nullable() }),
  measure: z.string().nullable(),
  /** FD-766: why it came about, as who put it right says. */
  cause: z.string().nullable(),
  rectifiedAt: Instant.nullable(),
  rectifiedBy: Person.nullable(),
  checkedAt: Instant.nullable(),
  checkedBy: Person.nullable(),
  failedChecks: z.number().int(),
  /** Photos by what they show: the fault, the fault put right, the second look. */
  photos: z.object({ before: z.array(Picture), after: z.array(Picture), check: z.array(Picture) }),
  sightings: z.array(z.object({ at: Instant, by: Person, note: z.string().nullable(), inspectionId: Uuid.nullable() })),
  /** The same item at the same place, the newest first. */
  earlier: z.array(
    z.object({
      id: Uuid,
      number: z.string(),
      state: z.enum(finding.states),
      foundOn: LocalDate,
      repeated: z.boolean(),
    }),
  ),
  order: z.object({ id: Uuid, number: z.string(), state: z.string(), open: z.boolean() }).nullable(),
})
export type FindingCard = z.infer<typeof FindingCard>

export const getFinding = route({
  id: 'getFinding',
  method: 'GET',
  path: '/api/v1/estates/:estateId/findings/:id',
  access: READERS,
  tag: 'findings',
  summary: 'Place, item, photos before and after, sightings and repeats of a finding',
  params: MatterParams,
  response: FindingCard,
})

export const proposeFinding = route({
  id: 'proposeFinding',
  method: 'POST',
  path: '/api/v1/estates/:estateId/findings',
  access: ['inspection.do', 'finding.handle'],
  tag: 'findings',
  summary: 'An item seen to fail outside of a checklist, perhaps because a complaint spoke of it; joins what is open',
  params: EstateParams,
  body: z.strictObject({
    placeId: Uuid,
    itemId: ItemId,
    note: optionalText(500),
    /** FD-770: a finding has its photo. */
    fileIds: z.array(Uuid).min(1).max(9),
    /** The complaint that made us look there. */
    complaintId: Uuid.optional(),
  }),
  response: z.object({ id: Uuid, number: z.string(), joined: z.boolean() }),
  status: 201,
})

/** Places of a touchpoint to choose from when a finding is proposed by hand, then the items that the chosen one has. */
export const listFindable = route({
  id: 'listFindable',
  method: 'GET',
  path: '/api/v1/estates/:estateId/findable',
  access: ['inspection.do', 'finding.handle'],
  tag: 'findings',
  summary: 'Places of a touchpoint that a finding may be about, found by their words, and the items of the one chosen',
  params: EstateParams,
  query: z.object({ touchpoint: z.enum(TOUCHPOINTS), q: text(60).optional(), placeId: Uuid.optional() }),
  response: z.object({
    places: z.array(PlaceRef),
    items: z.array(z.object({ id: ItemId, statement: Statement, severity: z.enum(SEVERITIES) })),
  }),
})

const RepeatFilter = z.object({
  touchpoint: z.enum(TOUCHPOINTS).optional(),
  severity: z.enum(SEVERITIES).optional(),
  from: LocalDate.optional(),
  to: LocalDate.optional(),
})
export const RepeatQuery = RepeatFilter.extend(PageQuery.shape)
export type RepeatQuery = z.output<typeof RepeatQuery>
export const RepeatedFailure = z.object({
  place: PlaceRef,
  touchpoint: z.enum(TOUCHPOINTS),
  itemId: ItemId,
  statement: Statement,
  severity: z.enum(SEVERITIES),
  /** Findings of this item at this place in the period, and how often it was seen in all. */
  findings: z.number().int(),
  times: z.number().int(),
  open: z.number().int(),
  lastFoundOn: LocalDate,
})
export type RepeatedFailure = z.infer<typeof RepeatedFailure>
export const listRepeatedFailures = route({
  id: 'listRepeatedFailures',
  method: 'GET',
  path: '/api/v1/estates/:estateId/repeated-failures',
  access: ['inspection.read', 'finding.handle', 'finding.check'],
  tag: 'findings',
  summary: 'What fails again at the same place, the most often first',
  params: EstateParams,
  query: RepeatQuery,
  response: pageOf(RepeatedFailure),
})
