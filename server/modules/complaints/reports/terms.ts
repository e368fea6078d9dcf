import type { Uuid } from '#contract/values.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import type { Tx } from '#platform/db/tx.ts'
import { settingsOf } from '#platform/settings/settings.ts'
import { type Place, placeOf } from '../analysis/duties.store.ts'
import type { Terms } from './report-dues.rules.ts'

/** What the deadlines of reports about periods are reckoned with (CP-128a to CP-129). */
export const termsOf = async (tx: Tx, estateId: Uuid): Promise<Terms & { place: Place }> => {
  const settings = await settingsOf(tx, estateId)
  const place = await placeOf(tx, estateId)
  const own = settings.get('complaint.floorAreaM2')
  return {
    calendar: { ...(await calendarOf(tx, estateId)), workEnd: settings.get('hours.closeOfBusiness') },
    days: {
      reportDay: settings.get('complaint.reportDay'),
      reportWarnDays: settings.get('complaint.reportWarnDays'),
      statCutoffDay: settings.get('complaint.statCutoffDay'),
    },
    largeFromM2: settings.get('complaint.largeCentreM2'),
    centre: { floorAreaM2: own > 0 ? own : place.area_m2, inPhases: settings.get('complaint.inPhases') },
    place,
  }
}
