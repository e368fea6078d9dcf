import { type RawBuilder, sql } from 'kysely'
import type { DutyQuery } from '#contract/duty.ts'
import { isRefusal, type Refusal } from '#contract/refusal.ts'
import type { Instant, LocalDate, LocalTime, Uuid } from '#contract/values.ts'
import { encodeCursor } from '#platform/db/cursor.ts'
import { keysetOf } from '#platform/db/keyset.ts'
import type { Tx } from '#platform/db/tx.ts'

export type DutyRow = {
  estate_id: Uuid
  id: Uuid
  week_start: LocalDate
  post_id: Uuid
  post_name: string
  accepts_complaints: boolean
  staff_id: Uuid
  staff_name: string
  staff_phone: string | null
  shift_id: Uuid | null
  shift_name: string | null
  date: LocalDate
  from_time: LocalTime
  to_time: LocalTime
  over_midnight: boolean
  from_at: Instant
  to_at: Instant
  ended_at: Instant | null
  waits: boolean
}

const SELECT = sql`select d.*, p.name as post_name, (p.accepts_complaints and p.active) as accepts_complaints,
  s.name as staff_name, s.phone as staff_phone, f.name as shift_name,
  (d.ended_at is null and exists (select 1 from handover h
    where h.estate_id = d.estate_id and h.post_id = d.post_id and h.from_staff_id = d.staff_id and h.state = 'OPEN')) as waits
  from duty d join post p on p.estate_id = d.estate_id and p.id = d.post_id
  join staff s on s.id = d.staff_id
  left join shift f on f.estate_id = d.estate_id and f.id = d.shift_id`

/** Published duties by time. */
export const dutyPage = async (
  tx: Tx,
  estateId: Uuid,
  query: DutyQuery,
): Promise<{ rows: DutyRow[]; next: string | null } | Refusal> => {
  const after = keysetOf(query.cursor, ['instant', 'uuid'])
  if (isRefusal(after)) return after
  const zone = sql`(select e.time_zone from estate e where e.estate_id = ${estateId})`
  const conditions: RawBuilder<unknown>[] = [sql`d.estate_id = ${estateId}`, sql`d.void_at is null`]
  if (query.from) conditions.push(sql`d.to_at > (${query.from}::date::timestamp at time zone ${zone})`)
  if (query.to) conditions.push(sql`d.from_at < ((${query.to}::date + 1)::timestamp at time zone ${zone})`)
  if (query.postId) conditions.push(sql`d.post_id = ${query.postId}`)
  if (query.staffId) conditions.push(sql`d.staff_id = ${query.staffId}`)
  if (after) conditions.push(sql`(d.from_at, d.id) > (${after[0]}::timestamptz, ${after[1]}::uuid)`)
  const { rows } =
    await sql<DutyRow>`${SELECT} where ${sql.join(conditions, sql` and `)} order by d.from_at, d.id limit ${query.limit + 1}`.execute(
      tx.db,
    )
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  return { rows: page, next: rows.length > query.limit && last ? encodeCursor([last.from_at, last.id]) : null }
}

/** How far back a duty may have begun whose holder still waits for the next shift. */
const LATE = sql`interval '3 days'`

/** Who holds which post at this time; with those whose time is over and whose handover nobody has accepted (FD-701). */
export const dutiesAt = async (tx: Tx, estateId: Uuid, at: Instant): Promise<DutyRow[]> => {
  const { rows } = await sql<DutyRow>`select * from (${SELECT}
      where d.estate_id = ${estateId} and d.void_at is null and d.from_at <= ${at}::timestamptz and d.from_at > ${at}::timestamptz - ${LATE}
        and (d.ended_at is null or d.ended_at > ${at}::timestamptz)) d
    where d.to_at > ${at}::timestamptz or d.waits
    order by d.post_name, d.from_at, d.id`.execute(tx.db)
  return rows
}

/** Published duties that touch a period. */
export const dutiesWithin = async (tx: Tx, estateId: Uuid, from: Instant, to: Instant): Promise<DutyRow[]> => {
  const { rows } = await sql<DutyRow>`${SELECT}
    where d.estate_id = ${estateId} and d.void_at is null and d.to_at > ${from}::timestamptz and d.from_at < ${to}::timestamptz
    order by d.from_at, d.id`.execute(tx.db)
  return rows
}

