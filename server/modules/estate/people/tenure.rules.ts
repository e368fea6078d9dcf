import { Temporal } from 'temporal-polyfill'
import type { Tenure } from '#contract/households.ts'
import type { LocalDate } from '#contract/values.ts'

/**
 * FD-732, VS-004, VS-005: how long somebody has lived here, by whole calendar months since the day of moving in (the
 * day of the month clamped). The day on which a class is reached belongs to it. Null while the day is unknown or ahead.
 */
export const tenureOf = (
  movedIn: LocalDate | null,
  today: LocalDate,
  months: readonly [number, number, number],
): Tenure | null => {
  if (movedIn === null || movedIn > today) return null
  const start = Temporal.PlainDate.from(movedIn)
  const reached = (n: number) =>
    Temporal.PlainDate.compare(start.add({ months: n }), Temporal.PlainDate.from(today)) <= 0
  const [first, second, third] = months
  if (!reached(first)) return 'new'
  if (!reached(second)) return 'adjusting'
  return reached(third) ? 'longStanding' : 'stable'
}
