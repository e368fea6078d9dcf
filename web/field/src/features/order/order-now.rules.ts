import { order as drawing } from '#contract/kinds/order.ts'
import type { OrderView } from '#contract/orders.ts'
import type { Act } from '../../queue/act.rules.ts'

export const orderSubject = (orderId: string) => `order:${orderId}`

/** An order as it stands after what this phone has done and not yet sent; `waiting` counts those acts. */
export const orderNow = (
  order: OrderView,
  acts: readonly Pick<Act, 'deed' | 'state' | 'subject'>[],
): { order: OrderView; waiting: number; refused: boolean } => {
  const own = acts.filter(({ subject }) => subject === orderSubject(order.id))
  const waiting = own.filter(({ state }) => state === 'waiting')
  let state = order.state
  for (const { deed } of waiting) {
    if (deed.type !== 'orderMove') continue
    const { to } = drawing.verbs[deed.verb]
    if (to !== 'same') state = to
  }
  return { order: { ...order, state }, waiting: waiting.length, refused: own.some((act) => act.state === 'refused') }
}
