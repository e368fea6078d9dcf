import { Temporal } from 'temporal-polyfill'
import type { Recurrence } from '#contract/inspection-plans.ts'
import type { LocalDate } from '#contract/values.ts'
import { addDays, daysBetween } from '#platform/calendar/dates.rules.ts'
import {
  addWorkingDays,
  isWorkingDay,
  type WorkCalendar,
  workingDayOnOrAfter,
} from '#platform/calendar/working-days.rules.ts'

/** The first day of a public holiday, by its Chinese name. */
export type Holiday = { date: LocalDate; name: string }
export type Days = { from: LocalDate; to: LocalDate }
export type Recurring = {
  recurrence: Recurrence
  months: readonly number[]
  fromDate: LocalDate
  untilDate: LocalDate | null
}

/** No row of days off is longer; so far back may lie a day that is put off into the asked ones. */
const LONGEST_OFF = 31
const day = (date: LocalDate) => Temporal.PlainDate.from(date)

/** `n` days spread evenly over `length`, the first of them 1. */
const spread = (n: number, length: number) => Array.from({ length: n }, (_, i) => Math.floor((i * length) / n) + 1)

const monthsBetween = (from: LocalDate, to: LocalDate) => {
  const [a, b] = [day(from), day(to)]
  return (b.year - a.year) * 12 + b.month - a.month
}

const inMonth = (date: LocalDate, days: readonly number[]) => {
  const { day: of, daysInMonth } = day(date)
  // a month without the 31st has its last day instead, once
  return days.some((d) => Math.min(d, daysInMonth) === of)
}

const isNthWorkingDay = (cal: WorkCalendar, date: LocalDate, nth: number) => {
  const { year, month, daysInMonth } = day(date)
  const first = Temporal.PlainDate.from({ year, month, day: 1 })
  const edge = nth > 0 ? first.subtract({ days: 1 }) : first.add({ days: daysInMonth })
  const found = addWorkingDays(cal, edge.toString(), nth).date
  // a month with fewer working days has none such
  return found === date && found.slice(0, 7) === first.toString().slice(0, 7)
}

const falls = (plan: Recurring, date: LocalDate, cal: WorkCalendar, holidays: readonly Holiday[]): boolean => {
  const { recurrence: r, fromDate } = plan
  switch (r.kind) {
    case 'days':
      return daysBetween(fromDate, date) % r.every === 0
    case 'weekdays': {
      const monday = addDays(fromDate, 1 - day(fromDate).dayOfWeek)
      return r.days.includes(day(date).dayOfWeek) && Math.floor(daysBetween(monday, date) / 7) % r.every === 0
    }
    case 'perWeek':
      return spread(r.n, 7).includes(day(date).dayOfWeek)
    case 'perMonth':
      return spread(r.n, 30).includes(day(date).day)
    case 'monthDays':
      return inMonth(date, r.days) && monthsBetween(fromDate, date) % r.every === 0
    case 'workingDay':
      return isNthWorkingDay(cal, date, r.nth)
    case 'holidays':
      return holidays.some((h) => h.date === date && (r.names.length === 0 || r.names.includes(h.name)))
    case 'called':
      return false
  }
}

/**
 * FD-810: the local days in `within` on which a plan goes, each once. A season is asked of the day that the plan means;
 * a day off is kept, left out or put off to the next working day as the plan says, and two that meet there are one.
 */
export const daysOfPlan = (
  plan: Recurring,
  within: Days,
  cal: WorkCalendar,
  holidays: readonly Holiday[],
): LocalDate[] => {
  const off = 'daysOff' in plan.recurrence ? plan.recurrence.daysOff : 'keep'
  const start = off === 'shift' ? addDays(within.from, -LONGEST_OFF) : within.from
  const last = plan.untilDate !== null && plan.untilDate < within.to ? plan.untilDate : within.to
  const found = new Set<LocalDate>()
  for (let date = start; date <= last; date = addDays(date, 1)) {
    if (date < plan.fromDate) continue
    if (plan.months.length > 0 && !plan.months.includes(day(date).month)) continue
    if (!falls(plan, date, cal, holidays)) continue
    if (off === 'skip' && !isWorkingDay(cal, date)) continue
    found.add(off === 'shift' ? workingDayOnOrAfter(cal, date).date : date)
  }
  return [...found].filter((date) => within.from <= date && date <= within.to).sort()
}

/** How many goings a day of the plan has. */
export const timesOf = (recurrence: Recurrence): number => (recurrence.kind === 'called' ? 1 : recurrence.times)
