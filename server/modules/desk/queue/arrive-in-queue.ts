import type { arriveInQueue as arriveRoute, QueueAssist, QueueVisitor } from '#contract/desk.ts'
import { type Refusal, refuse } from '#contract/refusal.ts'
import type { BodyOf } from '#contract/route.ts'
import type { Uuid } from '#contract/values.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import { localDateOf } from '#platform/calendar/working-days.rules.ts'
import { nextNumber } from '#platform/counter/next-number.ts'
import type { Tx } from '#platform/db/tx.ts'
import { newId } from '#platform/ids.ts'
import { missingReference } from '../references.store.ts'
import { callForHelp } from './call-for-help.ts'
import { presentAssist, presentVisitor } from './queue.present.ts'
import { findVisitor, insertVisitor } from './queue.store.ts'

type Arrived = { visitor: QueueVisitor; length: number; assist: QueueAssist | null }

/** FD-016, FD-017: somebody has come and waits. E_NOT_FOUND names a customer or room that is not of this estate. */
export const arriveInQueue = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  body: BodyOf<typeof arriveRoute>,
): Promise<Arrived | Refusal> => {
  const missing = await missingReference(tx, estateId, body)
  if (missing) return missing
  const onDate = localDateOf(await calendarOf(tx, estateId), tx.now)
  const id = newId()
  // the counter's row also makes arrivals wait for one another, so that each counts those before it
  const ticket = await nextNumber(tx, estateId, `queue-${onDate}`)
  await insertVisitor(tx, {
    estate_id: estateId,
    id,
    on_date: onDate,
    ticket,
    customer_name: body.name ?? null,
    purpose: body.purpose ?? null,
    customer_id: body.customerId ?? null,
    unit_id: body.unitId ?? null,
    registered_by: actor.id,
  })
  const { length, assist } = await callForHelp(tx, estateId)
  const row = await findVisitor(tx, estateId, id)
  if (!row) return refuse('E_NOT_FOUND')
  tx.tell({ estateId, topic: 'queue' })
  return { visitor: presentVisitor(row, tx.now), length, assist: assist ? presentAssist(assist) : null }
}
