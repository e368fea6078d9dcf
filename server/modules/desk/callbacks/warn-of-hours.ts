import type { Matter } from '#modules/matters/index.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import type { Tx } from '#platform/db/tx.ts'
import { settingsOf } from '#platform/settings/settings.ts'
import { judge } from './callback.present.ts'
import { calleeOf } from './callback.store.ts'

/**
 * KN-205, CP-074: news by telephone that is no callback is written down when it was said, so that a blocked hour is warned
 * of beside the field and refuses nothing.
 */
export const warnOfHours = async (tx: Tx, matter: Matter, field: string): Promise<void> => {
  const callee = await calleeOf(tx, matter.estate_id, matter.customer_id)
  const calendar = await calendarOf(tx, matter.estate_id)
  const call = judge({ calendar, settings: await settingsOf(tx, matter.estate_id), now: tx.now }, callee.quiet_hours)
  if (call.grade !== 'blocked') return
  const { grade, reasons, allowedAt, freeAt } = call
  tx.warn({ code: 'W_CALL_HOURS', field, details: { grade, reasons, allowedAt, freeAt } })
}
