import type { Appointment } from '#contract/desk.ts'
import type { Instant } from '#contract/values.ts'
import type { WorkCalendar } from '#platform/calendar/working-days.rules.ts'
import { maskPhone } from '#platform/privacy/mask.ts'
import { isPast } from './appointment.rules.ts'
import type { AppointmentRow } from './appointment.store.ts'

export const presentAppointment = (row: AppointmentRow, calendar: WorkCalendar, now: Instant): Appointment => ({
  id: row.id,
  state: row.state as Appointment['state'],
  what: row.what,
  reason: row.reason,
  becauseOf: row.because_of,
  date: row.on_date,
  time: row.at_time,
  startsAt: row.starts_at,
  past: isPast(calendar, row, now),
  customer: row.customer_id ? { id: row.customer_id, name: row.linked_name ?? '' } : null,
  customerName: row.customer_name,
  contactPhone: maskPhone(row.contact_phone),
  unit: row.unit_id ? { id: row.unit_id, display: row.unit_display ?? '' } : null,
  matter: row.matter_id ? { id: row.matter_id, number: row.matter_number ?? '' } : null,
  createdBy: { id: row.created_by, name: row.maker_name ?? '' },
  createdAt: row.created_at,
  endedAt: row.ended_at,
  note: row.note,
  version: row.version,
})
