import type { OrderState, OrderVerb } from '#contract/kinds/order.ts'
import type { OrderLine, OrderView } from '#contract/orders.ts'

type Order = Pick<OrderLine, 'state' | 'charge' | 'totalFen'> & { quotes?: OrderView['quotes'] }

/** FD-713: paid work waits until a price was told and accepted; a list knows only whether one was told. */
const priceIsOpen = ({ charge, totalFen, quotes }: Order): boolean => {
  if (charge !== 'paid') return false
  if (!quotes) return totalFen === null
  return !quotes.some((quote) => quote.acceptedAt !== null && quote.voidedAt === null)
}

const PLAIN: Partial<Record<OrderState, OrderVerb>> = {
  OFFERED: 'accept',
  ACCEPTED: 'goOnTheWay',
  RETURNED: 'goOnTheWay',
  ON_THE_WAY: 'arrive',
  QUOTED: 'acceptPrice',
  PRICE_ACCEPTED: 'startWork',
  WORKING: 'finish',
  MATERIAL_WAIT: 'continueWork',
}

/** What the executor most likely does next; undefined when somebody else is to act. */
export const nextStep = (order: Order): OrderVerb | undefined => {
  if (order.state === 'ON_SITE' || order.state === 'LOOKED') return priceIsOpen(order) ? 'quote' : 'startWork'
  return PLAIN[order.state]
}

/** Who else has to act when nothing is to be done by the executor. */
export const waitsFor = (state: OrderState): 'accept' | 'appoint' | 'over' | undefined => {
  if (state === 'DONE') return 'accept'
  if (state === 'CUSTOMER_ABSENT' || state === 'ON_HOLD' || state === 'TO_APPOINT') return 'appoint'
  return state === 'APPROVED' || state === 'DECLINED' || state === 'CANCELLED' ? 'over' : undefined
}

/** Done by a touch, without a form. A time of arrival can be said afterwards from the menu. */
const AT_ONCE: ReadonlySet<string> = new Set<OrderVerb>(['accept', 'goOnTheWay', 'arrive'])
export const isAtOnce = (verb: string): boolean => AT_ONCE.has(verb)

/** OS-005: from acceptance until the work is done, while no new time is being agreed. */
const REACHABLE: ReadonlySet<OrderState> = new Set([
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
])
export const mayCall = (order: Pick<OrderLine, 'state' | 'executor'>, staffId: string): boolean =>
  order.executor?.id === staffId && REACHABLE.has(order.state)

/** Why the number is looked at; said with each showing. */
export const callPurpose = (state: OrderState): 'arrange' | 'onTheWay' | 'atTheDoor' | 'result' => {
  if (state === 'ACCEPTED' || state === 'RETURNED') return 'arrange'
  if (state === 'ON_THE_WAY') return 'onTheWay'
  return state === 'ON_SITE' || state === 'CUSTOMER_ABSENT' ? 'atTheDoor' : 'result'
}
