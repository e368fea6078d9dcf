import { startsOf } from '#contract/kind.ts'
import { type OrderVerb, order as orderKind } from '#contract/kinds/order.ts'
import { isRefusal, type Refusal, refuse } from '#contract/refusal.ts'
import type { Matter } from '#modules/matters/index.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { createOrder } from './create-order.ts'
import { onBehalfOf } from './lead-matter.ts'
import { moveOrder } from './order.machine.ts'
import { ordersOfMatter } from './order.store.ts'
import type { Order } from './order-move.ts'
import { carriesOut } from './staff.store.ts'

type Moved = { matter: Matter; input: unknown }
type Follow = (tx: Tx, actor: Actor, moved: Moved) => Promise<Refusal | undefined>

const openOrder = async (tx: Tx, matter: Matter): Promise<Order | undefined> =>
  (await ordersOfMatter(tx, matter)).find((o) => o.open)

/**
 * Moves the open order if its state still lets it. It does not when the news is the echo of what the order itself did
 * a moment ago: that is what keeps the two machines from chasing each other.
 */
const orderVerb =
  (verb: OrderVerb, inputOf: (moved: Moved) => Record<string, unknown> = () => ({})): Follow =>
  async (tx, actor, moved) => {
    const order = await openOrder(tx, moved.matter)
    if (!order || !startsOf(orderKind, orderKind.verbs[verb]).includes(order.state)) return undefined
    const done = await moveOrder(tx, onBehalfOf(actor), {
      estateId: order.estate_id,
      id: order.id,
      verb,
      input: inputOf(moved),
      bySystem: true,
    })
    return isRefusal(done) ? done : undefined
  }

/** Words of the matter's move, whatever the field is called there. */
const wordsOf = (input: unknown, fallback: string): string => {
  if (typeof input !== 'object' || input === null) return fallback
  const given = input as Record<string, unknown>
  for (const field of ['customerWords', 'reason', 'missing', 'result', 'note']) {
    const value = given[field]
    if (typeof value === 'string' && value !== '') return value
  }
  return fallback
}
const cancelled = (why: string) => orderVerb('cancel', ({ input }) => ({ reason: wordsOf(input, why) }))

const AWAITING: ReadonlySet<string> = new Set(['CUSTOMER_ABSENT', 'ON_HOLD', 'TO_APPOINT'])

/** FD-410: the time is agreed: the order that waits for it goes on, or a new one is offered to whom the line named. */
const offerToExecutor: Follow = async (tx, actor, { matter }) => {
  const { executor_id: executorId, appointment_from: from, appointment_to: to } = matter
  if (!executorId || !from || !to || !matter.line) return refuse('E_NO_AVAILABILITY')
  const order = await openOrder(tx, matter)
  if (!order)
    return createOrder(tx, onBehalfOf(actor), matter, { line: matter.line, executorId, appointment: { from, to } })
  const done = await moveOrder(tx, onBehalfOf(actor), {
    estateId: order.estate_id,
    id: order.id,
    verb: 'appoint',
    input: { executorId, from, to },
    bySystem: true,
  })
  return isRefusal(done) ? done : undefined
}

/** The line can only name somebody who works here and carries orders out. */
const executorWorksHere: Follow = async (tx, _actor, { matter }) =>
  matter.executor_id && (await carriesOut(tx, matter.estate_id, matter.executor_id))
    ? undefined
    : refuse('E_NOT_FOUND', { field: 'body.executorId' })

// the desk organises anew: what is under way is called off, what waits for a new time goes on waiting
const callOffUnderWay: Follow = async (tx, actor, moved) => {
  const order = await openOrder(tx, moved.matter)
  return order && !AWAITING.has(order.state) ? cancelled('reorganised')(tx, actor, moved) : undefined
}

const offerToLine: Follow = async (tx, actor, { matter }) =>
  matter.line
    ? createOrder(tx, onBehalfOf(actor), matter, { line: matter.line, executorId: null })
    : refuse('E_INPUT', { field: 'body.line' })

const offerIfNone: Follow = async (tx, actor, moved) =>
  (await openOrder(tx, moved.matter)) ? undefined : offerToLine(tx, actor, moved)

const arrivalOf = (input: unknown) => {
  const at = typeof input === 'object' && input !== null && 'arrivedAt' in input ? input.arrivedAt : undefined
  return typeof at === 'string' ? { arrivedAt: at } : {}
}

const both =
  (first: Follow, second: Follow): Follow =>
  async (tx, actor, moved) =>
    (await first(tx, actor, moved)) ?? second(tx, actor, moved)

/** What a service request's verbs do to its order. `start` and `finish` are missing: they come from the order. */
const SERVICE: Readonly<Record<string, Follow>> = {
  answerAvailable: executorWorksHere,
  confirmToCustomer: offerToExecutor,
  reorganise: callOffUnderWay,
  refuseResult: orderVerb('returnForRework', ({ input }) => ({ reason: wordsOf(input, 'refused') })),
  acceptResult: orderVerb('approve'),
  cancel: cancelled('cancelled'),
  merge: cancelled('merged'),
  escalate: cancelled('escalated'),
}

/** FD-710: an emergency has an order from its birth; it may also be moved by hand, and its order follows. */
const EMERGENCY: Readonly<Record<string, Follow>> = {
  redispatch: both(cancelled('redispatched'), offerToLine),
  arrive: both(
    orderVerb('accept'),
    orderVerb('arrive', ({ input }) => arrivalOf(input)),
  ),
  resolve: orderVerb('conclude', ({ input }) => ({ result: wordsOf(input, 'resolved') })),
  falseAlarm: cancelled('falseAlarm'),
  notSatisfied: orderVerb('returnForRework', ({ input }) => ({ reason: wordsOf(input, 'notSatisfied') })),
  close: orderVerb('approve'),
  // an escalation does not call people away from the place
  giveResources: offerIfNone,
  reopen: offerToLine,
}

const TABLES: Readonly<Record<string, Readonly<Record<string, Follow>>>> = { service: SERVICE, emergency: EMERGENCY }

/** The matter leads, its order follows, in the same transaction. */
export const followMatter = async (
  tx: Tx,
  actor: Actor,
  event: { matter: Matter; verb: string; input: unknown },
): Promise<Refusal | undefined> => {
  const follow = TABLES[event.matter.kind]?.[event.verb]
  return follow?.(tx, actor, { matter: event.matter, input: event.input })
}

export const followBirth = async (
  tx: Tx,
  actor: Actor,
  { matter }: { matter: Matter },
): Promise<Refusal | undefined> =>
  matter.kind === 'emergency' ? offerToLine(tx, actor, { matter, input: {} }) : undefined

/** Verbs of matters that an order follows, by kind; for the proof that the two machines do not chase each other. */
export const FOLLOWED = { service: Object.keys(SERVICE), emergency: Object.keys(EMERGENCY) } as const
