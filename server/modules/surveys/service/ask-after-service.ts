import type { Uuid } from '#contract/values.ts'
import { addDays } from '#platform/calendar/dates.rules.ts'
import { plusMilliseconds } from '#platform/calendar/instants.rules.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import { instantAt, localDateOf } from '#platform/calendar/working-days.rules.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { House } from '#platform/house.ts'
import { allowedFrom } from '#platform/notify/call-hours.ts'
import { settingsOf } from '#platform/settings/settings.ts'
import { bareSurvey, estateNameOf, openSurveys } from '../design/survey.store.ts'
import { invite } from '../sample/invite.ts'
import { sinceBandOf } from '../sample/sample.rules.ts'
import { listServed } from './service.store.ts'

const DAY_MS = 86_400_000
/** What ended longer ago is no longer in anybody's mind. */
const FRESH_DAYS = 3

/**
 * Asks those whose service or complaint has just been closed, by the survey that is open for it; at a forbidden hour
 * (KN-205) nobody yet, as with reminders.
 */
export const askAfterService = async (tx: Tx, keys: House['keys'], estateId: Uuid): Promise<number> => {
  const settings = await settingsOf(tx, estateId)
  const calendar = await calendarOf(tx, estateId)
  if (allowedFrom(calendar, settings, tx.now) > tx.now) return 0
  const today = localDateOf(calendar, tx.now)
  const closesOn = addDays(today, settings.get('survey.transactionDays'))
  let asked = 0
  for (const { id } of await openSurveys(tx, estateId, { kind: 'transaction' })) {
    const survey = await bareSurvey(tx, estateId, id, 'update')
    if (survey?.state !== 'opened' || survey.opened_at === null) continue
    const fresh = plusMilliseconds(tx.now, -FRESH_DAYS * DAY_MS)
    const served = await listServed(tx, estateId, {
      surveyId: id,
      since: [survey.opened_at, fresh].toSorted().at(-1) ?? fresh,
      askedSince: plusMilliseconds(tx.now, -settings.get('survey.transactionRestDays') * DAY_MS),
      today,
    })
    if (served.length === 0) continue
    const about = {
      estateId,
      surveyId: id,
      titles: { zh: survey.title_zh, en: survey.title_en },
      estateName: await estateNameOf(tx, estateId),
      expiresAt: instantAt(calendar, addDays(closesOn, 1), '00:00'),
      until: closesOn,
    }
    const people = served.map((row) => ({
      customerId: row.customer_id,
      unitId: row.unit_id,
      buildingId: row.building_id,
      tenure: row.tenure,
      since: sinceBandOf(row.from_date, today),
      phone: row.phone,
      language: row.language,
      matterId: row.matter_id,
    }))
    asked += await invite(tx, keys, about, people, 'surveyMessage.after')
  }
  if (asked > 0) tx.tell({ estateId, topic: 'surveys' })
  return asked
}
