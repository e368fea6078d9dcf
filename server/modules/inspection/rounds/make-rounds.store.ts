import { sql } from 'kysely'
import type { Instant, LocalDate, Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'

export type NewRound = {
  id: Uuid
  plan_id: Uuid
  kind: string
  name: string
  task: string | null
  line: string | null
  on_date: LocalDate
  slot: number
  from_at: Instant
  due_at: Instant
  warn_at: Instant
  assignee_role: string | null
  assignee_id: Uuid | null
  area_id: Uuid | null
  seed: string | null
  pool: Uuid[] | null
  quota: number | null
  items: unknown
  call_id: Uuid | null
  places: Uuid[]
}

/** Whether the plan names who it named when the round was made; then whoever it was handed on to since still goes. */
const SAME_GOER = sql`(r.kind, r.assignee_role, r.area_id, r.planned_assignee_id)
  is not distinct from (excluded.kind, excluded.assignee_role, excluded.area_id, excluded.planned_assignee_id)`
/** Who had it before counts with what they do without signal (`before_ids`). */
const WHO_GOES = sql`assignee_role = excluded.assignee_role, planned_assignee_id = excluded.planned_assignee_id,
  assignee_id = case when ${SAME_GOER} then r.assignee_id else excluded.assignee_id end,
  before_ids = case when ${SAME_GOER} then r.before_ids
    else array_remove(array_remove(array_remove(r.before_ids, r.assignee_id) || r.assignee_id, excluded.assignee_id), null) end`

/**
 * Writes rounds with their places. A round of the same plan, day and slot is never made twice: one that nobody has begun
 * and one that a change of the plan had called off take the new shape, whatever else is there stays as it is.
 */
export const writeRounds = async (tx: Tx, estateId: Uuid, rounds: readonly NewRound[]): Promise<number> => {
  if (rounds.length === 0) return 0
  const { rows } = await sql<{ id: Uuid; plan_id: Uuid; on_date: LocalDate; slot: number }>`
    insert into inspection_round as r (estate_id, id, plan_id, kind, name, task, line, on_date, slot, from_at, due_at, warn_at,
      assignee_role, assignee_id, planned_assignee_id, area_id, seed, pool, quota, items, call_id, state)
    select ${estateId}::uuid, n.id, n.plan_id, n.kind, n.name, n.task, n.line, n.on_date, n.slot, n.from_at, n.due_at, n.warn_at,
      n.assignee_role, n.assignee_id, n.assignee_id, n.area_id, n.seed, n.pool, n.quota, n.items, n.call_id, 'planned'
    from jsonb_to_recordset(${JSON.stringify(rounds)}::jsonb) as n(id uuid, plan_id uuid, kind text, name text, task text,
      line text, on_date date, slot int, from_at timestamptz, due_at timestamptz, warn_at timestamptz, assignee_role text,
      assignee_id uuid, area_id uuid, seed text, pool uuid[], quota int, items jsonb, call_id uuid)
    on conflict on constraint inspection_round_slot_key do update set kind = excluded.kind, name = excluded.name,
      task = excluded.task, line = excluded.line, from_at = excluded.from_at, due_at = excluded.due_at,
      warn_at = excluded.warn_at, ${WHO_GOES},
      area_id = excluded.area_id, seed = excluded.seed, pool = excluded.pool, quota = excluded.quota, items = excluded.items, state = 'planned', warned_at = null,
      version = r.version + 1
    where r.state = 'planned' or r.state = 'cancelled' and r.cancel_reason is null
    returning r.id, r.plan_id, r.on_date, r.slot`.execute(tx.db)
  const keyOf = (r: { plan_id: Uuid; on_date: LocalDate; slot: number }) => `${r.plan_id} ${r.on_date} ${r.slot}`
  const placesOf = new Map(rounds.map((r) => [keyOf(r), r.places]))
  const ids = rows.map((r) => r.id)
  await sql`delete from inspection_stop where estate_id = ${estateId} and round_id = any(${ids}::uuid[])`.execute(tx.db)
  const stops = rows.flatMap((r) =>
    (placesOf.get(keyOf(r)) ?? []).map((placeId, i) => ({ round_id: r.id, seq: i + 1, place_id: placeId })),
  )
  await sql`insert into inspection_stop (estate_id, round_id, seq, place_id)
    select ${estateId}::uuid, s.round_id, s.seq, s.place_id
    from jsonb_to_recordset(${JSON.stringify(stops)}::jsonb) as s(round_id uuid, seq int, place_id uuid)`.execute(tx.db)
  return rows.length
}

/** What a change of its plan makes anew: rounds to come that nobody has begun. */
const madeAnew = ({ now }: Tx) => sql<boolean>`state = 'planned' and call_id is null and from_at > ${now}`

/** Rounds to come that nobody has begun, of a plan that changes: called off without a person's reason; the new ones revive them. */
export const callOffPlanned = async (tx: Tx, estateId: Uuid, planId: Uuid): Promise<void> => {
  await sql`update inspection_round set state = 'cancelled', version = version + 1
    where estate_id = ${estateId} and plan_id = ${planId} and ${madeAnew(tx)}`.execute(tx.db)
}

/** How often a plan has drawn its places so far; `anew`: less the draws that a change of it makes anew. */
export const drawsOf = async (
  tx: Tx,
  estateId: Uuid,
  planIds: readonly Uuid[],
  { anew = false } = {},
): Promise<ReadonlyMap<Uuid, number>> => {
  const { rows } = await sql<{ plan_id: Uuid; n: number }>`
    select plan_id, count(*)::int as n from inspection_round
    where estate_id = ${estateId} and plan_id = any(${[...planIds]}::uuid[])
      and not (state = 'cancelled' and cancel_reason is null) ${anew ? sql`and not (${madeAnew(tx)})` : sql``}
    group by plan_id`.execute(tx.db)
  return new Map(rows.map((r) => [r.plan_id, r.n]))
}

export type PlannedRow = {
  estate_id: Uuid
  id: Uuid
  kind: string
  name: string
  line: string | null
  on_date: LocalDate
  assignee_role: string | null
  assignee_id: Uuid | null
  area_id: Uuid | null
}
const PLANNED = sql`r.estate_id, r.id, r.kind, r.name, r.line, r.on_date, r.assignee_role, r.assignee_id, r.area_id`

/** Rounds of a call that nobody has begun, called off with a reason. */
export const callOffAnswers = async (tx: Tx, estateId: Uuid, callId: Uuid, reason: string): Promise<PlannedRow[]> => {
  const { rows } = await sql<PlannedRow>`
    update inspection_round r set state = 'cancelled', cancel_reason = ${reason}, version = r.version + 1
    where r.estate_id = ${estateId} and r.call_id = ${callId} and r.state = 'planned' returning ${PLANNED}`.execute(
    tx.db,
  )
  return rows
}

export type HandedOn = PlannedRow & { planned: boolean; assignee_name: string | null }
const HANDED_ON = sql`select ${PLANNED}, r.state = 'planned' as planned, s.name as assignee_name
  from inspection_round r left join staff s on s.id = r.assignee_id`

/** Rounds of a plan to come that somebody else goes than the plan says, also those that a change of it has called off. */
export const handedOnOf = async (tx: Tx, estateId: Uuid, planId: Uuid): Promise<HandedOn[]> => {
  const { rows } = await sql<HandedOn>`${HANDED_ON}
    where r.estate_id = ${estateId} and r.plan_id = ${planId} and r.call_id is null and r.due_at > ${tx.now}
      and (r.state = 'planned' or r.state = 'cancelled' and r.cancel_reason is null)
      and r.assignee_id is not null and r.assignee_id is distinct from r.planned_assignee_id
    order by r.on_date, r.slot for update of r`.execute(tx.db)
  return rows
}

export const plannedOf = async (tx: Tx, estateId: Uuid, ids: readonly Uuid[]): Promise<ReadonlyMap<Uuid, HandedOn>> => {
  const { rows } = await sql<HandedOn>`${HANDED_ON}
    where r.estate_id = ${estateId} and r.id = any(${[...ids]}::uuid[])`.execute(tx.db)
  return new Map(rows.map((r) => [r.id, r]))
}

export type OpenCall = {
  id: Uuid
  condition: string
  from_at: Instant
  called_at: Instant
  until_at: Instant | null
  place_ids: Uuid[]
}
/** The last day on which a plan has answered a call, and its last slot on the day asked for. */
export type Answered = { last: LocalDate | null; slot: number }

export const answersOf = async (
  tx: Tx,
  estateId: Uuid,
  planIds: readonly Uuid[],
  callId: Uuid,
  date: LocalDate,
): Promise<ReadonlyMap<Uuid, Answered>> => {
  const { rows } = await sql<Answered & { plan_id: Uuid }>`
    select plan_id, max(on_date) filter (where call_id = ${callId}) as last,
      coalesce(max(slot) filter (where on_date = ${date}), 0) as slot
    from inspection_round where estate_id = ${estateId} and plan_id = any(${[...planIds]}::uuid[])
      and (call_id = ${callId} or on_date = ${date}) group by plan_id`.execute(tx.db)
  return new Map(rows.map((r) => [r.plan_id, r]))
}
