import type { Matter, Tell } from '#modules/matters/index.ts'
import { tellPeople } from '#modules/matters/index.ts'
import type { Tx } from '#platform/db/tx.ts'
import { withoutNumbers } from './order.rules.ts'
import type { Order } from './order-move.ts'
import { providersAmong } from './staff.store.ts'

/**
 * Messages about an order. An executor's message carries no room or telephone number, a provider's nothing of the
 * customer at all: messages stay when the order is long over (OS-005).
 */
export const tellOrder = async (tx: Tx, order: Order, matter: Matter, tells: readonly Tell[]): Promise<void> => {
  if (tells.length === 0) return
  const named = tells.flatMap(({ to }) => (typeof to === 'object' ? [to.staffId] : []))
  const providers = await providersAmong(tx, named)
  const titleFor = (to: Tell['to']): string => {
    if (typeof to === 'string') return matter.title
    return providers.has(to.staffId) ? '' : withoutNumbers(matter.title)
  }
  await tellPeople(
    tx,
    matter,
    tells.map((tell) => ({ ...tell, params: { number: order.number, title: titleFor(tell.to), ...tell.params } })),
  )
}
