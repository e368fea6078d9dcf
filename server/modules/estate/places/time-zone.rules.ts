import { Temporal } from 'temporal-polyfill'

/** Whether the calendar knows this zone by its name; offsets such as +08:00 would lose summer time. */
export const isTimeZone = (name: string): boolean => {
  if (!/^[A-Za-z]+(?:[_+-]?[A-Za-z0-9]+)*(?:\/[A-Za-z0-9_+-]+)*$/.test(name)) return false
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name)
    return true
  } catch {
    return false
  }
}
