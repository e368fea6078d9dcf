import type { Line, Role } from '#contract/permissions.ts'
import type { Instant } from '#contract/values.ts'
import { daysBetween } from '#platform/calendar/dates.rules.ts'
import { localDateOf, type WorkCalendar } from '#platform/calendar/working-days.rules.ts'

/** Lines of those whose role names no line of its own. */
const LINE_OF_ROLE: Partial<Record<Role, Line>> = {
  repairLead: 'repair',
  technician: 'repair',
  housekeepingLead: 'housekeeping',
  cleaner: 'cleaning',
  guard: 'security',
  shiftLead: 'security',
  controlCentre: 'security',
  cashier: 'finance',
  finance: 'finance',
  feeClerk: 'finance',
}

/** FD-401: the line of business that collected it: the colleague's own line, else that of the role, else the desk's. */
export const lineOfCollector = (who: { lines: readonly string[]; roles: readonly string[] }): Line => {
  const [own] = who.lines
  if (own) return own as Line
  for (const role of who.roles) {
    const line = LINE_OF_ROLE[role as Role]
    if (line) return line
  }
  return 'customerService'
}

/** FD-401: whole days between collecting and logging, by local dates; 0 is the same day and in time. */
export const daysLate = (calendar: WorkCalendar, collectedAt: Instant, loggedAt: Instant): number =>
  Math.max(0, daysBetween(localDateOf(calendar, collectedAt), localDateOf(calendar, loggedAt)))
