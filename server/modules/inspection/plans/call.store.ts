import { type RawBuilder, sql } from 'kysely'
import type { CalledCondition } from '#contract/inspection-plans.ts'
import type { Instant, Uuid } from '#contract/values.ts'
import { newestFirst, type PageWanted } from '#modules/desk/index.ts'
import type { Tx } from '#platform/db/tx.ts'

export type CallRow = {
  id: Uuid
  condition: CalledCondition
  from_at: Instant
  until_at: Instant | null
  place_ids: Uuid[]
  places: { id: Uuid; code: string; name: string }[]
  note: string | null
  called_by: Uuid
  called_by_name: string | null
  called_at: Instant
  ended_by: Uuid | null
  ended_by_name: string | null
  rounds: number
  done: number
}
/** With the rounds made of it, as far as this person may see them (`visibleRounds`). */
const callWith = (
  visible: RawBuilder<unknown>,
) => sql`select c.id, c.condition, c.from_at, c.until_at, c.place_ids, c.note, c.called_by, s.name as called_by_name,
    c.called_at, c.ended_by, e.name as ended_by_name, n.rounds, n.done,
    coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'code', p.code, 'name', p.name)
        order by array_position(c.place_ids, p.id))
      from place p where p.estate_id = c.estate_id and p.id = any(c.place_ids)), '[]') as places
  from condition_call c left join staff s on s.id = c.called_by left join staff e on e.id = c.ended_by
  cross join lateral (select count(*)::int as rounds, count(*) filter (where r.state = 'done')::int as done
    from inspection_round r where r.estate_id = c.estate_id and r.call_id = c.id and ${visible}) n`

export const findCall = async (
  tx: Tx,
  estateId: Uuid,
  id: Uuid,
  visible: RawBuilder<unknown>,
): Promise<CallRow | undefined> => {
  const { rows } = await sql<CallRow>`${callWith(visible)} where c.estate_id = ${estateId} and c.id = ${id}`.execute(
    tx.db,
  )
  return rows[0]
}

export const openCallRows = async (tx: Tx, estateId: Uuid, visible: RawBuilder<unknown>): Promise<CallRow[]> => {
  const { rows } =
    await sql<CallRow>`${callWith(visible)} where c.estate_id = ${estateId} and c.until_at is null`.execute(tx.db)
  return rows
}

export type OpenCallRow = Pick<
  CallRow,
  'id' | 'condition' | 'from_at' | 'until_at' | 'place_ids' | 'called_by' | 'called_at'
>
const openOf = (estateId: Uuid) => sql`
    select c.id, c.condition, c.from_at, c.until_at, c.place_ids, c.called_by, c.called_at from condition_call c
    where c.estate_id = ${estateId} and c.until_at is null order by c.id`

export const openCalls = async (tx: Tx, estateId: Uuid): Promise<OpenCallRow[]> =>
  (await sql<OpenCallRow>`${openOf(estateId)}`.execute(tx.db)).rows

/** What is open, held until the end of the transaction; what another process holds is left out. */
export const holdOpenCalls = async (tx: Tx, estateId: Uuid): Promise<OpenCallRow[]> => {
  const { rows } = await sql<OpenCallRow>`${openOf(estateId)} for no key update skip locked`.execute(tx.db)
  return rows
}

/** Of these calls those that are to be reminded of: so many hours after they began, then every 24; written as it is asked. */
export const remindOfOpen = async (tx: Tx, estateId: Uuid, ids: readonly Uuid[], hours: number): Promise<Uuid[]> => {
  const { rows } = await sql<{ id: Uuid }>`
    update condition_call c
    set reminded_at = n.due + floor(extract(epoch from ${tx.now}::timestamptz - n.due) / 86400) * interval '24 hours'
    from (select o.id, coalesce(o.reminded_at + interval '24 hours',
        greatest(o.from_at, o.called_at) + ${hours}::int * interval '1 hour') as due
      from condition_call o where o.estate_id = ${estateId} and o.id = any(${[...ids]}::uuid[])) n
    where c.estate_id = ${estateId} and c.id = n.id and c.until_at is null and n.due <= ${tx.now}::timestamptz
    returning c.id`.execute(tx.db)
  return rows.map((r) => r.id)
}

/** The lines of the rounds that came of a call, without those that the centre is not to see coming; null: of no line. */
export const linesOfCall = async (tx: Tx, estateId: Uuid, id: Uuid): Promise<(string | null)[]> => {
  const { rows } = await sql<{ line: string | null }>`select distinct r.line from inspection_round r
    where r.estate_id = ${estateId} and r.call_id = ${id} and r.kind not in ('surprise', 'mystery')`.execute(tx.db)
  return rows.length > 0 ? rows.map((r) => r.line) : [null]
}

export const listCallRows = async (
  tx: Tx,
  estateId: Uuid,
  filter: { condition?: string | undefined },
  page: PageWanted,
  visible: RawBuilder<unknown>,
): Promise<CallRow[]> => {
  const { rows } = await sql<CallRow>`${callWith(visible)} where c.estate_id = ${estateId}
    ${filter.condition ? sql`and c.condition = ${filter.condition}` : sql``}
    ${newestFirst(sql`c.from_at`, sql`c.id`, page)}`.execute(tx.db)
  return rows
}

export const insertCall = async (
  tx: Tx,
  estateId: Uuid,
  call: { id: Uuid; condition: string; from_at: Instant; place_ids: Uuid[]; note: string | null; called_by: Uuid },
): Promise<void> => {
  await tx.db
    .insertInto('condition_call')
    .values({ ...call, estate_id: estateId, called_at: tx.now })
    .execute()
}

/** False when it was over before. */
export const endCall = async (tx: Tx, estateId: Uuid, id: Uuid, by: Uuid): Promise<boolean> => {
  const { numUpdatedRows } = await tx.db
    .updateTable('condition_call')
    .set({ until_at: tx.now, ended_by: by })
    .where('estate_id', '=', estateId)
    .where('id', '=', id)
    .where('until_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export const plansWaiting = async (
  tx: Tx,
  estateId: Uuid,
  secret: boolean,
): Promise<{ id: Uuid; name: string; conditions: string[] }[]> => {
  const rows = await tx.db
    .selectFrom('inspection_plan')
    .select(['id', 'name', 'conditions', 'kind'])
    .where('estate_id', '=', estateId)
    .where('active', '=', true)
    .where(sql<boolean>`cardinality(conditions) > 0`)
    .orderBy('name')
    .execute()
  return rows.filter((r) => secret || r.kind === 'self' || r.kind === 'task')
}
