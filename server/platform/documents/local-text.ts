import { Temporal } from 'temporal-polyfill'
import type { Instant } from '#contract/values.ts'

/** `2026-11-20 16:40` on the clocks of the estate, for print and export. */
export const localText = (instant: Instant, timeZone: string): string =>
  Temporal.Instant.from(instant)
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
    .replace('T', ' ')
