import { Temporal } from 'temporal-polyfill'
import type { LocalDate } from '#contract/values.ts'

export type MonthSpan = { month: string; before: LocalDate; from: LocalDate; to: LocalDate }

/** A calendar month with the first day of the one before it. */
export const monthSpan = (month: string): MonthSpan => {
  const of = Temporal.PlainYearMonth.from(month)
  return {
    month,
    before: of.subtract({ months: 1 }).toPlainDate({ day: 1 }).toString(),
    from: of.toPlainDate({ day: 1 }).toString(),
    to: of.toPlainDate({ day: of.daysInMonth }).toString(),
  }
}

/** A month and those before it, `count` in all, oldest first. */
export const monthsUntil = (month: string, count: number): MonthSpan[] => {
  const last = Temporal.PlainYearMonth.from(month)
  return Array.from({ length: count }, (_, i) => monthSpan(last.subtract({ months: count - 1 - i }).toString()))
}
