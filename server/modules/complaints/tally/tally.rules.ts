import type { Instant, LocalDate } from '#contract/values.ts'
import { addDays } from '#platform/calendar/dates.rules.ts'
import { localDateOf, type WorkCalendar } from '#platform/calendar/working-days.rules.ts'
import { firstWholeDay } from '../days-owed.rules.ts'

/** After a longer standstill nobody is told of days further back. */
const MOST_DAYS = 31

/** Days that are over and owed a tally, oldest first; as far back as anybody is told of. */
export const daysOver = (calendar: WorkCalendar, now: Instant, since: Instant): LocalDate[] => {
  const last = addDays(localDateOf(calendar, now), -1)
  const first = firstWholeDay(calendar, since)
  const days: LocalDate[] = []
  for (let day = last; day >= first && days.length < MOST_DAYS; day = addDays(day, -1)) days.unshift(day)
  return days
}

type Known = { on_date: LocalDate; signed_at: Instant | null; missing_told_at: Instant | null }
export type MissingDay = { date: LocalDate; inARow: number }

/** CP-127a: unsigned days of which nobody was told yet, each with the number of unsigned days in a row that end with it. */
export const missingDays = (days: readonly LocalDate[], known: readonly Known[]): MissingDay[] => {
  const rows = new Map(known.map((row) => [row.on_date, row]))
  const found: MissingDay[] = []
  let inARow = 0
  for (const date of days) {
    const row = rows.get(date)
    inARow = row?.signed_at ? 0 : inARow + 1
    if (inARow > 0 && !row?.missing_told_at) found.push({ date, inARow })
  }
  return found
}
