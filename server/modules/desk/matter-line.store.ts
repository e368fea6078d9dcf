import { sql } from 'kysely'
import type { MatterListRow } from '#modules/matters/index.ts'

/** What a line of a list of matters shows (`presentLine` of the spine), for lists that join further tables to `matter m`. */
export const MATTER_LINE = sql`m.estate_id, m.id, m.number, m.kind, m.contact_type, m.channel, m.state, m.open, m.version, m.title,
  m.customer_id, m.customer_name, m.unit_id, m.line, m.urgent, m.flags, m.owner_id, m.co_owner_id, m.handler_id, m.executor_id, m.dedicated_id,
  m.received_at, m.collected_at, m.registered_at, m.next_due_at, m.overdue, m.appointment_from, m.satisfaction, m.closed_at, m.attempt, m.reopened_count,
  mu.display as unit_display, mc.name as linked_customer_name, mo.name as owner_name, mh.name as handler_name`

export const MATTER_LINE_JOINS = sql`
  left join unit mu on mu.estate_id = m.estate_id and mu.id = m.unit_id
  left join customer mc on mc.estate_id = m.estate_id and mc.id = m.customer_id
  left join staff mo on mo.id = m.owner_id
  left join staff mh on mh.id = m.handler_id`

export type MatterLineRow = MatterListRow
