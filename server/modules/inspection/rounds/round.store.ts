import { type RawBuilder, sql } from 'kysely'
import type { RoundState } from '#contract/field.ts'
import type { PlanItems } from '#contract/inspection-plans.ts'
import type { RoundLine } from '#contract/inspection-rounds.ts'
import type { Instant, LocalDate, Uuid } from '#contract/values.ts'
import { newestFirst, type PageWanted } from '#modules/desk/index.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { Located } from '../looks/look.present.ts'

export type RoundRow = {
  estate_id: Uuid
  id: Uuid
  plan_id: Uuid | null
  kind: RoundLine['kind']
  name: string
  task: string | null
  line: RoundLine['line']
  on_date: LocalDate
  from_at: Instant
  due_at: Instant
  assignee_role: RoundLine['assigneeRole']
  assignee_id: Uuid | null
  assignee_name: string | null
  area_id: Uuid | null
  area_name: string | null
  steward_id: Uuid | null
  seed: string | null
  pool: Uuid[] | null
  quota: number | null
  items: PlanItems
  state: RoundState
  started_at: Instant | null
  started_by: Uuid | null
  started_received_at: Instant | null
  started_off_ms: number | null
  before_ids: Uuid[]
  done_at: Instant | null
  done_by: Uuid | null
  done_by_name: string | null
  done_received_at: Instant | null
  done_off_ms: number | null
  note: string | null
  missed_at: Instant | null
  escalated_at: Instant | null
  cancel_reason: string | null
  condition: string | null
  released_at: Instant | null
  released_by: Uuid | null
  version: number
}
export type RoundCounts = { places: number; seen: number; skipped: number }

const ROUND = sql`select r.estate_id, r.id, r.plan_id, r.kind, r.name, r.task, r.line, r.on_date, r.from_at, r.due_at, r.assignee_role,
    r.assignee_id, s.name as assignee_name, r.area_id, a.name as area_name, a.steward_id, r.seed, r.pool, r.quota, r.items, r.state, r.started_at,
    r.started_by, r.started_received_at, r.started_off_ms, r.before_ids, r.done_received_at, r.done_off_ms, r.done_at, r.done_by, d.name as done_by_name, r.note, r.missed_at, r.escalated_at, r.cancel_reason,
    c.condition, r.released_at, r.released_by, r.version
  from inspection_round r left join staff s on s.id = r.assignee_id left join staff d on d.id = r.done_by
  left join area a on a.estate_id = r.estate_id and a.id = r.area_id
  left join condition_call c on c.estate_id = r.estate_id and c.id = r.call_id`
const COUNTS = sql`cross join lateral (select count(*)::int as places, count(t.done_at)::int as seen,
    count(*) filter (where t.skipped_reason is not null or t.done_at is null and not p.active
      and q.state in ('planned', 'started') and q.missed_at is null)::int as skipped
  from inspection_stop t join place p on p.estate_id = t.estate_id and p.id = t.place_id
  where t.estate_id = q.estate_id and t.round_id = q.id) n`
/** A round `r` that nobody has begun and whose places were all switched off: there is nothing to be gone. */
export const GOES_NOWHERE = sql<boolean>`(r.state = 'planned' and coalesce((select bool_and(not p.active) from inspection_stop t
    join place p on p.estate_id = t.estate_id and p.id = t.place_id where t.estate_id = r.estate_id and t.round_id = r.id), false))`

export const findRound = async (
  tx: Tx,
  estateId: Uuid,
  id: Uuid,
  visible: RawBuilder<unknown> = sql`true`,
): Promise<(RoundRow & RoundCounts) | undefined> => {
  const { rows } = await sql<RoundRow & RoundCounts>`select q.*, n.places, n.seen, n.skipped
    from (${ROUND} where r.estate_id = ${estateId} and r.id = ${id} and ${visible}) q ${COUNTS}`.execute(tx.db)
  return rows[0]
}

/** The same, held until the end of the transaction. */
export const lockRound = async (tx: Tx, estateId: Uuid, id: Uuid): Promise<RoundRow | undefined> => {
  const { rows } =
    await sql<RoundRow>`${ROUND} where r.estate_id = ${estateId} and r.id = ${id} for update of r`.execute(tx.db)
  return rows[0]
}

