import { Temporal } from 'temporal-polyfill'
import type { Instant } from '#contract/values.ts'
import { plusMilliseconds } from '../calendar/instants.rules.ts'

/** `2026-11-20 16:40` on the clocks of the estate, for print and export. */
export const localText = (instant: Instant, timeZone: string): string =>
  Temporal.Instant.from(instant)
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
    .replace('T', ' ')

/** The same for the end of a time that is given: midnight closes the day before, `2026-11-20 24:00`. */
export const untilText = (instant: Instant, timeZone: string): string => {
  const at = localText(instant, timeZone)
  if (!at.endsWith(' 00:00')) return at
  return `${localText(plusMilliseconds(instant, -1), timeZone).slice(0, 10)} 24:00`
}
