import { z } from 'zod'
import { CHANNELS, CONTACT_TYPES, FLAGS, MATTER_TYPES } from './channels.ts'
import { SubCode, Touchpoint } from './complaint-categories.ts'
import { type KindShape, kebab, type VerbOf } from './kind.ts'
import { KIND_NAMES, KINDS, type KindName } from './kinds/kinds.ts'
import { PageQuery, pageOf } from './paging.ts'
import { EstateParams, MatterParams, MoveOffer, Person } from './parts.ts'
import { LINES } from './permissions.ts'
import { WARNINGS } from './refusal.ts'
import { route } from './route.ts'
import { ClockOff, Fen, Instant, InstantInput, LocalDate, optionalText, text, Uuid } from './values.ts'

export { EstateParams, MatterParams, Person }

/** 5W1H of a message taken for somebody (KN-215). */
const Message = z.object({
  when: optionalText(200),
  who: optionalText(200),
  where: optionalText(200),
  what: optionalText(1000),
  why: optionalText(500),
  how: optionalText(500),
  forStaffId: Uuid.optional(),
  replyNeeded: z.boolean().default(false),
})

/** What a complaint's intake asks beside the rest (CP-034); never the cause (CP-037). */
export const ComplaintIntake = z.object({
  feeling: text(500),
  wish: text(1000),
  claimFen: Fen.optional(),
  persons: z.number().int().min(1).max(9999).default(1),
  aboutNeighbour: z.boolean().default(false),
  accusedStaffId: Uuid.optional(),
  promisedFeedbackAt: InstantInput.optional(),
  /** CP-042: an interim reply before the deadline; with it the promise may lie after. */
  interimAt: InstantInput.optional(),
  thanked: z.boolean().default(false),
  /** CP-012: a first guess; the cause decides later. */
  categoryInitial: SubCode.optional(),
  touchpoint: Touchpoint.optional(),
  /** KN-233: which newspaper, station or site asks. */
  outlet: optionalText(100),
  /** CP-080: the date that a superior or the hotline asks for. */
  senderWants: InstantInput.optional(),
  /** CP-076: of a post: when it was written, when it was passed on to us, and whether we watch the place. */
  post: z
    .object({
      watchId: Uuid.optional(),
      url: optionalText(500),
      account: optionalText(100),
      postedAt: InstantInput.optional(),
      forwardedAt: InstantInput.optional(),
      points: z.array(text(300)).max(40).default([]),
    })
    .optional(),
})

export const RegisterMatter = z.strictObject({
  contactType: z.enum(CONTACT_TYPES),
  channel: z.enum(CHANNELS),
  title: optionalText(200),
  customerSaid: text(8000),
  staffSaw: optionalText(4000),
  message: Message.optional(),
  complaint: ComplaintIntake.optional(),
  customerId: Uuid.optional(),
  customerName: optionalText(100),
  contactPhone: optionalText(40),
  contactable: z.boolean().default(true),
  anonymous: z.boolean().default(false),
  unitId: Uuid.optional(),
  place: optionalText(200),
  line: z.enum(LINES).optional(),
  urgent: z.boolean().default(false),
  noCallbackWish: z.boolean().default(false),
  /** When a colleague collected it on site; the desk logs it (FD-401). */
  collectedAt: InstantInput.optional(),
  collectedById: Uuid.optional(),
  receivedAt: InstantInput.optional(),
  /** Told by a phone. */
  clockOffMs: ClockOff.optional(),
  fileIds: z.array(Uuid).max(20).default([]),
  links: z
    .array(z.object({ kind: z.enum(['repeatOf', 'becauseOf', 'emergencyOf', 'splitFrom']), matterId: Uuid }))
    .max(10)
    .default([]),
})
export type RegisterMatter = z.output<typeof RegisterMatter>

export const ClockView = z.object({
  id: Uuid,
  name: z.string(),
  rule: z.string(),
  state: z.enum(['running', 'paused', 'met', 'stopped', 'breached']),
  startedAt: Instant,
  dueAt: Instant,
  endedAt: Instant.nullable(),
  breachedAt: Instant.nullable(),
  calendarMissing: z.boolean(),
  pauseReason: z.string().nullable(),
})

/** A line of a board or list. */
export const MatterLine = z.object({
  id: Uuid,
  number: z.string(),
  kind: z.enum(KIND_NAMES),
  contactType: z.enum(MATTER_TYPES),
  channel: z.enum(CHANNELS),
  state: z.string(),
  open: z.boolean(),
  title: z.string(),
  line: z.enum(LINES).nullable(),
  urgent: z.boolean(),
  flags: z.array(z.enum(FLAGS)),
  unit: z.object({ id: Uuid, display: z.string() }).nullable(),
  customer: z.object({ id: Uuid, name: z.string() }).nullable(),
  customerName: z.string().nullable(),
  owner: Person,
  handler: Person.nullable(),
  receivedAt: Instant,
  nextDueAt: Instant.nullable(),
  overdue: z.boolean(),
  appointmentFrom: Instant.nullable(),
  satisfaction: z.enum(['satisfied', 'neutral', 'notSatisfied', 'notAsked']).nullable(),
  closedAt: Instant.nullable(),
  version: z.number().int(),
})
export type MatterLine = z.infer<typeof MatterLine>