export type RoundFilter = {
  state?: string | undefined
  missed?: 'true' | 'false' | undefined
  kind?: string | undefined
  line?: string | undefined
  planId?: Uuid | undefined
  assigneeId?: Uuid | undefined
  from?: LocalDate | undefined
  to?: LocalDate | undefined
}
/** By their time; the days asked for are those that the rounds belong to, also when they end after midnight. */
export const listRoundRows = async (
  tx: Tx,
  estateId: Uuid,
  filter: RoundFilter,
  page: PageWanted,
  visible: RawBuilder<unknown>,
): Promise<(RoundRow & RoundCounts)[]> => {
  const { rows } = await sql<RoundRow & RoundCounts>`select q.*, n.places, n.seen, n.skipped from (${ROUND}
    where r.estate_id = ${estateId} and ${visible} and (r.state <> 'cancelled' or r.cancel_reason is not null)
    ${filter.state ? sql`and r.state = ${filter.state}` : sql``} ${filter.kind ? sql`and r.kind = ${filter.kind}` : sql``}
    ${filter.missed === 'true' ? sql`and r.missed_at is not null` : filter.missed === 'false' ? sql`and r.missed_at is null` : sql``}
    ${filter.line ? sql`and r.line = ${filter.line}` : sql``} ${filter.planId ? sql`and r.plan_id = ${filter.planId}` : sql``}
    ${filter.assigneeId ? sql`and r.assignee_id = ${filter.assigneeId}` : sql``}
    ${filter.from ? sql`and r.on_date >= ${filter.from}` : sql``} ${filter.to ? sql`and r.on_date <= ${filter.to}` : sql``}
    ${newestFirst(sql`r.due_at`, sql`r.id`, { ...page, range: { from: undefined, before: undefined } })}) q ${COUNTS} order by q.due_at desc, q.id desc`.execute(
    tx.db,
  )
  return rows
}

type DayCount = { date: LocalDate; rounds: number; done: number; missed: number; cancelled: number }
export const countDays = async (
  tx: Tx,
  estateId: Uuid,
  days: { from: LocalDate; to: LocalDate; kind?: string | undefined },
  visible: RawBuilder<unknown>,
): Promise<DayCount[]> => {
  const { rows } = await sql<DayCount>`
    select r.on_date as date, count(*)::int as rounds, count(*) filter (where r.state = 'done')::int as done,
      count(*) filter (where r.missed_at is not null)::int as missed, count(*) filter (where r.state = 'cancelled')::int as cancelled
    from inspection_round r where r.estate_id = ${estateId} and r.on_date between ${days.from} and ${days.to} and ${visible}
      and (r.state <> 'cancelled' or r.cancel_reason is not null) ${days.kind ? sql`and r.kind = ${days.kind}` : sql``}
    group by r.on_date order by r.on_date`.execute(tx.db)
  return rows
}

export type StopRow = {
  round_id: Uuid
  seq: number
  place_id: Uuid
  code: string
  name: string
  touchpoint: string
  done_at: Instant | null
  done_by: Uuid | null
  done_by_name: string | null
  received_at: Instant | null
  clock_off_ms: number | null
  inspection_id: Uuid | null
  skipped_reason: string | null
  /** Whether its place is in use still. */
  active: boolean
  scanned: boolean
  file_ids: Uuid[]
  position_missing: string | null
} & Located
export const stopsOf = async (tx: Tx, estateId: Uuid, roundIds: readonly Uuid[]): Promise<StopRow[]> => {
  const { rows } =
    await sql<StopRow>`select t.round_id, t.seq, t.place_id, p.code, p.name, p.touchpoint, t.done_at, t.done_by,
      s.name as done_by_name, t.received_at, t.clock_off_ms, t.inspection_id, t.skipped_reason, p.active, t.scanned, t.file_ids,
      t.latitude, t.longitude, t.accuracy_m, t.position_missing, p.latitude as place_latitude, p.longitude as place_longitude
    from inspection_stop t join place p on p.estate_id = t.estate_id and p.id = t.place_id left join staff s on s.id = t.done_by
    where t.estate_id = ${estateId} and t.round_id = any(${[...roundIds]}::uuid[]) order by t.round_id, t.seq`.execute(
      tx.db,
    )
  return rows
}

