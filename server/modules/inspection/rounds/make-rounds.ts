import type { Instant, LocalDate, Uuid } from '#contract/values.ts'
import { addDays } from '#platform/calendar/dates.rules.ts'
import { plusMilliseconds } from '#platform/calendar/instants.rules.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import { localDateOf } from '#platform/calendar/working-days.rules.ts'
import type { Tx } from '#platform/db/tx.ts'
import { newId } from '#platform/ids.ts'
import { settingsOf } from '#platform/settings/settings.ts'
import { lockPlans, markMade, type PlanRow } from '../plans/plan.store.ts'
import { type PlannedRound, roundsOfPlan } from '../plans/rounds-of-plan.rules.ts'
import type { Slot } from '../plans/slots.rules.ts'
import { type EstateGround, groundOf } from './ground.ts'
import { callOffPlanned, drawsOf, type NewRound, writeRounds } from './make-rounds.store.ts'

/** After a longer standstill nobody is told that they missed what could not be known. */
const MOST_DAYS_BACK = 31
const MINUTE = 60_000

/** Whoever goes is warned so long before the end, but not before they may begin. */
export const warnAt = (fromAt: Instant, dueAt: Instant, minutes: number): Instant =>
  [fromAt, plusMilliseconds(dueAt, -minutes * MINUTE)].sort().at(-1) ?? fromAt

export const newRound = (plan: PlanRow, planned: PlannedRound, warnMinutes: number, callId: Uuid | null): NewRound => ({
  id: newId(),
  plan_id: plan.id,
  kind: plan.kind,
  name: plan.name,
  task: plan.task,
  line: plan.line,
  on_date: planned.date,
  slot: planned.slot,
  from_at: planned.fromAt,
  due_at: planned.dueAt,
  warn_at: warnAt(planned.fromAt, planned.dueAt, warnMinutes),
  assignee_role: plan.assignee_role,
  assignee_id: plan.assignee_id,
  area_id: plan.area_id,
  seed: planned.seed,
  items: plan.items,
  call_id: callId,
  places: planned.places.map((p) => p.id),
})

type Making = { ground: EstateGround; until: LocalDate; warnMinutes: number }

const makeOf = async (
  tx: Tx,
  plan: PlanRow,
  { ground, until, warnMinutes }: Making,
  from: LocalDate,
  keep?: (slot: Slot) => boolean,
): Promise<number> => {
  const drawn = (await drawsOf(tx, plan.estate_id, [plan.id])).get(plan.id) ?? 0
  const planned = roundsOfPlan(plan, ground, { from, to: until }, drawn, keep)
  const made = await writeRounds(
    tx,
    plan.estate_id,
    planned.map((p) => newRound(plan, p, warnMinutes, null)),
  )
  await markMade(tx, plan.estate_id, plan.id, until)
  return made
}

/** The days for which rounds are made: today and so many ahead. */
export const horizonOf = async (tx: Tx, estateId: Uuid): Promise<{ today: LocalDate; until: LocalDate }> => {
  const today = localDateOf(await calendarOf(tx, estateId), tx.now)
  const settings = await settingsOf(tx, estateId)
  return { today, until: addDays(today, settings.get('inspection.aheadDays')) }
}

const makingOf = async (tx: Tx, estateId: Uuid, plans: readonly PlanRow[], until: LocalDate): Promise<Making> => ({
  ground: await groundOf(tx, estateId, plans, until),
  until,
  warnMinutes: (await settingsOf(tx, estateId)).get('inspection.warnMinutes'),
})

/**
 * FD-810: makes the rounds of the coming days of every plan that is short of them. May run in two processes, twice, or
 * after a standstill: a plan is locked while its days are made, and a day that was made is never made again. Days that
 * passed meanwhile are made too, and missed.
 */
export const makeRounds = async (tx: Tx, estateId: Uuid): Promise<number> => {
  const { today, until } = await horizonOf(tx, estateId)
  const plans = await lockPlans(tx, estateId, { shortOf: until })
  if (plans.length === 0) return 0
  const making = await makingOf(tx, estateId, plans, until)
  let made = 0
  for (const plan of plans) {
    const next = plan.made_until === null ? today : addDays(plan.made_until, 1)
    const from = [next, addDays(today, -MOST_DAYS_BACK)].sort().at(-1) ?? today
    made += await makeOf(tx, plan, making, from)
  }
  if (made > 0) tx.tell({ estateId, topic: 'inspection' })
  return made
}

/** A plan that is new: what of today can still be gone, and the days ahead. */
export const makeFirst = async (tx: Tx, estateId: Uuid, planIds: readonly Uuid[]): Promise<void> => {
  const { today, until } = await horizonOf(tx, estateId)
  const plans: PlanRow[] = []
  for (const id of planIds) plans.push(...(await lockPlans(tx, estateId, { id })))
  const going = plans.filter((p) => p.active && p.conditions.length === 0)
  const making = await makingOf(tx, estateId, going, until)
  for (const plan of going) await makeOf(tx, plan, making, today, (slot) => slot.dueAt > tx.now)
}

/** A plan that was changed: rounds to come that nobody has begun are made anew; what has begun, was done or missed stays. */
export const makeAnew = async (tx: Tx, estateId: Uuid, planId: Uuid): Promise<void> => {
  await callOffPlanned(tx, estateId, planId)
  const [plan] = await lockPlans(tx, estateId, { id: planId })
  if (!plan?.active || plan.conditions.length > 0) return
  const { today, until } = await horizonOf(tx, estateId)
  const making = await makingOf(tx, estateId, [plan], until)
  await makeOf(tx, plan, making, today, (slot) => slot.fromAt > tx.now)
}
