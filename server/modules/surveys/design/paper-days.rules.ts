import type { LocalDate } from '#contract/values.ts'
import { addDays } from '#platform/calendar/dates.rules.ts'

/** Paper that was handed in by the last day is typed in so many days longer: what closes by itself today had its last day before this one. */
export const closesBefore = (today: LocalDate, paperDays: number): LocalDate => addDays(today, -paperDays)

/** Until when paper is typed in while that is all that is left; null as long as residents answer, and without an end. */
export const paperOnlyUntil = (closesOn: LocalDate | null, today: LocalDate, paperDays: number): LocalDate | null =>
  closesOn !== null && closesOn < today && closesOn >= closesBefore(today, paperDays)
    ? addDays(closesOn, paperDays)
    : null