export const MatterView = MatterLine.extend({
  customerSaid: z.string().nullable(),
  staffSaw: z.string().nullable(),
  details: z.record(z.string(), z.unknown()),
  contactPhone: z.string().nullable(),
  contactable: z.boolean(),
  anonymous: z.boolean(),
  place: z.string().nullable(),
  coOwner: Person.nullable(),
  closureController: Person.nullable(),
  dedicated: Person.nullable(),
  collectedAt: Instant,
  registeredAt: Instant,
  appointmentTo: Instant.nullable(),
  result: z.string().nullable(),
  feedback: z.string().nullable(),
  attempt: z.number().int(),
  reopenedCount: z.number().int(),
  mergedInto: z.object({ id: Uuid, number: z.string() }).nullable(),
  clocks: z.array(ClockView),
  duties: z.array(
    z.object({ duty: z.enum(['organise', 'supervise', 'accept', 'callback']), doneAt: Instant, doneBy: Person }),
  ),
  promises: z.array(
    z.object({
      id: Uuid,
      text: z.string(),
      dueAt: Instant,
      madeBy: Person,
      keptAt: Instant.nullable(),
      brokenAt: Instant.nullable(),
    }),
  ),
  links: z.array(
    z.object({
      kind: z.string(),
      direction: z.enum(['to', 'from']),
      id: Uuid,
      number: z.string(),
      title: z.string(),
      state: z.string(),
      matterKind: z.enum(KIND_NAMES),
    }),
  ),
  files: z.array(
    z.object({
      id: Uuid,
      name: z.string(),
      mime: z.string(),
      size: z.number(),
      purpose: z.string(),
      thumbnail: z.boolean(),
    }),
  ),
  moves: z.array(MoveOffer),
  /** What this person could do here otherwise, and what stands in the way of it now. */
  barred: z.array(z.object({ verb: z.string(), code: z.string(), details: z.record(z.string(), z.unknown()) })),
})
export type MatterView = z.infer<typeof MatterView>

export const TimelineEntry = z.object({
  id: Uuid,
  at: Instant,
  type: z.string(),
  verb: z.string().nullable(),
  fromState: z.string().nullable(),
  toState: z.string().nullable(),
  actorName: z.string(),
  actorRole: z.string().nullable(),
  text: z.string().nullable(),
  forCustomer: z.boolean(),
  data: z.record(z.string(), z.unknown()),
})
export type TimelineEntry = z.infer<typeof TimelineEntry>

/** What a writing answer brings along: warnings never stop the work. */
export const Warnings = z.array(
  z.object({
    code: z.enum(WARNINGS),
    field: z.string().optional(),
    details: z.record(z.string(), z.unknown()).optional(),
  }),
)
export const MatterAnswer = z.object({ matter: MatterView, warnings: Warnings })

const READERS = ['matter.read', 'matter.read_line', 'matter.read_own'] as const

export const registerMatter = route({
  id: 'registerMatter',
  method: 'POST',
  path: '/api/v1/estates/:estateId/matters',
  access: 'matter.register',
  tag: 'matters',
  summary: 'Register what a customer said; the caller becomes its owner',
  params: EstateParams,
  body: RegisterMatter,
  response: MatterAnswer,
  status: 201,
})

const MATTER_SORTS = ['due', 'received', 'closed'] as const
export const MatterFilter = z.object({
  open: z.enum(['true', 'false']).optional(),
  kind: z.enum(KIND_NAMES).optional(),
  contactType: z.enum(MATTER_TYPES).optional(),
  state: z.string().max(40).optional(),
  line: z.enum(LINES).optional(),
  channel: z.enum(CHANNELS).optional(),
  flag: z.enum(FLAGS).optional(),
  overdue: z.enum(['true', 'false']).optional(),
  mine: z.enum(['owner', 'handler', 'any']).optional(),
  ownerId: Uuid.optional(),
  handlerId: Uuid.optional(),
  customerId: Uuid.optional(),
  unitId: Uuid.optional(),
  satisfaction: z.enum(['satisfied', 'neutral', 'notSatisfied', 'notAsked']).optional(),
  dueBefore: InstantInput.optional(),
  receivedFrom: LocalDate.optional(),
  receivedTo: LocalDate.optional(),
  closedFrom: LocalDate.optional(),
  closedTo: LocalDate.optional(),
  q: z.string().trim().max(100).optional(),
  sort: z.enum(MATTER_SORTS).default('due'),
})
export const MatterQuery = MatterFilter.extend(PageQuery.shape)
export type MatterQuery = z.output<typeof MatterQuery>

