import { order as orderKind } from '#contract/kinds/order.ts'
import type { Refusal } from '#contract/refusal.ts'
import type { Instant, Uuid } from '#contract/values.ts'
import { appendTimeline, type Matter, touchMatter } from '#modules/matters/index.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { emit } from '#platform/events/events.ts'
import { newId } from '#platform/ids.ts'
import { insertOrder, ordersOfMatter } from './order.store.ts'
import { staffOfLine } from './staff.store.ts'
import { tellOrder } from './tell-order.ts'

export type OrderBirth = { line: string; executorId: Uuid | null; appointment?: { from: Instant; to: Instant } }

/**
 * A new order under a matter, offered to its executor, or (an emergency) to everyone of the line at once: whoever takes
 * it first has it (FD-710). Its number is the matter's with a counting number; the caller holds the matter's lock.
 * What the earlier visits found out about the charge goes with it.
 */
export const createOrder = async (
  tx: Tx,
  actor: Actor,
  matter: Matter,
  birth: OrderBirth,
): Promise<Refusal | undefined> => {
  const [last] = await ordersOfMatter(tx, matter)
  const seq = (last?.seq ?? 0) + 1
  const order = await insertOrder(tx, {
    estate_id: matter.estate_id,
    id: newId(),
    matter_id: matter.id,
    seq,
    number: `${matter.number}-${seq}`,
    line: birth.line,
    state: orderKind.initial,
    emergency: matter.kind === 'emergency',
    executor_id: birth.executorId,
    appointment_from: birth.appointment?.from ?? null,
    appointment_to: birth.appointment?.to ?? null,
    planned_at: birth.appointment?.from ?? tx.now,
    previous_id: last?.id ?? null,
    charge: last?.charge === 'warranty' ? 'warranty' : 'included',
    charge_reason: last?.charge === 'warranty' ? last.charge_reason : null,
  })
  await appendTimeline(tx, actor, matter, [
    {
      type: 'order',
      verb: 'create',
      to: order.state,
      data: { orderId: order.id, number: order.number, executorId: order.executor_id },
    },
  ])
  if (matter.executor_id !== birth.executorId) await touchMatter(tx, matter, { executor_id: birth.executorId })
  if (birth.executorId)
    await tellOrder(tx, order, matter, [{ to: { staffId: birth.executorId }, template: 'order.assigned' }])
  else {
    const people = await staffOfLine(tx, matter.estate_id, birth.line)
    await tellOrder(
      tx,
      order,
      matter,
      people.map((p) => ({ to: { staffId: p.id }, template: 'order.offered' })),
    )
  }
  tx.tell({ estateId: order.estate_id, topic: 'orders', ids: { orderId: order.id } })
  return emit(tx, actor, 'order.created', { order })
}
