import { z } from 'zod'
import { DayRange } from './desk.ts'
import { KIND_NAMES } from './kinds/kinds.ts'
import { EstateParams, MatterLine, MatterParams, MatterView, Person, Warnings } from './matters.ts'
import { PageQuery, pageOf } from './paging.ts'
import { route } from './route.ts'
import { CALL_OVERRIDES } from './rules/call-hours.ts'
import { Instant, InstantInput, optionalText, Uuid } from './values.ts'

/** Callbacks (OS-017) at the right hour (KN-205), and not to those who wish none (CP-066). */
const base = '/api/v1/estates/:estateId'

const CALLBACK_OUTCOMES = ['reached', 'noAnswer', 'wrongNumber', 'refused', 'later'] as const
export const CALLBACK_SATISFACTIONS = ['satisfied', 'neutral', 'notSatisfied'] as const
const CALLBACK_WAYS = ['phone', 'inPerson', 'message', 'onSite', 'homeVisit', 'replyPost', 'questionnaire'] as const

export const CallJudgement = z.object({
  grade: z.enum(['free', 'discouraged', 'blocked']),
  reasons: z.array(z.string()),
  /** When a call is no longer blocked; null: not within forty days. */
  allowedAt: Instant.nullable(),
  freeAt: Instant.nullable(),
})
export type CallJudgement = z.infer<typeof CallJudgement>

export const CallbackAttempt = z.object({
  id: Uuid,
  matterId: Uuid,
  at: Instant,
  by: Person,
  how: z.enum(CALLBACK_WAYS),
  outcome: z.enum(CALLBACK_OUTCOMES),
  words: z.string().nullable(),
  satisfaction: z.enum(CALLBACK_SATISFACTIONS).nullable(),
  nextAt: Instant.nullable(),
  grade: z.enum(['free', 'discouraged', 'blocked']),
  override: z.enum(CALL_OVERRIDES).nullable(),
  overrideWords: z.string().nullable(),
  /** Of this round; tries before a rework no longer count. */
  current: z.boolean(),
})
export type CallbackAttempt = z.infer<typeof CallbackAttempt>

export const CallbackLine = z.object({
  matter: MatterLine,
  clock: z.string(),
  dueAt: Instant,
  phone: z.string().nullable(),
  /** CP-066: of the matter or of the customer; then there is nothing to call. */
  noCallbackWish: z.boolean(),
  call: CallJudgement,
  tries: z.number().int(),
  lastOutcome: z.enum(CALLBACK_OUTCOMES).nullable(),
  lastAt: Instant.nullable(),
  nextAt: Instant.nullable(),
  /** Enough tries on enough days: the callback may be waived as unreachable. */
  unreachable: z.boolean(),
})
export type CallbackLine = z.infer<typeof CallbackLine>

export const listCallbacks = route({
  id: 'listCallbacks',
  method: 'GET',
  path: `${base}/callbacks`,
  access: 'matter.callback',
  tag: 'callbacks',
  summary: 'Whose callback is due, most urgent first, and whether they may be called now',
  params: EstateParams,
  query: PageQuery.extend({
    kind: z.enum(KIND_NAMES).optional(),
    mine: z.enum(['owner', 'any']).optional(),
    /** Leaves out those who asked to be called later than now. */
    ready: z.enum(['true']).optional(),
    overdue: z.enum(['true', 'false']).optional(),
  }),
  response: pageOf(CallbackLine),
})

export const AttemptCallback = z.strictObject({
  version: z.number().int().min(1),
  outcome: z.enum(CALLBACK_OUTCOMES),
  how: z.enum(CALLBACK_WAYS).default('phone'),
  words: optionalText(1000),
  /** With `reached`. */
  satisfaction: z.enum(CALLBACK_SATISFACTIONS).optional(),
  /** With `notSatisfied`: whether a complaint was offered. */
  offerComplaint: z.boolean().default(false),
  /** CP-118, of a complaint: what the customer says of the reception, the measures and the result. */
  onReception: optionalText(500),
  onMeasures: optionalText(500),
  onResult: optionalText(500),
  /** With `later`: when the customer wants to be called. */
  nextAt: InstantInput.optional(),
  override: z.enum(CALL_OVERRIDES).optional(),
  overrideWords: optionalText(300),
})
export type AttemptCallback = z.output<typeof AttemptCallback>
export const attemptCallback = route({
  id: 'attemptCallback',
  method: 'POST',
  path: `${base}/matters/:id/callback-attempts`,
  access: 'matter.callback',
  tag: 'callbacks',
  summary: 'What came of trying to reach the customer; a satisfied or dissatisfied answer moves the matter on',
  params: MatterParams,
  body: AttemptCallback,
  response: z.object({ attempt: CallbackAttempt, unreachable: z.boolean(), matter: MatterView, warnings: Warnings }),
  status: 201,
})
export const dialCallback = route({
  id: 'dialCallback',
  method: 'POST',
  path: `${base}/matters/:id/callback-number`,
  access: 'matter.callback',
  tag: 'callbacks',
  summary: 'The number to dial, in full and logged; refused at a blocked hour and for who wishes no callback',
  params: MatterParams,
  body: z.strictObject({ override: z.enum(CALL_OVERRIDES).optional(), overrideWords: optionalText(300) }),
  response: z.object({ number: z.string(), call: CallJudgement, warnings: Warnings }),
})
export const judgeCallback = route({
  id: 'judgeCallback',
  method: 'GET',
  path: `${base}/matters/:id/callback`,
  access: ['matter.callback', 'matter.write'],
  tag: 'callbacks',
  summary: 'May this customer be called now; the tries so far',
  params: MatterParams,
  response: z.object({
    noCallbackWish: z.boolean(),
    call: CallJudgement,
    unreachable: z.boolean(),
    attempts: z.array(CallbackAttempt),
  }),
})
export const listCallbackResults = route({
  id: 'listCallbackResults',
  method: 'GET',
  path: `${base}/callback-results`,
  access: ['matter.callback', 'dashboard.read'],
  tag: 'callbacks',
  summary: 'What customers said when called back, newest first',
  params: EstateParams,
  query: DayRange.extend({
    satisfaction: z.enum(CALLBACK_SATISFACTIONS).optional(),
    outcome: z.enum(CALLBACK_OUTCOMES).optional(),
    staffId: Uuid.optional(),
    ...PageQuery.shape,
  }),
  response: pageOf(
    CallbackAttempt.extend({
      matter: z.object({ id: Uuid, number: z.string(), title: z.string(), open: z.boolean() }),
    }),
  ),
})
