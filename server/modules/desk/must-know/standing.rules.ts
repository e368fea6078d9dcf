import type { Role } from '#contract/permissions.ts'
import type { Instant, LocalDate } from '#contract/values.ts'
import { dueAt } from '#platform/calendar/due.rules.ts'
import { instantAt, type WorkCalendar } from '#platform/calendar/working-days.rules.ts'

/** All customer-service staff (FD-020): who speaks with customers at the desk, on the telephone or in an area. */
export const MUST_KNOW_ROLES: readonly Role[] = [
  'frontDeskClerk',
  'frontDeskLead',
  'feeClerk',
  'customerAssistant',
  'receptionist',
  'controlCentre',
  'areaSteward',
  'affairsAssistant',
  'customerSteward',
  'customerAdmin',
  'csLead',
]

type Approved = { approved_at: Instant | null; effective_date: LocalDate | null }

/** KN-003: what changed is read and confirmed within so many working days of coming into force; 0 is the same day. */
export const readingDue = (calendar: WorkCalendar, version: Approved, workingDays: number): Instant | null => {
  if (version.effective_date === null) return null
  const inForce = instantAt(calendar, version.effective_date, '00:00')
  const from = version.approved_at !== null && version.approved_at > inForce ? version.approved_at : inForce
  return dueAt(calendar, from, workingDays < 1 ? { kind: 'sameDay' } : { kind: 'workingDays', n: workingDays }).due
}
