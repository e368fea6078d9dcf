import { isMatterReport } from '#contract/complaint-report-parts.ts'
import type { Uuid } from '#contract/values.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import type { Tx } from '#platform/db/tx.ts'
import { settingsOf } from '#platform/settings/settings.ts'
import { type Place, placeOf } from '../analysis/duties.store.ts'
import { kindOf, type Target } from './report.present.ts'
import { periodDraft, type Terms } from './report-dues.rules.ts'

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

/** CP-128a: the internal target of any report of this estate; one about a complaint has none, nor what nobody is owed. */
export const targetsOf = async (tx: Tx, estateId: Uuid): Promise<Target> => {
  const terms = await termsOf(tx, estateId)
  return (row) => {
    const kind = kindOf(row)
    if (isMatterReport(kind) || row.to_date === null || row.due_at === null)
      return { targetAt: null, calendarMissing: false }
    const { target, missing } = periodDraft(kind, row.to_date, terms)
    // days off that nobody knew of have moved neither of the two yet
    const [earlier = target] = [target, row.due_at].sort()
    return { targetAt: earlier, calendarMissing: missing }
  }
}
