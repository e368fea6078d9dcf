import { Temporal } from 'temporal-polyfill'
import type { LocalDate, LocalTime } from '../values.ts'

/**
 * The working calendar of one estate (FD-005, CP-072, CP-077).
 * `days` holds only the exceptions: public holidays (`off`) and make-up working days (`work`);
 * every other day is working from Monday to Friday.
 */
export type WorkCalendar = {
  /** IANA name, e.g. `Asia/Shanghai`. */
  timeZone: string
  /** Included. */
  workStart: LocalTime
  /** Excluded; also the close of business. Must be later than `workStart`. */
  workEnd: LocalTime
  days: ReadonlyMap<LocalDate, 'off' | 'work'>
  /** Last date of the maintained data; null when nobody has maintained any (FD-005). */
  knownThrough: LocalDate | null
}

/** ISO weekday: 1 = Monday … 7 = Sunday. */
const weekdayOf = (date: LocalDate): number => Temporal.PlainDate.from(date).dayOfWeek

/** FD-005: Monday to Friday, less public holidays, plus make-up working days. */
export const isWorkingDay = (cal: Pick<WorkCalendar, 'days'>, date: LocalDate): boolean => {
  const exception = cal.days.get(date)
  return exception === undefined ? weekdayOf(date) <= 5 : exception === 'work'
}
