import { type Refusal, refuse } from '#contract/refusal.ts'
import type { Instant, LocalDate } from '#contract/values.ts'
import { endOfDate, instantAt, type WorkCalendar } from '#platform/calendar/working-days.rules.ts'
import type { Range } from './keyset.ts'

const FIRST = '2000-01-01'
const LAST = '2199-12-31'

/** A day the trade can mean; far-off ones are slips of the hand. E_TIME_RANGE names the field. */
export const checkDay = (date: LocalDate, field: string): Refusal | undefined =>
  date < FIRST || date > LAST
    ? refuse('E_TIME_RANGE', { field, details: { earliest: FIRST, latest: LAST } })
    : undefined

/** An instant on such a day; further ones would not fit what a clock can reckon with. */
export const checkInstant = (at: Instant, field: string): Refusal | undefined => checkDay(at.slice(0, 10), field)

export type Days = { from?: LocalDate | undefined; to?: LocalDate | undefined }
/** Local days, both included, as instants of the estate's time zone. */
export const rangeOf = (calendar: WorkCalendar, { from, to }: Days): Range | Refusal => {
  for (const [field, day] of Object.entries({ 'query.from': from, 'query.to': to })) {
    const refused = day === undefined ? undefined : checkDay(day, field)
    if (refused) return refused
  }
  if (from !== undefined && to !== undefined && from > to)
    return refuse('E_TIME_RANGE', { field: 'query.to', details: { earliest: from } })
  return {
    from: from === undefined ? undefined : instantAt(calendar, from, '00:00'),
    before: to === undefined ? undefined : endOfDate(calendar, to),
  }
}
