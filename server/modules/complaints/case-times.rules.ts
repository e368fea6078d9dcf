import type { Instant } from '#contract/values.ts'
import { addDays } from '#platform/calendar/dates.rules.ts'
import { dueAt, type Span } from '#platform/calendar/due.rules.ts'
import {
  addWorkingMinutes,
  endOfDate,
  instantAt,
  localDateOf,
  localTimeOf,
  type WorkCalendar,
} from '#platform/calendar/working-days.rules.ts'
import type { Settings } from '#platform/settings/settings.ts'

/** An estate's calendar and numbers; every time of a complaint is reckoned by them. */
export type Timed = { calendar: WorkCalendar; settings: Settings }

/** CP-024: the head comes on the same local day; of what is received late, on the next day by a set time. Days off too. */
export const headAppearsBy = (at: Instant, { calendar, settings }: Timed): Instant => {
  const day = localDateOf(calendar, at)
  return localTimeOf(calendar, at) >= settings.get('complaint.headLateAfter')
    ? instantAt(calendar, addDays(day, 1), settings.get('complaint.headNextDayBy'))
    : endOfDate(calendar, day)
}

const URGENT = ['major', 'majorSuspected', 'hot', 'extremeRisk']

/** CP-065: how long until the customer hears of it again; what is urgent stays so in other hands. */
export const progressSpan = (complaint: { flags: readonly string[]; external: boolean }, settings: Settings): Span => {
  if (complaint.flags.some((flag) => URGENT.includes(flag)))
    return { kind: 'workingDays', n: settings.get('complaint.progressUrgentWorkingDays') }
  return complaint.external
    ? { kind: 'calendarDays', n: settings.get('complaint.progressExternalDays') }
    : { kind: 'workingDays', n: settings.get('complaint.progressWorkingDays') }
}

/** CP-120b: 24:00 of the last quiet day, the day on which the treatment ended being day 0. */
export const quietUntil = (endedAt: Instant, { calendar, settings }: Timed): Instant =>
  dueAt(calendar, endedAt, { kind: 'calendarDays', n: settings.get('complaint.quietDays') }).due

/** CP-125, T29: a month as CP-096 counts it, so that closed on 24 October means to the end of 23 November. */
export const reopenUntil = (closedAt: Instant, { calendar, settings }: Timed): Instant =>
  dueAt(calendar, closedAt, { kind: 'calendarMonth', n: settings.get('complaint.reopenMonths') }).due

/** CP-113: so much working time before the deadline, but never before the review was asked for. */
export const holdingReplyAt = (askedAt: Instant, deadline: Instant, { calendar, settings }: Timed): Instant => {
  const { instant } = addWorkingMinutes(calendar, deadline, -settings.get('complaint.holdingWorkingMinutes'))
  return instant < askedAt ? askedAt : instant
}