/** Places by name in the order asked for, also those no longer in use. */
export const placeRefs = async (
  tx: Tx,
  estateId: Uuid,
  ids: readonly Uuid[],
): Promise<{ id: Uuid; code: string; name: string }[]> => {
  const { rows } = await sql<{ id: Uuid; code: string; name: string }>`select id, code, name from place
    where estate_id = ${estateId} and id = any(${[...ids]}::uuid[])
    order by array_position(${[...ids]}::uuid[], id)`.execute(tx.db)
  return rows
}

/** The rounds that this person goes, from a moment on until another; `mine` is the fragment of the policy. */
export const roundsToGo = async (
  tx: Tx,
  estateId: Uuid,
  { since, until }: { since: Instant; until: Instant },
  mine: RawBuilder<unknown>,
): Promise<RoundRow[]> => {
  const { rows } =
    await sql<RoundRow>`${ROUND} where r.estate_id = ${estateId} and r.due_at > ${since} and r.from_at < ${until}
    and r.state in ('planned', 'started', 'missed') and not ${GOES_NOWHERE} and ${mine} order by r.due_at, r.id`.execute(
      tx.db,
    )
  return rows
}

export type RoundPatch = {
  state?: RoundState
  started_at?: Instant
  started_by?: Uuid
  started_received_at?: Instant
  started_off_ms?: number
  done_at?: Instant
  done_by?: Uuid
  done_received_at?: Instant
  done_off_ms?: number
  missed_at?: Instant | null
  note?: string | null
  assignee_id?: Uuid
  before_ids?: Uuid[]
  cancel_reason?: string | null
  released_at?: Instant
  released_by?: Uuid
}
export const saveRound = async (tx: Tx, estateId: Uuid, id: Uuid, patch: RoundPatch): Promise<void> => {
  await tx.db
    .updateTable('inspection_round')
    .set((eb) => ({ ...patch, version: eb('version', '+', 1) }))
    .where('estate_id', '=', estateId)
    .where('id', '=', id)
    .execute()
}

type StopPatch = {
  done_at?: Instant
  done_by?: Uuid
  received_at?: Instant
  clock_off_ms?: number
  inspection_id?: Uuid
  skipped_reason?: string | null
  scanned?: boolean
  file_ids?: Uuid[]
  latitude?: number | null
  longitude?: number | null
  accuracy_m?: number | null
  position_missing?: string | null
}
/** False when the round does not go there, or the place was done before: what was done first stands. */
export const saveStop = async (
  tx: Tx,
  estateId: Uuid,
  { roundId, placeId }: { roundId: Uuid; placeId: Uuid },
  patch: StopPatch,
): Promise<boolean> => {
  const { numUpdatedRows } = await tx.db
    .updateTable('inspection_stop')
    .set(patch)
    .where('estate_id', '=', estateId)
    .where('round_id', '=', roundId)
    .where('place_id', '=', placeId)
    .where('done_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export const stewardsOf = async (tx: Tx, estateId: Uuid): Promise<ReadonlyMap<Uuid, Uuid>> => {
  const rows = await tx.db
    .selectFrom('area')
    .select(['id', 'steward_id'])
    .where('estate_id', '=', estateId)
    .where('steward_id', 'is not', null)
    .execute()
  return new Map(rows.flatMap((r) => (r.steward_id ? [[r.id, r.steward_id] as const] : [])))
}

export type StopLookRow = {
  id: Uuid
  score: number | null
  passed: number
  failed: number
  not_applicable: number
  inspector_id: Uuid
  inspector_name: string | null
  voided_at: Instant | null
}
export const looksOfStops = async (
  tx: Tx,
  estateId: Uuid,
  ids: readonly Uuid[],
  visible: RawBuilder<unknown>,
): Promise<ReadonlyMap<Uuid, StopLookRow>> => {
  const { rows } = await sql<StopLookRow>`select i.id, i.score, i.passed, i.failed, i.not_applicable, i.inspector_id,
      s.name as inspector_name, i.voided_at
    from inspection i left join staff s on s.id = i.inspector_id
    where i.estate_id = ${estateId} and i.id = any(${[...ids]}::uuid[]) and ${visible}`.execute(tx.db)
  return new Map(rows.map((r) => [r.id, r]))
}

export const estateNames = (tx: Tx, estateId: Uuid): Promise<{ code: string; name: string } | undefined> =>
  tx.db.selectFrom('estate').select(['code', 'name']).where('estate_id', '=', estateId).executeTakeFirst()
