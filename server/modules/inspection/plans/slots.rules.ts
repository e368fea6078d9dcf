import type { Instant, LocalDate, LocalTime } from '#contract/values.ts'
import { addDays } from '#platform/calendar/dates.rules.ts'
import { instantOf, millisecondsOf } from '#platform/calendar/instants.rules.ts'
import { endOfDate, instantAt, type WorkCalendar } from '#platform/calendar/working-days.rules.ts'

export type Slot = { slot: number; fromAt: Instant; dueAt: Instant }
type Window = { from: LocalTime; to: LocalTime }

/** A window as instants; one that ends before it begins goes on into the next day. */
const spanOf = (cal: WorkCalendar, date: LocalDate, { from, to }: Window) => ({
  start: millisecondsOf(instantAt(cal, date, from)),
  end: millisecondsOf(instantAt(cal, to > from ? date : addDays(date, 1), to)),
})

/**
 * The goings of a plan on one local day, from 1. As many windows as goings: one each. One window or none (the whole day):
 * cut into equal parts, so that twice a day is once in each half.
 */
export const slotsOf = (cal: WorkCalendar, date: LocalDate, hours: readonly Window[], times: number): Slot[] => {
  if (hours.length > 1)
    return hours.map((window, i) => {
      const { start, end } = spanOf(cal, date, window)
      return { slot: i + 1, fromAt: instantOf(start), dueAt: instantOf(end) }
    })
  const whole = { start: millisecondsOf(instantAt(cal, date, '00:00')), end: millisecondsOf(endOfDate(cal, date)) }
  const { start, end } = hours[0] ? spanOf(cal, date, hours[0]) : whole
  const edge = (i: number) => instantOf(Math.round(start + ((end - start) * i) / times))
  return Array.from({ length: times }, (_, i) => ({ slot: i + 1, fromAt: edge(i), dueAt: edge(i + 1) }))
}
