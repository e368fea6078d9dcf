import { z } from 'zod'
import { kebab } from './kind.ts'
import { CAPACITIES, CHARGES, ENTRY_GROUNDS, ORDER_FILE_PURPOSES, type OrderVerb, order } from './kinds/order.ts'
import { PageQuery, pageOf } from './paging.ts'
import { EstateParams, MatterParams, MoveOffer, Person } from './parts.ts'
import { LINES, type Permission } from './permissions.ts'
import { route } from './route.ts'
import { Fen, Instant, InstantInput, LocalDate, Uuid } from './values.ts'

const READERS = ['order.read', 'order.read_own'] as const

/** An executor: somebody of ours, or an outside provider's account. */
const Executor = Person.extend({ provider: z.boolean() })

/**
 * A line of an order list. What stands null is not there, or not the caller's to see: before acceptance no room and no
 * name, after the end nothing of the customer (OS-005).
 */
export const OrderLine = z.object({
  id: Uuid,
  number: z.string(),
  state: z.enum(order.states),
  open: z.boolean(),
  line: z.enum(LINES),
  emergency: z.boolean(),
  urgent: z.boolean(),
  matter: z.object({ id: Uuid, number: z.string(), state: z.string() }),
  title: z.string().nullable(),
  unit: z.object({ id: Uuid, display: z.string() }).nullable(),
  place: z.string().nullable(),
  customerName: z.string().nullable(),
  executor: Executor.nullable(),
  appointmentFrom: Instant.nullable(),
  appointmentTo: Instant.nullable(),
  charge: z.enum(CHARGES),
  totalFen: Fen.nullable(),
  reworkCount: z.number().int(),
  absentCount: z.number().int(),
  createdAt: Instant,
  endedAt: Instant.nullable(),
  version: z.number().int(),
})
export type OrderLine = z.infer<typeof OrderLine>

const QuoteView = z.object({
  id: Uuid,
  items: z.array(z.object({ name: z.string(), qty: z.number(), unit: z.string(), unitFen: Fen, sumFen: Fen })),
  totalFen: Fen,
  chargeTo: z.enum(['customer', 'company']),
  note: z.string().nullable(),
  madeBy: Person,
  madeAt: Instant,
  /** OS-012: it costs us more than the owner may spend. */
  needsApproval: z.boolean(),
  approvedBy: Person.nullable(),
  acceptedAt: Instant.nullable(),
  acceptedWho: z.string().nullable(),
  acceptedCapacity: z.string().nullable(),
  acceptedHow: z.string().nullable(),
  refusedAt: Instant.nullable(),
  refusedReason: z.string().nullable(),
  voidedAt: Instant.nullable(),
})

/** Another order of the same executor at the same time. */
const Conflict = z.object({ id: Uuid, number: z.string(), from: Instant, to: Instant })

export const OrderView = OrderLine.extend({
  customerSaid: z.string().nullable(),
  /** Masked; the whole number is shown by `showOrderPhone`, which is logged. */
  phone: z.string().nullable(),
  maySeePhone: z.boolean(),
  /** What whoever goes there must know for safety. */
  cautions: z.array(z.string()),
  chargeReason: z.string().nullable(),
  acceptedAt: Instant.nullable(),
  arrivedAt: Instant.nullable(),
  doneAt: Instant.nullable(),
  result: z.string().nullable(),
  unsigned: z.string().nullable(),
  reason: z.string().nullable(),
  look: z.object({ findings: z.string(), work: z.string(), material: z.string().nullable() }).nullable(),
  quotes: z.array(QuoteView),
  materials: z.array(
    z.object({
      id: Uuid,
      name: z.string(),
      qty: z.number(),
      unit: z.string(),
      unitFen: Fen.nullable(),
      voidReason: z.string().nullable(),
    }),
  ),
  signatures: z.array(
    z.object({
      id: Uuid,
      about: z.enum(['price', 'done']),
      signer: z.string(),
      capacity: z.enum(CAPACITIES),
      medium: z.enum(['screen', 'paper']),
      fileId: Uuid.nullable(),
      signedAt: Instant,
    }),
  ),
  entries: z.array(
    z.object({
      id: Uuid,
      at: Instant,
      ground: z.enum(ENTRY_GROUNDS),
      consentBy: z.string().nullable(),
      secondPerson: z.string().nullable(),
      approvedBy: Person.nullable(),
      witness: z.string().nullable(),
    }),
  ),
  files: z.array(
    z.object({ id: Uuid, purpose: z.enum(ORDER_FILE_PURPOSES), name: z.string(), mime: z.string(), addedAt: Instant }),
  ),
  previous: z.object({ id: Uuid, number: z.string() }).nullable(),
  conflicts: z.array(Conflict),
  moves: z.array(MoveOffer),
})
export type OrderView = z.infer<typeof OrderView>

