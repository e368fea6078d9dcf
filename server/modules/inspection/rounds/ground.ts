import type { LocalDate, Uuid } from '#contract/values.ts'
import { daysOfYear } from '#platform/calendar/calendar.store.ts'
import { addDays } from '#platform/calendar/dates.rules.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import { localDateOf } from '#platform/calendar/working-days.rules.ts'
import type { Tx } from '#platform/db/tx.ts'
import { type PlaceRow, placesOf } from '../looks/checklist.store.ts'
import { heldOn, itemsAt } from '../looks/checklists.ts'
import { firstDays } from '../plans/holidays.rules.ts'
import { buildingsOfArea } from '../plans/plan.store.ts'
import type { Ground, Planned } from '../plans/rounds-of-plan.rules.ts'

export type EstateGround = Ground<PlaceRow> & { today: LocalDate }

/** Days, places and areas that the rounds of these plans are made from, up to a day. */
export const groundOf = async (
  tx: Tx,
  estateId: Uuid,
  plans: readonly Pick<Planned, 'area_id'>[],
  until: LocalDate | undefined,
): Promise<EstateGround> => {
  const calendar = await calendarOf(tx, estateId)
  const today = localDateOf(calendar, tx.now)
  const held = await heldOn(tx, estateId, today)
  const [first, last] = [Number(addDays(today, -40).slice(0, 4)), Number((until ?? today).slice(0, 4))]
  const days = []
  for (let year = first; year <= last; year += 1) days.push(...(await daysOfYear(tx, estateId, year)))
  const areas = new Map<Uuid, ReadonlySet<Uuid>>()
  for (const { area_id } of plans)
    if (area_id !== null && !areas.has(area_id)) areas.set(area_id, await buildingsOfArea(tx, estateId, area_id))
  const places = (await placesOf(tx, estateId)).map((place) => ({ place, items: itemsAt(held, place) }))
  return { calendar, today, holidays: firstDays(days), places, areas }
}
