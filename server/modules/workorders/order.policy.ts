import { type RawBuilder, sql } from 'kysely'
import { startsOf, type VerbShape } from '#contract/kind.ts'
import { type OrderState, order as orderKind } from '#contract/kinds/order.ts'
import { type Refusal, refuse } from '#contract/refusal.ts'
import type { Instant, Uuid } from '#contract/values.ts'
import { type Actor, linesIn, may, rolesIn } from '#platform/auth/actor.ts'
import { plusMilliseconds } from '#platform/calendar/instants.rules.ts'
import type { Order } from './order-move.ts'

type Visible = Pick<Order, 'estate_id' | 'executor_id' | 'line' | 'state'>

const inLine = (actor: Actor, order: Visible) => linesIn(actor, order.estate_id).some((line) => line === order.line)
const freeToTake = (order: Visible) => order.executor_id === null && order.state === 'OFFERED'

/** Those who look after orders: the whole estate for who reads its matters, a lead their own lines. */
const readsOrder = (actor: Actor, order: Visible): boolean =>
  may(actor, 'order.read', order.estate_id) && (may(actor, 'matter.read', order.estate_id) || inLine(actor, order))

/** May this person see this order? Who looks after it, who carries it out, and whoever of the line may still take it. */
export const canSeeOrder = (actor: Actor, order: Visible): boolean =>
  readsOrder(actor, order) ||
  (may(actor, 'order.read_own', order.estate_id) &&
    (order.executor_id === actor.id || (freeToTake(order) && inLine(actor, order))))

/**
 * Who is told why a verb of theirs came too late: those who see the order, who had it before, and of an emergency
 * everyone of the line, to whom it was offered.
 */
export const mayKnowOf = (actor: Actor, order: Order): boolean =>
  canSeeOrder(actor, order) || order.former_executor_ids.includes(actor.id) || (order.emergency && inLine(actor, order))

/** What `canSeeOrder` says, as a condition on `work_order w`, for lists. */
export const seeOrders = (actor: Actor, estateId: Uuid): RawBuilder<boolean> => {
  const all = may(actor, 'order.read', estateId)
  if (all && may(actor, 'matter.read', estateId)) return sql<boolean>`true`
  return all ? sql<boolean>`(${ofLines(actor, estateId)} or ${mine(actor, estateId)})` : mine(actor, estateId)
}

export const ofLines = (actor: Actor, estateId: Uuid): RawBuilder<boolean> =>
  sql<boolean>`w.line = any(${[...linesIn(actor, estateId)]}::text[])`
export const mine = (actor: Actor, estateId: Uuid): RawBuilder<boolean> =>
  sql<boolean>`(w.executor_id = ${actor.id} or (w.executor_id is null and w.state = 'OFFERED' and ${ofLines(actor, estateId)}))`

/**
 * Who may use a verb of the executor: the executor; of an order that nobody has yet anyone of the line; and the lead of
 * the line, who reports for people without a telephone. Who had it before learns that it has changed hands.
 */
export const mayExecute = (actor: Actor, order: Order, verb: string): Refusal | undefined => {
  if (order.executor_id === actor.id) return undefined
  if (may(actor, 'order.assign', order.estate_id) && inLine(actor, order)) return undefined
  if (freeToTake(order) && verb === 'accept' && inLine(actor, order)) return undefined
  return order.former_executor_ids.includes(actor.id)
    ? refuse('E_STATE_CHANGED', { details: { state: order.state, executorChanged: true } })
    : refuse('E_NOT_HANDLER')
}

const EXECUTORS: ReadonlySet<string> = new Set(['order.execute', 'order.quote'])
export const isExecutors = (verb: VerbShape): boolean => EXECUTORS.has(verb.by)

/** The verbs that this person may use on this order now, drawn from its table. */
export const verbsFor = (actor: Actor, order: Order): [string, VerbShape][] =>
  Object.entries(orderKind.verbs as Record<string, VerbShape>).filter(
    ([name, verb]) =>
      !verb.system &&
      may(actor, verb.by, order.estate_id) &&
      startsOf(orderKind, verb).includes(order.state) &&
      (!isExecutors(verb) || mayExecute(actor, order, name) === undefined),
  )

/**
 * How much of the customer a person sees on an order (OS-005).
 * `all`: who looks after it. `work`: the executor at work. `offer`: what one must know to say yes. `none`: what is left
 * when the order is over: at once for a provider, after some days for our own people.
 */
export type Sight = 'all' | 'work' | 'offer' | 'none'

export const sightOf = (
  actor: Actor,
  order: Visible & Pick<Order, 'open' | 'ended_at'>,
  now: Instant,
  ownSightDays: number,
): Sight => {
  if (readsOrder(actor, order)) return 'all'
  if (order.open) return order.state === 'OFFERED' ? 'offer' : 'work'
  if (rolesIn(actor, order.estate_id).includes('provider')) return 'none'
  return order.ended_at !== null && order.ended_at > plusMilliseconds(now, -ownSightDays * 86_400_000) ? 'work' : 'none'
}

/** From acceptance until the work is done; never while a new time is being agreed by others. */
const REACHABLE: ReadonlySet<string> = new Set([
  'ACCEPTED',
  'ON_THE_WAY',
  'ON_SITE',
  'LOOKED',
  'QUOTED',
  'PRICE_ACCEPTED',
  'WORKING',
  'MATERIAL_WAIT',
  'RETURNED',
  'CUSTOMER_ABSENT',
] satisfies OrderState[])

export const maySeePhone = (actor: Actor, order: Visible): boolean =>
  order.executor_id === actor.id && REACHABLE.has(order.state)