const ORDER_SORTS = ['planned', 'ended'] as const
export const OrderFilter = z.object({
  /** `mine`: those I carry out or may take; `line`: those of my lines; `all`: whatever I may see. */
  scope: z.enum(['mine', 'line', 'all']).default('all'),
  open: z.enum(['true', 'false']).optional(),
  state: z.enum(order.states).optional(),
  line: z.enum(LINES).optional(),
  executorId: Uuid.optional(),
  matterId: Uuid.optional(),
  emergency: z.enum(['true', 'false']).optional(),
  charge: z.enum(CHARGES).optional(),
  /** Local dates of the planned time (or, without an appointment, of the birth of the order). */
  plannedFrom: LocalDate.optional(),
  plannedTo: LocalDate.optional(),
  number: z.string().trim().max(40).optional(),
  sort: z.enum(ORDER_SORTS).default('planned'),
})
export const OrderQuery = OrderFilter.extend(PageQuery.shape)
export type OrderQuery = z.output<typeof OrderQuery>

export const listOrders = route({
  id: 'listOrders',
  method: 'GET',
  path: '/api/v1/estates/:estateId/orders',
  access: READERS,
  tag: 'orders',
  summary: 'Work orders: mine, those of my lines, or all that the caller may see',
  params: EstateParams,
  query: OrderQuery,
  response: pageOf(OrderLine),
})

export const exportOrders = route({
  id: 'exportOrders',
  method: 'GET',
  path: '/api/v1/estates/:estateId/orders.xlsx',
  access: 'order.read',
  tag: 'orders',
  summary: 'The filtered list of orders as an Excel file; who exported what is logged',
  params: EstateParams,
  query: OrderFilter.extend({ lang: z.enum(['zh', 'en']).default('zh') }),
  response: z.unknown(),
})

export const getOrder = route({
  id: 'getOrder',
  method: 'GET',
  path: '/api/v1/estates/:estateId/orders/:id',
  access: READERS,
  tag: 'orders',
  summary: 'One order with quotes, materials, signatures, photos and the moves open to the caller',
  params: MatterParams,
  response: OrderView,
})

const ShowPhone = z.strictObject({ purpose: z.enum(['arrange', 'onTheWay', 'atTheDoor', 'result']) })
export const showOrderPhone = route({
  id: 'showOrderPhone',
  method: 'POST',
  path: '/api/v1/estates/:estateId/orders/:id/show-phone',
  access: 'order.execute',
  tag: 'orders',
  summary: 'The whole telephone number, to the executor from acceptance until the work is done; each showing is logged',
  params: MatterParams,
  body: ShowPhone,
  response: z.object({ phones: z.array(z.string()) }),
})

const bodyOf = <V extends OrderVerb>(verb: V) =>
  z.strictObject({ version: z.number().int().min(1), ...(order.verbs[verb].needs.shape as z.ZodRawShape) })

/** The route of one verb: what it needs, and the version the caller saw. */
export const orderMoveRoute = (verb: OrderVerb) =>
  route({
    id: `order.${verb}`,
    method: 'POST',
    path: `/api/v1/estates/:estateId/orders/:id/${kebab(verb)}`,
    access: order.verbs[verb].by as Permission,
    tag: 'orders',
    summary: `order: ${verb}`,
    params: MatterParams,
    body: bodyOf(verb),
    response: z.object({ order: OrderView }),
  })

/** Somebody who can go, with what they have on that day. */
export const LinePerson = z.object({
  id: Uuid,
  name: z.string(),
  provider: z.boolean(),
  line: z.enum(LINES),
  orders: z.array(
    z.object({
      id: Uuid,
      number: z.string(),
      state: z.enum(order.states),
      from: Instant.nullable(),
      to: Instant.nullable(),
      emergency: z.boolean(),
    }),
  ),
  /** Orders that overlap the time asked about; empty when no time was given. */
  conflicts: z.array(Conflict),
})

export const listLinePeople = route({
  id: 'listLinePeople',
  method: 'GET',
  path: '/api/v1/estates/:estateId/line-people',
  access: ['matter.answer_availability', 'order.assign'],
  tag: 'orders',
  summary: 'Who of a line can go: everyone with the orders of that day, and what would overlap a given time',
  params: EstateParams,
  query: z.object({
    line: z.enum(LINES),
    date: LocalDate.optional(),
    from: InstantInput.optional(),
    to: InstantInput.optional(),
  }),
  response: z.object({ date: LocalDate, people: z.array(LinePerson) }),
})

export const AvailabilityAsk = z.object({
  matter: z.object({ id: Uuid, number: z.string(), title: z.string(), version: z.number().int(), urgent: z.boolean() }),
  line: z.enum(LINES),
  unit: z.object({ id: Uuid, display: z.string() }).nullable(),
  place: z.string().nullable(),
  customerSaid: z.string().nullable(),
  /** What the desk added when it asked. */
  note: z.string().nullable(),
  askedAt: Instant.nullable(),
  dueAt: Instant.nullable(),
  /** The last order of this matter: rework, a second visit, or an absence before. */
  previous: z
    .object({
      number: z.string(),
      state: z.enum(order.states),
      executor: Person.nullable(),
      absentCount: z.number().int(),
    })
    .nullable(),
})

export const listAvailabilityAsks = route({
  id: 'listAvailabilityAsks',
  method: 'GET',
  path: '/api/v1/estates/:estateId/availability-asks',
  access: 'matter.answer_availability',
  tag: 'orders',
  summary: "What the desk has asked the caller's lines and nobody has answered, soonest due first",
  params: EstateParams,
  query: PageQuery,
  response: pageOf(AvailabilityAsk),
})
