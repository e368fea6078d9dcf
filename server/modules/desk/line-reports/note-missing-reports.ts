import { lineTexts } from '#content/texts/roles.ts'
import type { Role } from '#contract/permissions.ts'
import type { Uuid } from '#contract/values.ts'
import { tellStaff } from '#modules/staff/index.ts'
import { addDays } from '#platform/calendar/dates.rules.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import { instantAt, localDateOf } from '#platform/calendar/working-days.rules.ts'
import type { Tx } from '#platform/db/tx.ts'
import { settingsOf } from '#platform/settings/settings.ts'
import { estateSince } from '../estates.store.ts'
import { lineOfCollector } from '../first-receiver/late-report.rules.ts'
import { staffInRoles } from '../people.store.ts'
import { slotsOf, untoldMissing } from './line-report.rules.ts'
import { insertGaps, reportedSlots, type SlotKey, toldSlots } from './line-report.store.ts'

const LEADS: readonly Role[] = ['csLead', 'frontDeskLead', 'lineLead', 'repairLead', 'housekeepingLead']

/** FD-403: writes down each report that did not come in its time and tells the leads, once. Returns the new gaps. */
export const noteMissingReports = async (tx: Tx, estateId: Uuid): Promise<SlotKey[]> => {
  const calendar = await calendarOf(tx, estateId)
  const settings = await settingsOf(tx, estateId)
  const since = await estateSince(tx, estateId)
  const today = localDateOf(calendar, tx.now)
  // yesterday too, for a night in which nobody looked
  const dates = [addDays(today, -1), today].filter((date) => since <= instantAt(calendar, date, '00:00'))
  const slots = dates.flatMap((date) => slotsOf(calendar, settings, date))
  if (slots.length === 0) return []
  const missing = untoldMissing(
    slots,
    await reportedSlots(tx, estateId, dates),
    await toldSlots(tx, estateId, dates),
    tx.now,
  )
  const gaps = await insertGaps(
    tx,
    estateId,
    missing.map(({ line, date, slot }) => ({ line, on_date: date, slot })),
  )
  if (gaps.length === 0) return []
  const leads = await staffInRoles(tx, estateId, LEADS)
  for (const { line, slot } of gaps) {
    const told = leads.filter(
      (s) => s.roles.includes('csLead') || s.roles.includes('frontDeskLead') || lineOfCollector(s) === line,
    )
    await tellStaff(
      tx,
      estateId,
      told.map((s) => s.id),
      { template: 'lineReport.missing', params: { line: lineName(line), time: slot } },
    )
  }
  tx.tell({ estateId, topic: 'inventory' })
  return gaps
}

const lineName = (line: string): string => (lineTexts as Record<string, { zh: string }>)[`line.${line}`]?.zh ?? line
