import type { PlanInput, previewInspectionPlan } from '#contract/inspection-plans.ts'
import { type Refusal, refuse } from '#contract/refusal.ts'
import type { AnswerOf } from '#contract/route.ts'
import type { Uuid } from '#contract/values.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { addDays } from '#platform/calendar/dates.rules.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import { isBeyondCalendar, localDateOf } from '#platform/calendar/working-days.rules.ts'
import type { Tx } from '#platform/db/tx.ts'
import { groundOf } from '../rounds/ground.ts'
import { askedItems } from './asked-items.rules.ts'
import { placesOfPlan, roundsOfPlan } from './rounds-of-plan.rules.ts'
import { checkPlan } from './write-plan.ts'

const SHOWN = 12
/** Far enough for a plan of once a year. */
const LOOK_AHEAD_DAYS = 380

/** The next rounds of a plan that is being written. Draws are shown with a seed of their own, for the plan has none yet. */
export const previewPlan = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  plan: PlanInput,
): Promise<AnswerOf<typeof previewInspectionPlan> | Refusal> => {
  const refused = await checkPlan(tx, actor, estateId, plan)
  if (refused) return refused
  const today = localDateOf(await calendarOf(tx, estateId), tx.now)
  const from = [plan.fromDate, today].sort().at(-1) ?? today
  if (from > addDays(today, LOOK_AHEAD_DAYS)) return refuse('E_TIME_RANGE', { field: 'body.fromDate' })
  const until = addDays(from, LOOK_AHEAD_DAYS)
  const planned = {
    ...plan,
    place_ids: plan.placeIds,
    area_id: plan.areaId,
    from_date: plan.fromDate,
    until_date: plan.untilDate,
    seed: plan.name,
  }
  const ground = await groundOf(tx, estateId, [planned], until)
  // a plan of every day needs no year to be looked through
  const near = roundsOfPlan(planned, ground, { from, to: addDays(from, 31) }, 0, (slot) => slot.dueAt > tx.now)
  const rounds =
    near.length >= SHOWN ? near : roundsOfPlan(planned, ground, { from, to: until }, 0, (slot) => slot.dueAt > tx.now)
  const shown = rounds.slice(0, SHOWN)
  const going = new Set(placesOfPlan(planned, ground).map((p) => p.id))
  const items = ground.places
    .filter(({ place }) => going.has(place.id))
    .reduce((sum, { items }) => sum + (plan.kind === 'task' ? 0 : askedItems(items, plan.items).length), 0)
  return {
    rounds: shown.map((r) => ({
      date: r.date,
      slot: r.slot,
      fromAt: r.fromAt,
      dueAt: r.dueAt,
      places: r.places.map(({ id, code, name }) => ({ id, code, name })),
    })),
    items,
    calendarMissing: shown.some((r) => isBeyondCalendar(ground.calendar, r.date)),
  }
}
