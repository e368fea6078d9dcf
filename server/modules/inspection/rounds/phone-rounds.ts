import type { Round } from '#contract/field.ts'
import type { PlanItems } from '#contract/inspection-plans.ts'
import type { Uuid } from '#contract/values.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import { localDateOf } from '#platform/calendar/working-days.rules.ts'
import type { Tx } from '#platform/db/tx.ts'
import { type Held, heldOn } from '../looks/checklists.ts'
import { askedItems } from '../plans/asked-items.rules.ts'
import { presentForPhone } from './round.present.ts'
import { type RoundRow, stopsOf } from './round.store.ts'

const asksAll = ({ frequencies, severities, conditions, ids }: PlanItems) =>
  !frequencies && !severities && !conditions && !ids

/** Rounds as a phone carries them, each with its places and the items that it asks there. */
export const phoneRounds = async (
  tx: Tx,
  estateId: Uuid,
  rows: readonly RoundRow[],
  given?: Held,
): Promise<Round[]> => {
  const held = given ?? (await heldOn(tx, estateId, localDateOf(await calendarOf(tx, estateId), tx.now)))
  const stops = Map.groupBy(
    await stopsOf(
      tx,
      estateId,
      rows.map((r) => r.id),
    ),
    (s) => s.round_id,
  )
  return rows.map((row) => {
    const own = stops.get(row.id) ?? []
    const touchpoints = new Set(own.map((s) => s.touchpoint))
    const asked = asksAll(row.items) || row.kind === 'task' ? undefined : askedItems(held.items, row.items)
    return presentForPhone(
      row,
      own,
      asked?.filter((i) => touchpoints.has(i.touchpoint)).map((i) => i.id),
    )
  })
}
