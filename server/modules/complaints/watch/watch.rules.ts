import type { Instant, LocalDate } from '#contract/values.ts'
import { addDays } from '#platform/calendar/dates.rules.ts'
import { instantAt, isWorkingDay, localDateOf, type WorkCalendar } from '#platform/calendar/working-days.rules.ts'

type Watched = { id: string; active: boolean; created_at: Instant }
export type ChecksNeeded = { workingDay: number; dayOff: number }

/** CP-110: how often a place must be looked at on a day. The day on which it was entered owes nothing, nor does one no longer watched. */
export const checksNeeded = (
  calendar: WorkCalendar,
  date: LocalDate,
  channel: Watched,
  needed: ChecksNeeded,
): number => {
  if (!channel.active || channel.created_at > instantAt(calendar, date, '00:00')) return 0
  return isWorkingDay(calendar, date) ? needed.workingDay : needed.dayOff
}

/** After a longer standstill the night looks back no further. */
const MOST_DAYS = 31

/** Days that are over and were not looked at yet, oldest first; none before the estate was there. */
export const nightsDue = (
  calendar: WorkCalendar,
  now: Instant,
  last: LocalDate | null,
  since: Instant,
): LocalDate[] => {
  const yesterday = addDays(localDateOf(calendar, now), -1)
  const days: LocalDate[] = []
  for (let day = yesterday; day > (last ?? '') && days.length < MOST_DAYS; day = addDays(day, -1)) {
    if (since > instantAt(calendar, day, '00:00')) break
    days.unshift(day)
  }
  return days
}
