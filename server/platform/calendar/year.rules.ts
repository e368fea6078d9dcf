import { Temporal } from 'temporal-polyfill'
import type { WarningCode } from '#contract/refusal.ts'
import type { Instant } from '#contract/values.ts'

type Warning = { code: WarningCode; details: { year: number } }

/** FD-005: this year and the next must be known; a year nobody has entered is told, never guessed. */
export const missingYears = (known: ReadonlySet<number>, now: Instant, timeZone: string): Warning[] => {
  const { year } = Temporal.Instant.from(now).toZonedDateTimeISO(timeZone)
  return [year, year + 1]
    .filter((y) => !known.has(y))
    .map((y) => ({ code: 'W_CALENDAR_MISSING', details: { year: y } }))
}

/** Where a list of a year's days goes wrong: a date of another year, or the same date twice. */
export const faultOfDays = (
  year: number,
  days: readonly { date: string }[],
): { index: number; fault: 'year' | 'twice' } | undefined => {
  const seen = new Set<string>()
  for (const [index, { date }] of days.entries()) {
    if (!date.startsWith(`${year}-`)) return { index, fault: 'year' }
    if (seen.has(date)) return { index, fault: 'twice' }
    seen.add(date)
  }
  return undefined
}
