import { z } from 'zod'
import { Caller } from './customers.ts'
import { DayRange } from './desk.ts'
import { EstateParams, MatterLine, MatterParams, Person } from './matters.ts'
import { PageQuery, pageOf } from './paging.ts'
import { route } from './route.ts'
import { Instant, InstantInput, optionalText, text, Uuid } from './values.ts'

const base = '/api/v1/estates/:estateId'

/* ---- incoming calls (KN-210, KN-211) ---- */

/** By the estate's code (as a telephone exchange knows it) or by its id. */
const ofEstate = { estateCode: z.string().trim().min(2).max(20).optional(), estateId: Uuid.optional() }
const oneOf = (given: { estateCode?: string | undefined; estateId?: string | undefined }) =>
  given.estateCode !== undefined || given.estateId !== undefined
const Ref = text(100)
const Extension = z
  .string()
  .trim()
  .regex(/^[0-9A-Za-z*#-]{1,20}$/)

export const phoneRinging = route({
  id: 'phoneRinging',
  method: 'POST',
  path: '/api/v1/calls/ringing',
  access: 'call.ring',
  tag: 'calls',
  summary: 'The telephone exchange says that it rings; told twice it is one call',
  body: z
    .strictObject({
      ...ofEstate,
      callerNumber: z.string().trim().min(1).max(40),
      callId: Ref,
      extension: Extension.optional(),
      staffId: Uuid.optional(),
    })
    .refine(oneOf, { path: ['estateCode'], message: 'required' }),
  response: z.object({ callId: Uuid, known: z.number().int(), forStaffId: Uuid.nullable() }),
  status: 201,
})
export const phoneNews = route({
  id: 'phoneNews',
  method: 'POST',
  path: '/api/v1/calls/news',
  access: 'call.ring',
  tag: 'calls',
  summary: 'The telephone exchange says what became of a call',
  body: z
    .strictObject({
      ...ofEstate,
      callId: Ref,
      event: z.enum(['answered', 'missed', 'ended']),
      extension: Extension.optional(),
      staffId: Uuid.optional(),
    })
    .refine(oneOf, { path: ['estateCode'], message: 'required' }),
  response: z.object({ callId: Uuid, late: z.boolean() }),
})

export const CALL_STATES = ['ringing', 'answered', 'missed', 'ended'] as const
export const PhoneCall = z.object({
  id: Uuid,
  state: z.enum(CALL_STATES),
  /** Masked, unless the caller is the one who serves this call. */
  number: z.string(),
  ringingAt: Instant,
  answeredAt: Instant.nullable(),
  answeredBy: Person.nullable(),
  forStaffId: Uuid.nullable(),
  ringSeconds: z.number().int().nullable(),
  /** Answered after the third ring: apologise before anything else. */
  late: z.boolean(),
  customer: Person.nullable(),
  /** How many customers have this number. */
  known: z.number().int(),
  matter: z.object({ id: Uuid, number: z.string() }).nullable(),
  endedAt: Instant.nullable(),
})
export type PhoneCall = z.infer<typeof PhoneCall>
export const CallView = PhoneCall.extend({ callers: z.array(Caller), openMatters: z.array(MatterLine) })

export const getCall = route({
  id: 'getCall',
  method: 'GET',
  path: `${base}/calls/:id`,
  access: 'desk.use',
  tag: 'calls',
  summary: 'Who calls: number, customer, rooms, open matters',
  params: MatterParams,
  response: CallView,
})
export const answerCall = route({
  id: 'answerCall',
  method: 'POST',
  path: `${base}/calls/:id/answer`,
  access: 'desk.use',
  tag: 'calls',
  summary: 'I have picked up; a late one says so, that the apology comes first',
  params: MatterParams,
  body: z.strictObject({}),
  response: CallView,
})
export const missCall = route({
  id: 'missCall',
  method: 'POST',
  path: `${base}/calls/:id/missed`,
  access: 'desk.use',
  tag: 'calls',
  summary: 'It rang out; it stays on the list of missed calls until linked to a matter',
  params: MatterParams,
  body: z.strictObject({}),
  response: PhoneCall,
})
export const linkCall = route({
  id: 'linkCall',
  method: 'POST',
  path: `${base}/calls/:id/link`,
  access: 'desk.use',
  tag: 'calls',
  summary: 'This call was about that matter',
  params: MatterParams,
  body: z.strictObject({ matterId: Uuid }),
  response: PhoneCall,
})
export const listCalls = route({
  id: 'listCalls',
  method: 'GET',
  path: `${base}/calls`,
  access: 'desk.use',
  tag: 'calls',
  summary: 'Calls, newest first',
  params: EstateParams,
  query: DayRange.extend({
    state: z.enum(CALL_STATES).optional(),
    late: z.enum(['true', 'false']).optional(),
    linked: z.enum(['true', 'false']).optional(),
    /** Without those that still ring: taken or missed. */
    over: z.enum(['true']).optional(),
    ...PageQuery.shape,
  }),
  response: pageOf(PhoneCall),
})
export const sitAtExtension = route({
  id: 'sitAtExtension',
  method: 'POST',
  path: `${base}/my-extension`,
  access: 'desk.use',
  tag: 'calls',
  summary: 'I sit at this extension; calls to it open on my screen',
  params: EstateParams,
  body: z.strictObject({ extension: Extension }),
  response: z.object({ extension: z.string(), since: Instant }),
})

/* ---- messages for colleagues by 5W1H (KN-215) ---- */

export const TakeMessage = z.strictObject({
  forStaffId: Uuid.meta({ widget: 'staff' }),
  callerName: text(100),
  callerFirm: optionalText(200),
  callerPhone: text(40),
  calledAt: InstantInput.optional(),
  when: text(200),
  who: text(200),
  where: text(200),
  what: text(1000),
  why: text(500),
  how: text(500),
  points: optionalText(1000),
  complaint: z.boolean(),
  replyNeeded: z.boolean(),
  replyBy: InstantInput.optional(),
  customerId: Uuid.optional(),
  matterId: Uuid.optional(),
})
export type TakeMessage = z.output<typeof TakeMessage>
export const ColleagueMessage = z.object({
  id: Uuid,
  for: Person,
  takenBy: Person,
  takenAt: Instant,
  callerName: z.string(),
  callerFirm: z.string().nullable(),
  /** Whole for the addressee and the taker, masked for others. */
  callerPhone: z.string(),
  calledAt: Instant,
  when: z.string(),
  who: z.string(),
  where: z.string(),
  what: z.string(),
  why: z.string(),
  how: z.string(),
  points: z.string().nullable(),
  complaint: z.boolean(),
  replyNeeded: z.boolean(),
  replyBy: Instant.nullable(),
  customer: Person.nullable(),
  matter: z.object({ id: Uuid, number: z.string() }).nullable(),
  ackedAt: Instant.nullable(),
  ackNote: z.string().nullable(),
})
export type ColleagueMessage = z.infer<typeof ColleagueMessage>

export const takeMessage = route({
  id: 'takeMessage',
  method: 'POST',
  path: `${base}/colleague-messages`,
  access: 'matter.register',
  tag: 'calls',
  summary: 'Take a message for a colleague; a complaint opens its intake besides',
  params: EstateParams,
  body: TakeMessage,
  response: z.object({
    message: ColleagueMessage,
    /** What to fill the complaint's intake with (CP-036: it is registered the same day); null for anything else. */
    intake: z
      .object({
        contactType: z.literal('complaint'),
        channel: z.literal('phone'),
        customerName: z.string(),
        contactPhone: z.string(),
        customerSaid: z.string(),
      })
      .nullable(),
  }),
  status: 201,
})
export const ackMessage = route({
  id: 'ackMessage',
  method: 'POST',
  path: `${base}/colleague-messages/:id/ack`,
  access: 'matter.register',
  tag: 'calls',
  summary: 'I have read the message; only its addressee can say so',
  params: MatterParams,
  body: z.strictObject({ note: optionalText(300) }),
  response: ColleagueMessage,
})
export const listColleagueMessages = route({
  id: 'listColleagueMessages',
  method: 'GET',
  path: `${base}/colleague-messages`,
  access: 'matter.register',
  tag: 'calls',
  summary: 'Messages for me, taken by me, or (for the desk) all',
  params: EstateParams,
  query: PageQuery.extend({
    box: z.enum(['forMe', 'taken', 'all']).default('forMe'),
    acked: z.enum(['true', 'false']).optional(),
  }),
  response: pageOf(ColleagueMessage),
})
