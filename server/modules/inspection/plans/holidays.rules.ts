import type { LocalDate } from '#contract/values.ts'
import { addDays } from '#platform/calendar/dates.rules.ts'
import type { Holiday } from './recurrence.rules.ts'

type DayOff = { date: LocalDate; kind: 'off' | 'work'; name: string }

/** The first day of each holiday, from the days off of a calendar with their names. */
export const firstDays = (days: readonly DayOff[]): Holiday[] => {
  const off = new Map(days.filter((d) => d.kind === 'off').map((d) => [d.date, d.name]))
  return [...off]
    .filter(([date, name]) => off.get(addDays(date, -1)) !== name)
    .map(([date, name]) => ({ date, name }))
    .sort((a, b) => (a.date < b.date ? -1 : 1))
}
