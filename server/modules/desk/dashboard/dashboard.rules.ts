import type { AGE_BUCKETS } from '#contract/dashboard.ts'
import type { Instant, LocalDate } from '#contract/values.ts'
import { addDays } from '#platform/calendar/dates.rules.ts'
import { instantAt, type WorkCalendar } from '#platform/calendar/working-days.rules.ts'

export type Bucket = {
  bucket: (typeof AGE_BUCKETS)[number]
  from: LocalDate | undefined
  to: LocalDate | undefined
  since: Instant | null
}

/** Ages of open matters by local days, youngest first: as days for the filter of the list, as an instant for the count. */
export const ageBuckets = (calendar: WorkCalendar, today: LocalDate): Bucket[] => {
  const ago = (days: number) => addDays(today, -days)
  const since = (days: number) => instantAt(calendar, ago(days), '00:00')
  return [
    { bucket: 'today', from: today, to: undefined, since: since(0) },
    { bucket: 'days1to2', from: ago(2), to: ago(1), since: since(2) },
    { bucket: 'days3to7', from: ago(7), to: ago(3), since: since(7) },
    { bucket: 'days8to30', from: ago(30), to: ago(8), since: since(30) },
    { bucket: 'over30', from: undefined, to: ago(31), since: null },
  ]
}

/** A part of a whole, to a hundredth of a per cent; null when there is no whole. */
export const shareOf = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((part / whole) * 10_000) / 10_000

/** Clocks that wait for the first word a customer hears from us. */
export const FIRST_REPLY_CLOCKS: readonly string[] = [
  'info.answer',
  'service.tellTime',
  'complaint.reply',
  'emergency.arrival',
]
