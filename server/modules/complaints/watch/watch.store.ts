import { sql } from 'kysely'
import type { WatchKind } from '#contract/complaint-watch.ts'
import type { Instant, LocalDate, Uuid } from '#contract/values.ts'
import { newestFirst, type PageWanted } from '#modules/desk/index.ts'
import type { Tx } from '#platform/db/tx.ts'

export type ChannelRow = {
  id: Uuid
  kind: WatchKind
  name: string
  url: string | null
  assigned_id: Uuid | null
  assigned_name: string | null
  active: boolean
  created_at: Instant
  version: number
  last_at: Instant | null
}

const CHANNEL = sql`select w.id, w.kind, w.name, w.url, w.assigned_id, s.name as assigned_name, w.active, w.created_at, w.version,
    (select max(c.at) from watch_check c where c.estate_id = w.estate_id and c.watch_id = w.id) as last_at
  from watch_channel w left join staff s on s.id = w.assigned_id`

export const findChannel = async (tx: Tx, estateId: Uuid, id: Uuid): Promise<ChannelRow | undefined> => {
  const { rows } = await sql<ChannelRow>`${CHANNEL} where w.estate_id = ${estateId} and w.id = ${id}`.execute(tx.db)
  return rows[0]
}

const ofKind = (kind: WatchKind | undefined) => (kind === undefined ? sql`` : sql`and w.kind = ${kind}`)

export const listChannelRows = async (
  tx: Tx,
  estateId: Uuid,
  filter: { kind?: WatchKind | undefined; active?: 'true' | 'false' | undefined },
  page: PageWanted,
): Promise<ChannelRow[]> => {
  const active = filter.active === undefined ? sql`` : sql`and w.active = ${filter.active === 'true'}`
  const { rows } = await sql<ChannelRow>`${CHANNEL} where w.estate_id = ${estateId} ${active} ${ofKind(filter.kind)}
    ${newestFirst(sql`w.created_at`, sql`w.id`, page)}`.execute(tx.db)
  return rows
}

type Written = { name: string; url: string | null; assigned_id: Uuid | null }
export const insertChannel = async (
  tx: Tx,
  estateId: Uuid,
  id: Uuid,
  channel: Written & { kind: WatchKind },
): Promise<void> => {
  await tx.db
    .insertInto('watch_channel')
    .values({ ...channel, estate_id: estateId, id, created_at: tx.now })
    .execute()
}

/** False when it is no longer the version that the caller saw. */
export const saveChannel = async (
  tx: Tx,
  estateId: Uuid,
  { id, version }: { id: Uuid; version: number },
  patch: Written & { active: boolean },
): Promise<boolean> => {
  const { numUpdatedRows } = await tx.db
    .updateTable('watch_channel')
    .set((eb) => ({ ...patch, version: eb('version', '+', 1) }))
    .where('estate_id', '=', estateId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

type NewCheck = { id: Uuid; watch_id: Uuid; on_date: LocalDate; by_id: Uuid; found: number; note: string | null }
export const insertCheck = async (tx: Tx, estateId: Uuid, check: NewCheck): Promise<void> => {
  await tx.db
    .insertInto('watch_check')
    .values({ ...check, estate_id: estateId, at: tx.now })
    .execute()
}

export type CheckRow = {
  id: Uuid
  watch_id: Uuid
  kind: WatchKind
  name: string
  on_date: LocalDate
  at: Instant
  by_id: Uuid
  by_name: string | null
  found: number
  note: string | null
}
type CheckFilter = {
  watchId?: Uuid | undefined
  byId?: Uuid | undefined
  kind?: WatchKind | undefined
  found?: 'true' | 'false' | undefined
}
export const listCheckRows = async (
  tx: Tx,
  estateId: Uuid,
  filter: CheckFilter,
  page: PageWanted,
): Promise<CheckRow[]> => {
  const found =
    filter.found === undefined ? sql`` : filter.found === 'true' ? sql`and c.found > 0` : sql`and c.found = 0`
  const { rows } =
    await sql<CheckRow>`select c.id, c.watch_id, w.kind, w.name, c.on_date, c.at, c.by_id, s.name as by_name, c.found, c.note
    from watch_check c join watch_channel w on w.estate_id = c.estate_id and w.id = c.watch_id left join staff s on s.id = c.by_id
    where c.estate_id = ${estateId} ${filter.watchId ? sql`and c.watch_id = ${filter.watchId}` : sql``}
      ${filter.byId ? sql`and c.by_id = ${filter.byId}` : sql``} ${found} ${ofKind(filter.kind)} ${newestFirst(sql`c.at`, sql`c.id`, page)}`.execute(
      tx.db,
    )
  return rows
}

/** Every place that is watched, or was looked at on this day, with what was done there. */
export const channelsOfDay = async (
  tx: Tx,
  estateId: Uuid,
  date: LocalDate,
): Promise<(ChannelRow & { done: number; found: number })[]> => {
  const { rows } = await sql<ChannelRow & { done: number; found: number }>`
    select w.*, d.done, d.found from (${CHANNEL} where w.estate_id = ${estateId}) w
    cross join lateral (select count(*)::int as done, coalesce(sum(c.found), 0)::int as found from watch_check c
      where c.estate_id = ${estateId} and c.on_date = ${date} and c.watch_id = w.id) d
    where w.active or d.done > 0 order by w.created_at, w.id`.execute(tx.db)
  return rows
}

export type NightRow = { needed: number; missing: number; looked_at: Instant }
export const findNight = (tx: Tx, estateId: Uuid, date: LocalDate): Promise<NightRow | undefined> =>
  tx.db
    .selectFrom('watch_day')
    .select(['needed', 'missing', 'looked_at'])
    .where('estate_id', '=', estateId)
    .where('on_date', '=', date)
    .executeTakeFirst()

export const lastNight = async (tx: Tx, estateId: Uuid): Promise<LocalDate | null> =>
  (
    await tx.db
      .selectFrom('watch_day')
      .select((eb) => eb.fn.max('on_date').as('day'))
      .where('estate_id', '=', estateId)
      .executeTakeFirst()
  )?.day ?? null

/** False when this day was looked at before. */
export const noteNight = async (
  tx: Tx,
  estateId: Uuid,
  night: { date: LocalDate; needed: number; missing: number },
): Promise<boolean> => {
  const { rows } = await sql`insert into watch_day (estate_id, on_date, needed, missing, looked_at)
    values (${estateId}, ${night.date}, ${night.needed}, ${night.missing}, ${tx.now})
    on conflict on constraint watch_day_pk do nothing returning 1`.execute(tx.db)
  return rows.length > 0
}
