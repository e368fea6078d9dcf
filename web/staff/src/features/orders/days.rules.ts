import { Temporal } from 'temporal-polyfill'

/** The instant at which a local day ends in a zone. */
export const endOfDay = (date: string, zone: string): string =>
  Temporal.PlainDate.from(date)
    .add({ days: 1 })
    .toZonedDateTime(zone)
    .toInstant()
    .toString({ fractionalSecondDigits: 3 })

export const addDays = (date: string, days: number): string => Temporal.PlainDate.from(date).add({ days }).toString()