export const listMatters = route({
  id: 'listMatters',
  method: 'GET',
  path: '/api/v1/estates/:estateId/matters',
  access: READERS,
  tag: 'matters',
  summary: 'The board and every list of matters, sorted by time left unless said otherwise',
  params: EstateParams,
  query: MatterQuery,
  response: pageOf(MatterLine),
})

export const exportMatters = route({
  id: 'exportMatters',
  method: 'GET',
  path: '/api/v1/estates/:estateId/matters.xlsx',
  access: 'matter.export',
  tag: 'matters',
  summary: 'The filtered list of matters as an Excel file; who exported what is logged',
  params: EstateParams,
  query: MatterFilter.extend({ lang: z.enum(['zh', 'en']).default('zh') }),
  response: z.unknown(),
})

export const printMatter = route({
  id: 'printMatter',
  method: 'GET',
  path: '/api/v1/estates/:estateId/matters/:id/print.pdf',
  access: READERS,
  tag: 'matters',
  summary: 'The record of one matter as a printed form',
  params: MatterParams,
  query: z.object({ lang: z.enum(['zh', 'en']).default('zh') }),
  response: z.unknown(),
})

export const getMatter = route({
  id: 'getMatter',
  method: 'GET',
  path: '/api/v1/estates/:estateId/matters/:id',
  access: READERS,
  tag: 'matters',
  summary: 'One matter with its clocks, duties, promises, links, files and the moves open to the caller',
  params: MatterParams,
  response: MatterView,
})

export const listTimeline = route({
  id: 'listTimeline',
  method: 'GET',
  path: '/api/v1/estates/:estateId/matters/:id/timeline',
  access: READERS,
  tag: 'matters',
  summary: 'What happened to a matter, newest first',
  params: MatterParams,
  query: PageQuery,
  response: pageOf(TimelineEntry),
})

const SplitMatter = z.strictObject({
  version: z.number().int(),
  parts: z
    .array(
      z.object({
        title: text(200),
        customerSaid: text(8000),
        contactType: z.enum(CONTACT_TYPES),
        complaint: ComplaintIntake.optional(),
      }),
    )
    .min(1)
    .max(10),
  reason: text(500),
})
export const splitMatter = route({
  id: 'splitMatter',
  method: 'POST',
  path: '/api/v1/estates/:estateId/matters/:id/split',
  access: 'matter.merge',
  tag: 'matters',
  summary: 'Take further matters out of one in which a customer said several things; received time and owner are kept',
  params: MatterParams,
  body: SplitMatter,
  response: z.object({ matters: z.array(z.object({ id: Uuid, number: z.string() })) }),
  status: 201,
})

export const findSimilar = route({
  id: 'findSimilarMatters',
  method: 'GET',
  path: '/api/v1/estates/:estateId/similar-matters',
  access: 'matter.read',
  tag: 'matters',
  summary: 'Open matters of the same room or customer, to join instead of registering twice',
  params: EstateParams,
  query: z.object({
    unitId: Uuid.optional(),
    customerId: Uuid.optional(),
    text: z.string().trim().max(500).optional(),
  }),
  response: z.object({ rows: z.array(MatterLine) }),
})

type Verbs<K extends KindName> = (typeof KINDS)[K]['verbs']
type NeedsShape<K extends KindName, V extends VerbOf<(typeof KINDS)[K]>> = Verbs<K>[V & keyof Verbs<K>] extends {
  needs: z.ZodObject<infer S>
}
  ? S
  : never

/** The route of a move: what the verb needs, and the version the caller saw. */
export const moveRoute = <K extends KindName, V extends VerbOf<(typeof KINDS)[K]>>(kind: K, verb: V) => {
  const shape: KindShape = KINDS[kind]
  const arrow = shape.verbs[verb]
  if (!arrow) throw new Error(`${kind} has no verb ${verb}`)
  const body = z.strictObject({ version: z.number().int().min(1), ...arrow.needs.shape })
  return route({
    id: `${kind}.${verb}`,
    method: 'POST',
    path: `/api/v1/estates/:estateId/${shape.plural}/:id/${kebab(verb)}`,
    access: arrow.by,
    tag: shape.plural,
    summary: `${kind}: ${verb}`,
    params: MatterParams,
    // the table forgets which verb has which input; the verb's own type says it again
    body: body as unknown as z.ZodObject<{ version: z.ZodNumber } & NeedsShape<K, V>>,
    response: MatterAnswer,
  })
}
