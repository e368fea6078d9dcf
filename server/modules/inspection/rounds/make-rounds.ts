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
import { groundOf } from './ground.ts'
import { callOffPlanned, drawsOf, handedOnOf, type NewRound, writeRounds } from './make-rounds.store.ts'
import { tellOfChange } from './tell-of-change.ts'

/** After a longer standstill nobody is told that they missed what could not be known. */
const MOST_DAYS_BACK = 31
const MINUTE = 60_000

/** Whoever goes is warned so long before the end, but not before they may begin. */
const warnAt = (fromAt: Instant, dueAt: Instant, minutes: number): Instant =>
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
  pool: planned.pool,
  quota: planned.quota,
  items: plan.items,
  call_id: callId,
  places: planned.places.map((p) => p.id),
})

/** A plan with the first day that it lacks, and which of the goings of a day are still to be made. */
type Lacking = { plan: PlanRow; from: LocalDate; keep?: (slot: Slot) => boolean }

/** The rounds of several plans up to a day, written together. */
const makeFor = async (tx: Tx, estateId: Uuid, lacking: readonly Lacking[], until: LocalDate): Promise<number> => {
  if (lacking.length === 0) return 0
  const plans = lacking.map(({ plan }) => plan)
  const ids = plans.map((plan) => plan.id)
  const ground = await groundOf(tx, estateId, plans, until)
  const warnMinutes = (await settingsOf(tx, estateId)).get('inspection.warnMinutes')
  const drawn = await drawsOf(tx, estateId, ids)
  const rounds = lacking.flatMap(({ plan, from, keep }) =>
    roundsOfPlan(plan, ground, { from, to: until }, drawn.get(plan.id) ?? 0, keep).map((planned) =>
      newRound(plan, planned, warnMinutes, null),
    ),
  )
  const made = await writeRounds(tx, estateId, rounds)
  await markMade(tx, estateId, ids, until)
  return made
}

/** The days for which rounds are made: today and so many ahead. */
const horizonOf = async (tx: Tx, estateId: Uuid): Promise<{ today: LocalDate; until: LocalDate }> => {
  const today = localDateOf(await calendarOf(tx, estateId), tx.now)
  const settings = await settingsOf(tx, estateId)
  return { today, until: addDays(today, settings.get('inspection.aheadDays')) }
}

/**
 * FD-810: makes the rounds of the coming days of every plan that is short of them. May run in two processes, twice, or
 * after a standstill: a plan is locked while its days are made, and a day that was made is never made again. Days that
 * passed meanwhile are made too, and missed.
 */
export const makeRounds = async (tx: Tx, estateId: Uuid): Promise<number> => {
  const { today, until } = await horizonOf(tx, estateId)
  const lacking = (await lockPlans(tx, estateId, { shortOf: until })).map((plan) => {
    const next = plan.made_until === null ? today : addDays(plan.made_until, 1)
    return { plan, from: [next, addDays(today, -MOST_DAYS_BACK)].sort().at(-1) ?? today }
  })
  const made = await makeFor(tx, estateId, lacking, until)
  if (made > 0) tx.tell({ estateId, topic: 'inspection' })
  return made
}

/** Plans that are new: what of today can still be gone, and the days ahead. */
export const makeFirst = async (tx: Tx, estateId: Uuid, planIds: readonly Uuid[]): Promise<void> => {
  const { today, until } = await horizonOf(tx, estateId)
  const keep = (slot: Slot) => slot.dueAt > tx.now
  const plans = await lockPlans(tx, estateId, { ids: planIds })
  const going = plans.filter((p) => p.active && p.conditions.length === 0)
  await makeFor(
    tx,
    estateId,
    going.map((plan) => ({ plan, from: today, keep })),
    until,
  )
}

/**
 * A plan that was changed: rounds to come that nobody has begun are made anew; what has begun, was done or missed stays.
 * Who a round was handed on to still goes unless it is the plan that names another now; then both are told.
 */
export const makeAnew = async (tx: Tx, estateId: Uuid, planId: Uuid): Promise<void> => {
  const handedOn = await handedOnOf(tx, estateId, planId)
  await callOffPlanned(tx, estateId, planId)
  await makeAgain(tx, estateId, planId)
  if (handedOn.length > 0) await tellOfChange(tx, estateId, handedOn)
}

const makeAgain = async (tx: Tx, estateId: Uuid, planId: Uuid): Promise<void> => {
  const [plan] = await lockPlans(tx, estateId, { ids: [planId] })
  if (!plan?.active || plan.conditions.length > 0) return
  const { today, until } = await horizonOf(tx, estateId)
  await makeFor(tx, estateId, [{ plan, from: today, keep: (slot) => slot.fromAt > tx.now }], until)
}
