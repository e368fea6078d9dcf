import type { Uuid } from '#contract/values.ts'
import type { WorkCalendar } from './working-days.rules.ts'

/** The job that reckons the open clocks of every estate anew; woken when the change concerns all of them. */
export const RECKON_CLOCKS = 'reckon-clocks'

declare module '../events/events.ts' {
  interface Events {
    /** Days off, make-up days or working hours of an estate are others now; told in the transaction that changed them. */
    'calendar.changed': { estateId: Uuid; calendar: WorkCalendar }
  }
}
