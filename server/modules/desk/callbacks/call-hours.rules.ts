import {
  type CalledPerson,
  type CallHoursSettings,
  DEFAULT_CALL_HOURS,
  NoCallHours,
} from '#contract/rules/call-hours.ts'
import type { Settings } from '#platform/settings/settings.ts'

/** KN-205 by the settings of the estate; windows that a setting turns round (end before start) block nothing. */
export const callHoursOf = (settings: Settings): CallHoursSettings => ({
  ...DEFAULT_CALL_HOURS,
  dayFrom: settings.get('telephone.blockedBefore'),
  dayTo: settings.get('telephone.blockedFrom'),
  noonBreak: { from: settings.get('telephone.noonFrom'), to: settings.get('telephone.noonTo') },
  meals: [{ from: settings.get('telephone.dinnerFrom'), to: settings.get('telephone.dinnerTo') }],
})

/** Hours in which the customer does not want to be called, as they stand in the archive; what cannot be read blocks nothing. */
export const calledPerson = (quietHours: unknown): CalledPerson => ({
  noCall: Array.isArray(quietHours)
    ? quietHours.flatMap((hours) => {
        const read = NoCallHours.safeParse(hours)
        return read.success ? [read.data] : []
      })
    : [],
})
