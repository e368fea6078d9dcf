import type { LocalDate, Uuid } from '#contract/values.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import { localDateOf } from '#platform/calendar/working-days.rules.ts'
import type { Tx } from '#platform/db/tx.ts'

/** The day it is in the estate. */
export const todayIn = async (tx: Tx, estateId: Uuid): Promise<LocalDate> =>
  localDateOf(await calendarOf(tx, estateId), tx.now)
