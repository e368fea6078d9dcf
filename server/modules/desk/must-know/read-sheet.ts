import type { SheetView } from '#contract/must-know.ts'
import type { Uuid } from '#contract/values.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import { localDateOf } from '#platform/calendar/working-days.rules.ts'
import type { Tx } from '#platform/db/tx.ts'
import { presentSheet } from './sheet.present.ts'
import { type SheetRow, sheetBefore, sheetInForce } from './sheet.store.ts'

/** FD-023: the version in force today by the estate's calendar. */
export const currentSheet = async (tx: Tx, estateId: Uuid): Promise<SheetRow | undefined> =>
  sheetInForce(tx, estateId, localDateOf(await calendarOf(tx, estateId), tx.now))

/** One version with what it changes against the approved one before it. */
export const viewSheet = async (tx: Tx, row: SheetRow): Promise<SheetView> => {
  const current = await currentSheet(tx, row.estate_id)
  return presentSheet(row, current?.id, await sheetBefore(tx, row.estate_id, row.number))
}
