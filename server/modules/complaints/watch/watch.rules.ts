import type { WatchKind } from '#contract/complaint-watch.ts'
import type { Instant, LocalDate } from '#contract/values.ts'
import { addDays } from '#platform/calendar/dates.rules.ts'
import { instantAt, isWorkingDay, localDateOf, type WorkCalendar } from '#platform/calendar/working-days.rules.ts'

type Watched = { id: string; kind: WatchKind; active: boolean; created_at: Instant }
export type ChecksNeeded = Readonly<Record<WatchKind, { workingDay: number; dayOff: number }>>

/** CP-110, CP-080: how often a place must be looked at, or a box emptied, on a day. The day on which it was entered owes nothing, nor does one no longer watched. */
export const checksNeeded = (
  calendar: WorkCalendar,
  date: LocalDate,
  channel: Watched,
  needed: ChecksNeeded,
): number => {
  if (!channel.active || channel.created_at > instantAt(calendar, date, '00:00')) return 0
  const { workingDay, dayOff } = needed[channel.kind]
  return isWorkingDay(calendar, date) ? workingDay : dayOff
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
