import { type CallHoursSettings, DEFAULT_CALL_HOURS, nextAllowedTime } from '#contract/rules/call-hours.ts'
import type { WorkCalendar } from '#contract/rules/work-calendar.ts'
import type { Instant } from '#contract/values.ts'
import type { Settings } from '../settings/settings.ts'

/** What `callHoursOf` reads. */
export const CALL_HOURS_KEYS = [
  'telephone.blockedBefore',
  'telephone.blockedFrom',
  'telephone.noonFrom',
  'telephone.noonTo',
  'telephone.dinnerFrom',
  'telephone.dinnerTo',
] as const

/** KN-205 by the settings of the estate; windows that a setting turns round (end before start) block nothing. */
export const callHoursOf = (settings: Settings): CallHoursSettings => ({
  ...DEFAULT_CALL_HOURS,
  dayFrom: settings.get('telephone.blockedBefore'),
  dayTo: settings.get('telephone.blockedFrom'),
  noonBreak: { from: settings.get('telephone.noonFrom'), to: settings.get('telephone.noonTo') },
  meals: [{ from: settings.get('telephone.dinnerFrom'), to: settings.get('telephone.dinnerTo') }],
})

/** KN-205: the first time from `at` on at which a customer may be written to; `at` itself when no hour is allowed at all. */
export const allowedFrom = (calendar: WorkCalendar, settings: Settings, at: Instant): Instant =>
  nextAllowedTime(calendar, callHoursOf(settings), at) ?? at
