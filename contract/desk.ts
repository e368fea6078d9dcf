import { z } from 'zod'
import { EstateParams, MatterLine, MatterParams, Person } from './matters.ts'
import { PageQuery, pageOf } from './paging.ts'
import { LINES } from './permissions.ts'
import { route } from './route.ts'
import { Instant, LocalDate, LocalTime, optionalText, text, Uuid } from './values.ts'

/** The desk's own lists: who waits, what was put off to another day, what is to be taken, which duties stand open. */
const base = '/api/v1/estates/:estateId'
const Unit = z.object({ id: Uuid, display: z.string() })
export const DayRange = z.object({ from: LocalDate.optional(), to: LocalDate.optional() })

/* ---- the waiting queue (FD-016, FD-017) ---- */

const VISITOR_STATES = ['waiting', 'serving', 'served', 'left'] as const
export const QueueVisitor = z.object({
  id: Uuid,
  ticket: z.number().int(),
  state: z.enum(VISITOR_STATES),
  arrivedAt: Instant,
  /** From the arrival to the call, or until now while waiting: the clerk apologises with knowledge. */
  waitedSeconds: z.number().int(),
  name: z.string().nullable(),
  purpose: z.string().nullable(),
  unit: Unit.nullable(),
  customer: Person.nullable(),
  calledAt: Instant.nullable(),
  calledBy: Person.nullable(),
  endedAt: Instant.nullable(),
  matterId: Uuid.nullable(),
})
export type QueueVisitor = z.infer<typeof QueueVisitor>

export const QueueAssist = z.object({
  id: Uuid,
  calledAt: Instant,
  length: z.number().int(),
  threshold: z.number().int(),
  cameBy: Person.nullable(),
  cameAt: Instant.nullable(),
  endedAt: Instant.nullable(),
})
export type QueueAssist = z.infer<typeof QueueAssist>

export const getQueue = route({
  id: 'getQueue',
  method: 'GET',
  path: `${base}/queue`,
  access: 'queue.use',
  tag: 'desk',
  summary: 'Who waits and who is served now, with arrival times, and the open call for help',
  params: EstateParams,
  response: z.object({
    waiting: z.array(QueueVisitor),
    serving: z.array(QueueVisitor),
    assist: QueueAssist.nullable(),
    threshold: z.number().int(),
  }),
})

export const arriveInQueue = route({
  id: 'arriveInQueue',
  method: 'POST',
  path: `${base}/queue`,
  access: 'queue.use',
  tag: 'desk',
  summary: 'A customer has come and waits; name and purpose may stay empty',
  params: EstateParams,
  body: z.strictObject({
    name: optionalText(100),
    purpose: optionalText(200),
    customerId: Uuid.optional(),
    unitId: Uuid.optional(),
  }),
  response: z.object({ visitor: QueueVisitor, length: z.number().int(), assist: QueueAssist.nullable() }),
  status: 201,
})

const Called = z.object({ visitor: QueueVisitor, waiting: z.number().int() })
export const callNextVisitor = route({
  id: 'callNextVisitor',
  method: 'POST',
  path: `${base}/queue/call-next`,
  access: 'queue.use',
  tag: 'desk',
  summary: 'Call whoever has waited longest; the one I served before is done',
  params: EstateParams,
  body: z.strictObject({}),
  response: Called,
})
export const callVisitor = route({
  id: 'callVisitor',
  method: 'POST',
  path: `${base}/queue/:id/call`,
  access: 'queue.use',
  tag: 'desk',
  summary: 'Call this one out of turn',
  params: MatterParams,
  body: z.strictObject({}),
  response: Called,
})
export const finishVisitor = route({
  id: 'finishVisitor',
  method: 'POST',
  path: `${base}/queue/:id/done`,
  access: 'queue.use',
  tag: 'desk',
  summary: 'The customer has been served; the matter that came of it may be named',
  params: MatterParams,
  body: z.strictObject({ matterId: Uuid.optional() }),
  response: z.object({ visitor: QueueVisitor }),
})
export const visitorLeft = route({
  id: 'visitorLeft',
  method: 'POST',
  path: `${base}/queue/:id/left`,
  access: 'queue.use',
  tag: 'desk',
  summary: 'The customer has gone without being served',
  params: MatterParams,
  body: z.strictObject({}),
  response: z.object({ visitor: QueueVisitor }),
})
export const comeToQueue = route({
  id: 'comeToQueue',
  method: 'POST',
  path: `${base}/queue-assists/:id/come`,
  access: 'signed-in',
  tag: 'desk',
  summary: 'I have come to help at the desk',
  params: MatterParams,
  body: z.strictObject({}),
  response: QueueAssist,
})
export const listQueueVisitors = route({
  id: 'listQueueVisitors',
  method: 'GET',
  path: `${base}/queue-visitors`,
  access: ['queue.use', 'dashboard.read'],
  tag: 'desk',
  summary: 'Everybody who came, newest first, with how long they waited',
  params: EstateParams,
  query: DayRange.extend({ state: z.enum(VISITOR_STATES).optional(), ...PageQuery.shape }),
  response: pageOf(QueueVisitor),
})
export const listQueueAssists = route({
  id: 'listQueueAssists',
  method: 'GET',
  path: `${base}/queue-assists`,
  access: ['queue.use', 'dashboard.read'],
  tag: 'desk',
  summary: 'When the duty staff were called, how long the queue was, who came',
  params: EstateParams,
  query: DayRange.extend(PageQuery.shape),
  response: pageOf(QueueAssist),
})

