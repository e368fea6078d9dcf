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

/**
 * Writes rounds with their places. A round of the same plan, day and slot is never made twice: one that nobody has begun
 * and one that a change of the plan had called off take the new shape, whatever else is there stays as it is.
 */
export const writeRounds = async (tx: Tx, estateId: Uuid, rounds: readonly NewRound[]): Promise<number> => {
  if (rounds.length === 0) return 0
  const { rows } = await sql<{ id: Uuid; plan_id: Uuid; on_date: LocalDate; slot: number }>`
    insert into inspection_round as r (estate_id, id, plan_id, kind, name, task, line, on_date, slot, from_at, due_at, warn_at,
      assignee_role, assignee_id, area_id, seed, pool, quota, items, call_id, state)
    select ${estateId}::uuid, n.id, n.plan_id, n.kind, n.name, n.task, n.line, n.on_date, n.slot, n.from_at, n.due_at, n.warn_at,
      n.assignee_role, n.assignee_id, n.area_id, n.seed, n.pool, n.quota, n.items, n.call_id, 'planned'
    from jsonb_to_recordset(${JSON.stringify(rounds)}::jsonb) as n(id uuid, plan_id uuid, kind text, name text, task text,
      line text, on_date date, slot int, from_at timestamptz, due_at timestamptz, warn_at timestamptz, assignee_role text,
      assignee_id uuid, area_id uuid, seed text, pool uuid[], quota int, items jsonb, call_id uuid)
    on conflict on constraint inspection_round_slot_key do update set kind = excluded.kind, name = excluded.name,
      task = excluded.task, line = excluded.line, from_at = excluded.from_at, due_at = excluded.due_at,
      warn_at = excluded.warn_at, assignee_role = excluded.assignee_role, assignee_id = excluded.assignee_id,
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
