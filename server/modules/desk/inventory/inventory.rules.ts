import type { Instant, LocalDate, LocalTime } from '#contract/values.ts'
import { addDays, daysBetween } from '#platform/calendar/dates.rules.ts'
import { endOfDate, instantAt, localDateOf, type WorkCalendar } from '#platform/calendar/working-days.rules.ts'

/** FD-404: whole days since the receipt, by local dates; 0 on the day itself. */
export const ageInDays = (calendar: WorkCalendar, receivedAt: Instant, date: LocalDate): number =>
  Math.max(0, daysBetween(localDateOf(calendar, receivedAt), date))

/**
 * FD-404: what was known before this time had to have a note of the day. Without a signature that is the whole day.
 * With one, what came after it stands in the inventory of the next day (CP-127a), though nobody gets out of the
 * afternoon by signing in the morning: until the set time everything counts.
 */
export const gapCutoff = (
  calendar: WorkCalendar,
  date: LocalDate,
  signedAt: Instant | null,
  inventoryTime: LocalTime,
): Instant => {
  const end = endOfDate(calendar, date)
  if (signedAt === null) return end
  const due = instantAt(calendar, date, inventoryTime)
  return signedAt > due ? signedAt : due
}

/** After a longer standstill the check goes back no further. */
const MOST_DAYS = 31

/** Days whose inventory the night still has to look at: after the last one looked at, none before the estate was there. */
export const daysToCheck = (
  calendar: WorkCalendar,
  now: Instant,
  lastChecked: LocalDate | null,
  since: Instant,
): LocalDate[] => {
  const yesterday = addDays(localDateOf(calendar, now), -1)
  const earliest = addDays(yesterday, 1 - MOST_DAYS)
  const found: LocalDate[] = []
  for (let day = yesterday; day >= earliest && day > (lastChecked ?? ''); day = addDays(day, -1))
    if (since <= instantAt(calendar, day, '00:00')) found.unshift(day)
  return found
}

type Owned = { owner_id: string; co_owner_id: string | null; handler_id: string | null }

/** OS-011: a note by one of those who answer for the matter is their supervising it. */
export const isSupervising = (staffId: string, m: Owned): boolean =>
  [m.owner_id, m.co_owner_id, m.handler_id].includes(staffId)