/* ---- appointments instead of refusals (FD-018) ---- */

const APPOINTMENT_STATES = ['booked', 'done', 'missed', 'cancelled'] as const
export const CreateAppointment = z.strictObject({
  what: text(200),
  /** Why it cannot be done today; told to the customer. */
  reason: text(300),
  date: LocalDate,
  time: LocalTime.optional(),
  customerId: Uuid.optional(),
  customerName: optionalText(100),
  contactPhone: optionalText(40),
  unitId: Uuid.optional(),
  matterId: Uuid.optional(),
  /** The refusal it answers, e.g. E_CALL_HOURS. */
  becauseOf: z
    .string()
    .regex(/^[EW]_[A-Z_]{2,40}$/)
    .optional(),
})
export type CreateAppointment = z.output<typeof CreateAppointment>
export const Appointment = z.object({
  id: Uuid,
  state: z.enum(APPOINTMENT_STATES),
  what: z.string(),
  reason: z.string(),
  becauseOf: z.string().nullable(),
  date: LocalDate,
  time: LocalTime.nullable(),
  startsAt: Instant,
  /** Booked, and its time (or its day, when no time was said) has gone by. */
  past: z.boolean(),
  customer: Person.nullable(),
  customerName: z.string().nullable(),
  contactPhone: z.string().nullable(),
  unit: Unit.nullable(),
  matter: z.object({ id: Uuid, number: z.string() }).nullable(),
  createdBy: Person,
  createdAt: Instant,
  endedAt: Instant.nullable(),
  note: z.string().nullable(),
  version: z.number().int(),
})
export type Appointment = z.infer<typeof Appointment>

export const createAppointment = route({
  id: 'createAppointment',
  method: 'POST',
  path: `${base}/appointments`,
  access: 'desk.use',
  tag: 'desk',
  summary: 'What cannot be done today gets a reason and a day',
  params: EstateParams,
  body: CreateAppointment,
  response: Appointment,
  status: 201,
})
export const endAppointment = route({
  id: 'endAppointment',
  method: 'POST',
  path: `${base}/appointments/:id/end`,
  access: 'desk.use',
  tag: 'desk',
  summary: 'Done, missed by the customer, or called off; missed and called off need a word why',
  params: MatterParams,
  body: z.strictObject({
    version: z.number().int().min(1),
    outcome: z.enum(['done', 'missed', 'cancelled']),
    note: optionalText(300),
  }),
  response: Appointment,
})
const AppointmentFilter = DayRange.extend({
  state: z.enum(APPOINTMENT_STATES).optional(),
  customerId: Uuid.optional(),
  unitId: Uuid.optional(),
  matterId: Uuid.optional(),
})
export const listAppointments = route({
  id: 'listAppointments',
  method: 'GET',
  path: `${base}/appointments`,
  access: 'desk.use',
  tag: 'desk',
  summary: 'Appointments by time, earliest first',
  params: EstateParams,
  query: AppointmentFilter.extend(PageQuery.shape),
  response: pageOf(Appointment),
})

/* ---- the first receiver (OS-010 to OS-018) and same-day logging (FD-401) ---- */

export const listToTake = route({
  id: 'listToTake',
  method: 'GET',
  path: `${base}/to-take`,
  access: 'desk.use',
  tag: 'desk',
  summary: 'What colleagues on site registered and no desk has taken yet, oldest first',
  params: EstateParams,
  query: PageQuery,
  response: pageOf(MatterLine),
})

export const DUTIES = ['organise', 'supervise', 'accept', 'callback'] as const
export const DutyLine = z.object({
  matter: MatterLine,
  coOwner: Person.nullable(),
  done: z.array(z.object({ duty: z.enum(DUTIES), doneAt: Instant, doneBy: Person })),
  open: z.array(z.enum(DUTIES)),
})
export const listFirstReceiverDuties = route({
  id: 'listFirstReceiverDuties',
  method: 'GET',
  path: `${base}/first-receiver-duties`,
  access: ['matter.read', 'matter.read_line', 'matter.read_own'],
  tag: 'desk',
  summary: 'Open matters of a first receiver with the four duties: which are done, by whom, which stand open',
  params: EstateParams,
  query: PageQuery.extend({ ownerId: Uuid.optional(), open: z.enum(DUTIES).optional() }),
  response: pageOf(DutyLine),
})

const LateReport = z.object({
  matter: MatterLine,
  line: z.enum(LINES),
  collectedAt: Instant,
  loggedAt: Instant,
  daysLate: z.number().int(),
})
export const countLateReports = route({
  id: 'countLateReports',
  method: 'GET',
  path: `${base}/late-reports/count`,
  access: ['inventory.read', 'dashboard.read'],
  tag: 'desk',
  summary: 'How many items each line of business brought to the desk on a later day than they collected them',
  params: EstateParams,
  query: z.object({ from: LocalDate, to: LocalDate }),
  response: z.object({
    from: LocalDate,
    to: LocalDate,
    lines: z.array(z.object({ line: z.enum(LINES), late: z.number().int(), logged: z.number().int() })),
  }),
})
export const listLateReports = route({
  id: 'listLateReports',
  method: 'GET',
  path: `${base}/late-reports`,
  access: ['inventory.read', 'dashboard.read'],
  tag: 'desk',
  summary: 'The late items themselves, newest first',
  params: EstateParams,
  query: DayRange.extend({ line: z.enum(LINES).optional(), ...PageQuery.shape }),
  response: pageOf(LateReport),
})
