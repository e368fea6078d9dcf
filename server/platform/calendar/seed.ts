import table from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import type { LocalDate } from '#contract/values.ts'

export type CalendarDay = { date: LocalDate; kind: 'off' | 'work'; name: string }

export type CalendarSeed = {
  /** Exceptions to Monday to Friday, by date; `name` is the Chinese name of the holiday they belong to. */
  rows: CalendarDay[]
  known: number[]
  /** Years not yet announced: to be reported and entered by hand, never guessed (W_CALENDAR_MISSING). */
  missing: number[]
  /** 31 December of the last known year before the first missing one; null when the first year is missing. */
  knownThrough: LocalDate | null
}

const HOLIDAYS: Readonly<Record<string, string>> = table.holidays
const MAKE_UP_DAYS: Readonly<Record<string, string>> = table.workdays

/**
 * A year counts as known by its National Day: its last holiday, announced together with all the others, and never
 * touched by the arrangement of a neighbouring year as the days around New Year are.
 */
const isKnown = (year: number) => HOLIDAYS[`${year}-10-01`] !== undefined

/** The table writes `Spring Festival,春节,4`. */
const chineseName = (entry: string) => entry.split(',')[1] ?? entry

const rowsOf = (entries: Readonly<Record<string, string>>, kind: CalendarDay['kind'], years: ReadonlySet<number>) =>
  Object.entries(entries)
    .filter(([date]) => years.has(Number(date.slice(0, 4))))
    .map(([date, entry]): CalendarDay => ({ date, kind, name: chineseName(entry) }))

/** FD-005: public holidays and make-up working days of mainland China for these years, to seed the editable table. */
export const seedWorkCalendar = (years: readonly number[]): CalendarSeed => {
  const asked = [...new Set(years)].sort((a, b) => a - b)
  const known = asked.filter(isKnown)
  const missing = asked.filter((year) => !isKnown(year))
  const wanted = new Set(known)
  const rows = [...rowsOf(HOLIDAYS, 'off', wanted), ...rowsOf(MAKE_UP_DAYS, 'work', wanted)]
  const gap = asked.findIndex((year) => !isKnown(year))
  const run = gap < 0 ? asked : asked.slice(0, gap)
  const last = run.at(-1)
  return {
    rows: rows.sort((a, b) => (a.date < b.date ? -1 : 1)),
    known,
    missing,
    knownThrough: last === undefined ? null : `${last}-12-31`,
  }
}
