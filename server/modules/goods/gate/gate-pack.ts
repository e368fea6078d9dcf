import type { GatePack } from '#contract/goods.ts'
import type { Uuid } from '#contract/values.ts'
import { plusMilliseconds } from '#platform/calendar/instants.rules.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import { instantAt, localDateOf } from '#platform/calendar/working-days.rules.ts'
import type { Tx } from '#platform/db/tx.ts'
import { presentMatter } from './check.present.ts'
import { listCheckRows, unitNames, usedSlips } from './check.store.ts'

/** A slip is of its day, or of a move written on it: what was used longer ago nobody shows again. */
const USED_KEPT_MS = 31 * 86_400_000
const MOST_USED = 2_000
const MOST_CHECKS = 200

/** What a guard's phone takes along: how the units are called, which slips were used, what was checked today. */
export const gatePack = async (tx: Tx, estateId: Uuid): Promise<GatePack> => {
  const calendar = await calendarOf(tx, estateId)
  const today = instantAt(calendar, localDateOf(calendar, tx.now), '00:00')
  const range = { from: today, before: undefined }
  const page = { range, after: undefined, limit: MOST_CHECKS }
  const used = await usedSlips(tx, estateId, plusMilliseconds(tx.now, -USED_KEPT_MS), MOST_USED)
  return {
    units: await unitNames(tx, estateId),
    used: used.map(({ slip_number, ...passage }) => ({ ...passage, slipNumber: slip_number })),
    checks: (await listCheckRows(tx, estateId, { voided: 'false' }, page, false)).slice(0, MOST_CHECKS).map((row) => ({
      id: row.id,
      at: row.at,
      placeId: row.place_id,
      guard: row.guard ?? '',
      result: row.result,
      slipNumber: row.slip_number,
      unit: row.unit ?? row.unit_said,
      second: row.second_of !== null,
      matter: presentMatter(row),
    })),
  }
}
