import type { QueueAssist, QueueVisitor } from '#contract/desk.ts'
import type { Instant } from '#contract/values.ts'
import { waitedSeconds } from './queue.rules.ts'
import type { AssistRow, VisitorRow } from './queue.store.ts'

export const presentVisitor = (row: VisitorRow, now: Instant): QueueVisitor => ({
  id: row.id,
  ticket: row.ticket,
  state: row.state as QueueVisitor['state'],
  arrivedAt: row.arrived_at,
  waitedSeconds: waitedSeconds(row, now),
  name: row.customer_name ?? row.linked_name,
  purpose: row.purpose,
  unit: row.unit_id ? { id: row.unit_id, display: row.unit_display ?? '' } : null,
  customer: row.customer_id ? { id: row.customer_id, name: row.linked_name ?? '' } : null,
  calledAt: row.called_at,
  calledBy: row.called_by ? { id: row.called_by, name: row.called_name ?? '' } : null,
  endedAt: row.ended_at,
  matterId: row.matter_id,
})

export const presentAssist = (row: AssistRow): QueueAssist => ({
  id: row.id,
  calledAt: row.called_at,
  length: row.length,
  threshold: row.threshold,
  cameBy: row.came_by ? { id: row.came_by, name: row.came_name ?? '' } : null,
  cameAt: row.came_at,
  endedAt: row.ended_at,
})
