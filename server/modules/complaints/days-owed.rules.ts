import type { Instant, LocalDate } from '#contract/values.ts'
import { addDays } from '#platform/calendar/dates.rules.ts'
import { instantAt, localDateOf, type WorkCalendar } from '#platform/calendar/working-days.rules.ts'

/** The first local day that an estate owes whole: the one on which it was opened only when it was there from its first minute. */
export const firstWholeDay = (calendar: WorkCalendar, since: Instant): LocalDate => {
  const day = localDateOf(calendar, since)
  return since <= instantAt(calendar, day, '00:00') ? day : addDays(day, 1)
}

/** Of two days, or two months, which are written alike. */
export const earlierOf = (a: LocalDate, b: LocalDate): LocalDate => (a < b ? a : b)
export const laterOf = (a: LocalDate, b: LocalDate): LocalDate => (a > b ? a : b)
