import type { LocalDate, Uuid } from '#contract/values.ts'
import { tellStaff } from '#modules/staff/index.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import { endOfDate } from '#platform/calendar/working-days.rules.ts'
import type { Tx } from '#platform/db/tx.ts'
import { settingsOf } from '#platform/settings/settings.ts'
import { estateSince } from '../estates.store.ts'
import { staffInRoles } from '../people.store.ts'
import { insertGap, lastCheckedDay, saveChecked } from './gap.store.ts'
import { daysToCheck, gapCutoff } from './inventory.rules.ts'
import { lockDay, withoutNote } from './inventory.store.ts'

/**
 * FD-404 after midnight of the estate: looks at each day not looked at yet, writes down INVENTORY_GAP and tells the
 * customer-service lead. Returns the days with a gap; running it again finds nothing new.
 */
export const checkInventories = async (tx: Tx, estateId: Uuid): Promise<LocalDate[]> => {
  const calendar = await calendarOf(tx, estateId)
  const days = daysToCheck(calendar, tx.now, await lastCheckedDay(tx, estateId), await estateSince(tx, estateId))
  const wanting: LocalDate[] = []
  for (const date of days) if (await checkDayOf(tx, estateId, date)) wanting.push(date)
  if (wanting.length > 0) tx.tell({ estateId, topic: 'inventory' })
  return wanting
}

const checkDayOf = async (tx: Tx, estateId: Uuid, date: LocalDate): Promise<boolean> => {
  const calendar = await calendarOf(tx, estateId)
  const settings = await settingsOf(tx, estateId)
  const day = await lockDay(tx, estateId, date, 'update')
  if (day.checked_at !== null) return false
  const known = gapCutoff(calendar, date, day.signed_at, settings.get('desk.inventoryTime'))
  const missing = await withoutNote(tx, estateId, { date, end: endOfDate(calendar, date), known, limit: null })
  await saveChecked(tx, estateId, date)
  const unsigned = day.signed_at === null
  if (!unsigned && missing.length === 0) return false
  await insertGap(tx, estateId, { date, unsigned, matterIds: missing.map((m) => m.id) })
  const leads = (await staffInRoles(tx, estateId, ['csLead'])).map((s) => s.id)
  if (unsigned) await tellStaff(tx, estateId, leads, { template: 'inventory.missing', params: { date } })
  else
    await tellStaff(tx, estateId, leads, {
      template: 'inventory.itemsMissing',
      params: { date, count: missing.length },
    })
  return true
}
