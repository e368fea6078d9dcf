import { type RawBuilder, sql } from 'kysely'
import type { Instant, Uuid } from '#contract/values.ts'
import { seeMatters } from '#modules/matters/index.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { PageWanted } from '../keyset.ts'
import { MATTER_LINE, MATTER_LINE_JOINS, type MatterLineRow } from '../matter-line.store.ts'
import { oldestFirst } from '../page.store.ts'

/** Runs one of the statements below; they are made apart from it so that their plans can be looked at. */
export const rowsOf = async <R>(tx: Tx, statement: RawBuilder<R>): Promise<R[]> => (await statement.execute(tx.db)).rows

export type Day = { from: Instant; before: Instant }

export type ReceivedRow = { contact_type: string; hour: number; count: number }
export const receivedSql = (actor: Actor, estateId: Uuid, day: Day, timeZone: string) => sql<ReceivedRow>`
  select m.contact_type, extract(hour from m.received_at at time zone ${timeZone}::text)::int as hour, count(*)::int as count
  from matter m where m.estate_id = ${estateId} and m.received_at >= ${day.from}::timestamptz and m.received_at < ${day.before}::timestamptz
    and ${seeMatters(actor, estateId)} group by 1, 2 order by 2, 1`

export type OpenRow = { line: string | null; bucket: string; count: number; overdue: number; soon: number }
/** `buckets` youngest first; the last one takes the rest. The words for overdue and due soon are those of the list of matters. */
export const openSql = (
  actor: Actor,
  estateId: Uuid,
  buckets: readonly { bucket: string; since: Instant | null }[],
  soonBefore: Instant,
) => {
  const when = buckets.map((b) =>
    b.since === null ? sql`else ${b.bucket}` : sql`when m.received_at >= ${b.since}::timestamptz then ${b.bucket}`,
  )
  return sql<OpenRow>`select m.line, case ${sql.join(when, sql` `)} end as bucket, count(*)::int as count,
      count(*) filter (where m.overdue or m.next_due_at < now())::int as overdue,
      count(*) filter (where m.next_due_at < ${soonBefore}::timestamptz and not (m.overdue or coalesce(m.next_due_at < now(), false)))::int as soon
    from matter m where m.estate_id = ${estateId} and m.open and ${seeMatters(actor, estateId)} group by 1, 2`
}

export type ClockCount = { name: string; count: number }
const lateNow = (estateId: Uuid, now: Instant) =>
  sql`k.estate_id = ${estateId} and k.ended_at is null and k.due_at < ${now}::timestamptz and k.state <> 'paused'`
const missedIn = (estateId: Uuid, day: Day) =>
  sql`k.estate_id = ${estateId} and k.breached_at >= ${day.from}::timestamptz and k.breached_at < ${day.before}::timestamptz`
const keptIn = (estateId: Uuid, day: Day) =>
  sql`k.estate_id = ${estateId} and k.met_at >= ${day.from}::timestamptz and k.met_at < ${day.before}::timestamptz and k.breached_at is null`
const byClock = (
  actor: Actor,
  estateId: Uuid,
  which: RawBuilder<unknown>,
) => sql<ClockCount>`select k.name, count(*)::int as count
  from clock k join matter m on m.estate_id = k.estate_id and m.id = k.matter_id where ${which} and ${seeMatters(actor, estateId)} group by 1 order by 2 desc, 1`

export const lateSql = (actor: Actor, estateId: Uuid, now: Instant) => byClock(actor, estateId, lateNow(estateId, now))
export const missedSql = (actor: Actor, estateId: Uuid, day: Day) => byClock(actor, estateId, missedIn(estateId, day))

/** Of these clocks, how many were met in time on the day. */
export const keptSql = (actor: Actor, estateId: Uuid, day: Day, names: readonly string[]) => sql<{
  count: number
}>`select count(*)::int as count
  from clock k join matter m on m.estate_id = k.estate_id and m.id = k.matter_id
  where ${keptIn(estateId, day)} and k.name = any(${[...names]}::text[]) and ${seeMatters(actor, estateId)}`

export type SatisfactionRow = { satisfaction: string; day: number; week: number }
export const satisfactionSql = (
  actor: Actor,
  estateId: Uuid,
  day: Day,
  weekFrom: Instant,
) => sql<SatisfactionRow>`select a.satisfaction,
    count(*) filter (where a.at >= ${day.from}::timestamptz)::int as day, count(*)::int as week
  from callback_attempt a join matter m on m.estate_id = a.estate_id and m.id = a.matter_id
  where a.estate_id = ${estateId} and a.satisfaction is not null and a.at >= ${weekFrom}::timestamptz and a.at < ${day.before}::timestamptz
    and ${seeMatters(actor, estateId)} group by 1`

export const closedSql = (actor: Actor, estateId: Uuid, day: Day) => sql<{
  count: number
}>`select count(*)::int as count from matter m
  where m.estate_id = ${estateId} and not m.open and m.closed_at >= ${day.from}::timestamptz and m.closed_at < ${day.before}::timestamptz
    and ${seeMatters(actor, estateId)}`

export type MissedRow = MatterLineRow & {
  clock_id: Uuid
  clock: string
  due_at: Instant
  breached_at: Instant | null
  ended_at: Instant | null
}
export const listMissedRows = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  filter: { day: Day | undefined; names: readonly string[] | undefined; kept: boolean },
  page: PageWanted,
): Promise<MissedRow[]> => {
  const { day, kept } = filter
  const missed = day ? missedIn(estateId, day) : lateNow(estateId, tx.now)
  const which = day && kept ? sql`(${missed} or ${keptIn(estateId, day)})` : missed
  const { rows } =
    await sql<MissedRow>`select ${MATTER_LINE}, k.id as clock_id, k.name as clock, k.due_at, k.breached_at, k.ended_at
    from clock k join matter m on m.estate_id = k.estate_id and m.id = k.matter_id ${MATTER_LINE_JOINS}
    where ${which} and ${seeMatters(actor, estateId)}
      ${filter.names ? sql`and k.name = any(${[...filter.names]}::text[])` : sql``} ${oldestFirst(sql`k.due_at`, sql`k.id`, page)}`.execute(
      tx.db,
    )
  return rows
}
