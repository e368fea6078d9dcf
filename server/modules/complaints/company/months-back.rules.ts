import { Temporal } from 'temporal-polyfill'
import type { LocalDate } from '#contract/values.ts'

/** Months one after another, newest first; `from` and `to` are the first and the last day of all of them. */
export type Months = { from: LocalDate; to: LocalDate; months: readonly string[] }

/** How many months are looked through at a time: what is often said is found in the newest, what is rare nearly at once. */
const STEPS = [1, 5, 18] as const
const ALL_OTHERS = 36

const monthsOf = (months: readonly Temporal.PlainYearMonth[]): Months => {
  const [newest, oldest] = [months.at(0), months.at(-1)]
  if (!newest || !oldest) throw new Error('no months')
  return {
    from: oldest.toPlainDate({ day: 1 }).toString(),
    to: newest.toPlainDate({ day: newest.daysInMonth }).toString(),
    months: months.map(String),
  }
}

/** From the month of `last` back to that of `first`, in the stretches in which they are searched. */
export const stretchesBack = (first: LocalDate, last: LocalDate): Months[] => {
  const end = Temporal.PlainDate.from(first).toPlainYearMonth()
  const found: Months[] = []
  let next = Temporal.PlainDate.from(last).toPlainYearMonth()
  for (let step = 0; Temporal.PlainYearMonth.compare(next, end) >= 0; step += 1) {
    const left = next.since(end, { largestUnit: 'months' }).months + 1
    const count = Math.min(STEPS[step] ?? ALL_OTHERS, left)
    found.push(monthsOf(Array.from({ length: count }, (_, i) => next.subtract({ months: i }))))
    next = next.subtract({ months: count })
  }
  return found
}

/** The newer half and the older one; undefined for a single month. */
export const halvesOf = ({ months }: Months): [Months, Months] | undefined => {
  if (months.length < 2) return undefined
  const parts = months.map((m) => Temporal.PlainYearMonth.from(m))
  const middle = Math.ceil(parts.length / 2)
  return [monthsOf(parts.slice(0, middle)), monthsOf(parts.slice(middle))]
}
