import type { CheckItem } from '#contract/touchpoints.ts'
import type { Instant, LocalDate, Uuid } from '#contract/values.ts'
import { plusMilliseconds } from '#platform/calendar/instants.rules.ts'
import { localDateOf, type WorkCalendar } from '#platform/calendar/working-days.rules.ts'
import { isAsked } from './asked-items.rules.ts'
import { drawPlaces, seedOf } from './draw.rules.ts'
import type { PlanRow } from './plan.store.ts'
import { type Days, daysOfPlan, type Holiday, timesOf } from './recurrence.rules.ts'
import { type Slot, slotsOf } from './slots.rules.ts'

type Place = { id: Uuid; touchpoint: string; building_id: Uuid | null }
/** What an estate has, for all of its plans: days, places with their items, areas. */
export type Ground<P extends Place = Place> = {
  calendar: WorkCalendar
  holidays: readonly Holiday[]
  places: readonly { place: P; items: readonly CheckItem[] }[]
  /** Buildings of each area. */
  areas: ReadonlyMap<Uuid, ReadonlySet<Uuid>>
}
export type Planned = Pick<
  PlanRow,
  | 'kind'
  | 'recurrence'
  | 'hours'
  | 'months'
  | 'conditions'
  | 'place_ids'
  | 'touchpoints'
  | 'sample'
  | 'seed'
  | 'items'
  | 'area_id'
  | 'from_date'
  | 'until_date'
>
export type PlannedRound<P extends Place = Place> = Slot & { date: LocalDate } & Drawn<P>

/**
 * The places of a plan in the order in which they are gone to: a route as it is laid, or all places of the touchpoints.
 * Left out are places outside the plan's area, and those at which it would ask nothing (a task asks nothing anywhere).
 */
export const placesOfPlan = <P extends Place>(plan: Planned, ground: Ground<P>): P[] => {
  const buildings = plan.area_id === null ? undefined : (ground.areas.get(plan.area_id) ?? new Set<Uuid>())
  const inArea = ({ building_id }: P) => buildings === undefined || (building_id !== null && buildings.has(building_id))
  const fits = ({ place, items }: { place: P; items: readonly CheckItem[] }) =>
    inArea(place) && (plan.kind === 'task' || items.some((item) => isAsked(item, plan.items)))
  const open = ground.places.filter(fits).map(({ place }) => place)
  if (plan.place_ids.length === 0) return open.filter((p) => plan.touchpoints.some((code) => code === p.touchpoint))
  const byId = new Map(open.map((p) => [p.id, p]))
  return plan.place_ids.flatMap((id) => byId.get(id) ?? [])
}

/**
 * The rounds of a plan that fall on these days, without those at which there is nowhere to go. `drawn`: how many draws
 * were made before, so that a quota goes on dealing where it stopped.
 */
export const roundsOfPlan = <P extends Place>(
  plan: Planned,
  ground: Ground<P>,
  within: Days,
  drawn: number,
  keep: (slot: Slot) => boolean = () => true,
): PlannedRound<P>[] => {
  const places = placesOfPlan(plan, ground)
  if (places.length === 0) return []
  const recurring = {
    recurrence: plan.recurrence,
    months: plan.months,
    fromDate: plan.from_date,
    untilDate: plan.until_date,
  }
  return daysOfPlan(recurring, within, ground.calendar, ground.holidays)
    .flatMap((date) =>
      slotsOf(ground.calendar, date, plan.hours, timesOf(plan.recurrence))
        .filter(keep)
        .map((slot) => ({ ...slot, date })),
    )
    .map((slot, i) => ({ ...slot, ...drawOf(plan, places, drawn + i) }))
}

/** The places of one going and, where they were drawn, all that repeats the draw. */
export type Drawn<P extends Place = Place> = {
  places: P[]
  seed: string | null
  pool: Uuid[] | null
  quota: number | null
}
export const drawOf = <P extends Place>(
  { sample, seed }: Pick<Planned, 'sample' | 'seed'>,
  places: readonly P[],
  nth: number,
): Drawn<P> => {
  const drawn = drawPlaces(places, sample, seed, nth)
  return sample !== null && sample < places.length
    ? { places: drawn, seed: seedOf(seed, nth), pool: places.map((p) => p.id), quota: sample }
    : { places: drawn, seed: null, pool: null, quota: null }
}

type Call = { fromAt: Instant; now: Instant; whileMs: number }
/** When a called round is to be done: before what was called begins if the plan says so and it is still to come. */
export const timesOfCall = (
  when: 'before' | 'at' | 'after',
  { fromAt, now, whileMs }: Call,
): { fromAt: Instant; dueAt: Instant } => {
  if (when === 'before' && fromAt > now) return { fromAt: now, dueAt: fromAt }
  const start = when === 'at' && fromAt > now ? fromAt : now
  return { fromAt: start, dueAt: plusMilliseconds(start, whileMs) }
}

/**
 * When a plan looks again on a further day of a call: in its hours of that day, once they have begun, so that nobody is sent
 * for what ended in the night; null: not now.
 */
export const timesOfFurtherDay = (
  { recurrence, hours }: Pick<Planned, 'recurrence' | 'hours'>,
  { calendar, today }: { calendar: WorkCalendar; today: LocalDate },
  call: { from_at: Instant; called_at: Instant },
  now: Instant,
): { fromAt: Instant; dueAt: Instant } | null => {
  if (recurrence.kind !== 'called' || !recurrence.daily) return null
  if ([call.from_at, call.called_at].some((began) => today <= localDateOf(calendar, began))) return null
  const [slot] = slotsOf(calendar, today, hours, 1)
  if (!slot || now < slot.fromAt || now >= slot.dueAt) return null
  return { fromAt: slot.fromAt, dueAt: slot.dueAt }
}