export const dutiesOfWeek = async (tx: Tx, estateId: Uuid, weekStart: LocalDate): Promise<DutyRow[]> => {
  const { rows } = await sql<DutyRow>`${SELECT}
    where d.estate_id = ${estateId} and d.void_at is null and d.week_start = ${weekStart}::date order by d.from_at, p.position, p.name, d.id`.execute(
    tx.db,
  )
  return rows
}

export const findDuty = async (tx: Tx, estateId: Uuid, id: Uuid): Promise<DutyRow | undefined> => {
  const { rows } =
    await sql<DutyRow>`${SELECT} where d.estate_id = ${estateId} and d.id = ${id} and d.void_at is null`.execute(tx.db)
  return rows[0]
}

/** The duty that this person is on at this post, or was on last and has not ended. */
export const runningDuty = async (
  tx: Tx,
  estateId: Uuid,
  postId: Uuid,
  staffId: Uuid,
): Promise<DutyRow | undefined> => {
  const { rows } = await sql<DutyRow>`${SELECT}
    where d.estate_id = ${estateId} and d.post_id = ${postId} and d.staff_id = ${staffId} and d.void_at is null and d.ended_at is null
      and d.from_at <= ${tx.now}::timestamptz and d.to_at > ${tx.now}::timestamptz - ${LATE}
    order by d.from_at desc limit 1`.execute(tx.db)
  return rows[0]
}

/** Who comes next at this post: on duty there already, or beginning within the next hours. */
export const nextAtPost = async (tx: Tx, estateId: Uuid, postId: Uuid, giverId: Uuid): Promise<Uuid[]> => {
  const { rows } = await sql<{ staff_id: Uuid }>`
    select distinct d.staff_id from duty d
    where d.estate_id = ${estateId} and d.post_id = ${postId} and d.staff_id <> ${giverId} and d.void_at is null and d.ended_at is null
      and d.to_at > ${tx.now}::timestamptz and d.from_at < ${tx.now}::timestamptz + interval '3 hours'`.execute(tx.db)
  return rows.map((r) => r.staff_id)
}

/** False when it has ended already. */
export const setDutyEnd = async (tx: Tx, estateId: Uuid, id: Uuid, handoverId: Uuid | null): Promise<boolean> => {
  const row = await tx.db
    .updateTable('duty')
    .set({ ended_at: tx.now, handover_id: handoverId })
    .where('estate_id', '=', estateId)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export type NewDuty = {
  id: Uuid
  post_id: Uuid
  staff_id: Uuid
  shift_id: Uuid | null
  date: LocalDate
  from_time: LocalTime
  to_time: LocalTime
  over_midnight: boolean
  from_at: Instant
  to_at: Instant
}

export const insertDuties = async (
  tx: Tx,
  estateId: Uuid,
  weekStart: LocalDate,
  duties: readonly NewDuty[],
): Promise<void> => {
  if (duties.length === 0) return
  await tx.db
    .insertInto('duty')
    .values(duties.map((d) => ({ estate_id: estateId, week_start: weekStart, ...d })))
    .execute()
}

export const voidDuties = async (tx: Tx, estateId: Uuid, ids: readonly Uuid[], reason: 'replaced'): Promise<void> => {
  if (ids.length === 0) return
  await tx.db
    .updateTable('duty')
    .set({ void_at: tx.now, void_reason: reason })
    .where('estate_id', '=', estateId)
    .where('id', 'in', [...ids])
    .execute()
}

/** What a person who has left would still have had to do, in these estates; the duty they are on ends now. */
export const voidDutiesOf = async (
  tx: Tx,
  estateIds: readonly Uuid[],
  staffId: Uuid,
): Promise<{ estate_id: Uuid; to_at: Instant }[]> => {
  await sql`update duty set ended_at = ${tx.now}
    where estate_id = any(${[...estateIds]}::uuid[]) and staff_id = ${staffId} and void_at is null and ended_at is null
      and from_at <= ${tx.now}::timestamptz and to_at > ${tx.now}::timestamptz`.execute(tx.db)
  const { rows } = await sql<{
    estate_id: Uuid
    to_at: Instant
  }>`update duty set void_at = ${tx.now}, void_reason = 'left'
    where estate_id = any(${[...estateIds]}::uuid[]) and staff_id = ${staffId} and void_at is null and from_at > ${tx.now}::timestamptz
    returning estate_id, to_at`.execute(tx.db)
  return rows
}
