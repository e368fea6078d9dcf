import type { listAvailabilityAsks } from '#contract/orders.ts'
import type { AnswerOf } from '#contract/route.ts'
import type { AskRow } from './availability.store.ts'

type Ask = AnswerOf<typeof listAvailabilityAsks>['rows'][number]

export const presentAsk = (row: AskRow): Ask => ({
  matter: { id: row.id, number: row.number, title: row.title, version: row.version, urgent: row.urgent },
  line: row.line as Ask['line'],
  unit: row.unit_id ? { id: row.unit_id, display: row.unit_display ?? '' } : null,
  place: row.place,
  customerSaid: row.customer_said,
  note: row.note,
  askedAt: row.asked_at,
  dueAt: row.next_due_at,
  previous: row.previous_number
    ? {
        number: row.previous_number,
        state: row.previous_state as NonNullable<Ask['previous']>['state'],
        executor: row.previous_executor_id
          ? { id: row.previous_executor_id, name: row.previous_executor_name ?? '' }
          : null,
        absentCount: row.previous_absent ?? 0,
      }
    : null,
})
