import type { PlanInput, previewInspectionPlan } from '#contract/inspection-plans.ts'
import { type Refusal, refuse } from '#contract/refusal.ts'
import type { AnswerOf } from '#contract/route.ts'
import type { LocalDate, Uuid } from '#contract/values.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { addDays } from '#platform/calendar/dates.rules.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import { isBeyondCalendar, localDateOf } from '#platform/calendar/working-days.rules.ts'
import type { Tx } from '#platform/db/tx.ts'
import { visiblePlans } from '../inspection.policy.ts'
import { groundOf } from '../rounds/ground.ts'
import { drawsOf } from '../rounds/make-rounds.store.ts'
import { askedItems } from './asked-items.rules.ts'
import { findPlan } from './plan.store.ts'
import { placesOfPlan, roundsOfPlan } from './rounds-of-plan.rules.ts'
import type { Slot } from './slots.rules.ts'
import { checkPlan } from './write-plan.ts'

const SHOWN = 12
/** Far enough for a plan of once a year. */
const LOOK_AHEAD_DAYS = 380

/**
 * The next rounds of a plan that is being written. One that is there goes on drawing with its own seed, as it would when it
 * were saved now; a new one has none yet, so of its draws only the number is known.
 */
export const previewPlan = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  planId: Uuid | undefined,
  plan: PlanInput,
): Promise<AnswerOf<typeof previewInspectionPlan> | Refusal> => {
  const existing = planId && (await findPlan(tx, estateId, planId, visiblePlans(actor, estateId)))
  if (planId && !existing) return refuse('E_NOT_FOUND', { field: 'query.planId' })
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
    seed: existing ? existing.seed : '',
  }
  const ground = await groundOf(tx, estateId, [planned], until)
  // a plan of every day needs no year to be looked through
  const drawn = existing ? ((await drawsOf(tx, estateId, [existing.id], { anew: true })).get(existing.id) ?? 0) : 0
  // what has begun stays as it is; a new plan goes today too what can still be done
  const keep = (slot: Slot) => (existing ? slot.fromAt : slot.dueAt) > tx.now
  const roundsTo = (to: LocalDate) => roundsOfPlan(planned, ground, { from, to }, drawn, keep)
  const near = roundsTo(addDays(from, 31))
  const shown = (near.length >= SHOWN ? near : roundsTo(until)).slice(0, SHOWN)
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
      count: r.places.length,
      places: r.seed === null || existing ? r.places.map(({ id, code, name }) => ({ id, code, name })) : null,
    })),
    places: going.size,
    items,
    calendarMissing: shown.some((r) => isBeyondCalendar(ground.calendar, r.date)),
  }
}
