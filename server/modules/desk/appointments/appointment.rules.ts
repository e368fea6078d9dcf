import { type Refusal, refuse } from '#contract/refusal.ts'
import type { Instant, LocalDate, LocalTime } from '#contract/values.ts'
import { endOfDate, instantAt, localDateOf, type WorkCalendar } from '#platform/calendar/working-days.rules.ts'
import { checkDay } from '../days.rules.ts'

/** FD-018: the beginning of the time agreed, or of the day when no time was said. E_TIME_PAST for what has gone by. */
export const startOf = (
  calendar: WorkCalendar,
  asked: { date: LocalDate; time?: LocalTime | undefined },
  now: Instant,
): Instant | Refusal => {
  const far = checkDay(asked.date, 'body.date')
  if (far) return far
  const today = localDateOf(calendar, now)
  if (asked.date < today) return refuse('E_TIME_PAST', { field: 'body.date', details: { now } })
  if (asked.time === undefined) return instantAt(calendar, asked.date, '00:00')
  const at = instantAt(calendar, asked.date, asked.time)
  return at <= now ? refuse('E_TIME_PAST', { field: 'body.time', details: { now } }) : at
}

type Booked = { state: string; on_date: LocalDate; at_time: LocalTime | null; starts_at: Instant }

/** Still booked though its time has gone by; without a time, once the day is over. */
export const isPast = (calendar: WorkCalendar, a: Booked, now: Instant): boolean =>
  a.state === 'booked' && (a.at_time === null ? endOfDate(calendar, a.on_date) <= now : a.starts_at <= now)

/** A customer who did not come, or a time called off, leaves a word why. */
export const needsWord = (outcome: string, note: string | undefined): Refusal | undefined =>
  outcome !== 'done' && !note ? refuse('E_REASON_MISSING', { field: 'body.note' }) : undefined
