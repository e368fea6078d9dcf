import { Temporal } from 'temporal-polyfill'

/** The wall time of an instant in a zone, `2026-11-20T16:40`. */
export const wallOfInstant = (instant: string, zone: string): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' })

/** The instant at which the walls of a zone show this time; in a gap or doubled hour the later, valid reading. */
export const instantOfWall = (wall: string, zone: string): string =>
  Temporal.PlainDateTime.from(wall).toZonedDateTime(zone).toInstant().toString({ fractionalSecondDigits: 3 })
