import type { listLinePeople } from '#contract/orders.ts'
import { type Refusal, refuse } from '#contract/refusal.ts'
import type { AnswerOf, QueryOf } from '#contract/route.ts'
import type { Uuid } from '#contract/values.ts'
import { toInstant } from '#platform/calendar/instants.rules.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import { endOfDate, instantAt, localDateOf } from '#platform/calendar/working-days.rules.ts'
import type { Tx } from '#platform/db/tx.ts'
import { ordersBetween } from './availability.store.ts'
import { presentConflict } from './order.present.ts'
import { staffOfLine } from './staff.store.ts'
import { overlapsOf } from './view.store.ts'

type Answer = AnswerOf<typeof listLinePeople>

/** FD-410, OS-044: who of a line can go: the orders of each on that day, and what the asked time would run into. */
export const linePeople = async (
  tx: Tx,
  estateId: Uuid,
  query: QueryOf<typeof listLinePeople>,
): Promise<Answer | Refusal> => {
  const calendar = await calendarOf(tx, estateId)
  const time = query.from && query.to ? { from: toInstant(query.from), to: toInstant(query.to) } : undefined
  if (time && time.to <= time.from) return refuse('E_TIME_RANGE', { field: 'query.to', details: { after: time.from } })
  const date = query.date ?? localDateOf(calendar, time?.from ?? tx.now)
  const people = await staffOfLine(tx, estateId, query.line)
  const ids = people.map((p) => p.id)
  const orders = await ordersBetween(tx, estateId, ids, instantAt(calendar, date, '00:00'), endOfDate(calendar, date))
  const conflicts = time ? await overlapsOf(tx, estateId, ids, time) : []
  return {
    date,
    people: people.map((p) => ({
      ...p,
      line: query.line,
      orders: orders
        .filter((o) => o.executor_id === p.id)
        .map(({ id, number, state, from, to, emergency }) => ({
          id,
          number,
          state: state as Answer['people'][number]['orders'][number]['state'],
          from,
          to,
          emergency,
        })),
      conflicts: conflicts.filter((c) => c.executor_id === p.id).map(presentConflict),
    })),
  }
}
