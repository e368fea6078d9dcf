import { type Insertable, type RawBuilder, sql } from 'kysely'
import type { Trait } from '#contract/touchpoints.ts'
import type { Instant, Uuid } from '#contract/values.ts'
import type { DB } from '#platform/db/tables.ts'
import type { Tx } from '#platform/db/tx.ts'
import { COUNTED } from '../scores/score.store.ts'
import { trueEnd } from '../true-end.store.ts'

export type PlaceRow = {
  estate_id: Uuid
  id: Uuid
  code: string
  touchpoint: string
  name: string
  building_id: Uuid | null
  building_name: string | null
  floor: number | null
  traits: Trait[]
  label_token: string
  latitude: number | null
  longitude: number | null
  scan_needed: boolean
  position_needed: boolean
  active: boolean
  sort: number
  created_at: Instant
  version: number
  last_seen_at: Instant | null
}
export type PlaceFilter = {
  touchpoint?: string | undefined
  buildingId?: Uuid | undefined
  active?: 'true' | 'false' | undefined
  q?: string | undefined
}
type After = { touchpoint: string; sort: number; id: Uuid }

/** FD-770: the last look that counts, the same for every reader, at its time as it really was; only its last day is read. */
const LAST_SEEN = sql`(select max(d.at) from (
    select ${trueEnd('i')} as at
    from inspection i where i.estate_id = p.estate_id and i.place_id = p.id and ${COUNTED}
    order by i.on_date desc fetch first 1 row with ties) d)`
const PLACE = sql`select p.*, b.name as building_name, ${LAST_SEEN} as last_seen_at
  from place p left join building b on b.estate_id = p.estate_id and b.id = p.building_id`

export const findPlace = async (tx: Tx, estateId: Uuid, id: Uuid): Promise<PlaceRow | undefined> => {
  const { rows } = await sql<PlaceRow>`${PLACE} where p.estate_id = ${estateId} and p.id = ${id}`.execute(tx.db)
  return rows[0]
}

/** Whether anybody has looked there, also who does not count yet. */
export const wasLookedAt = async (tx: Tx, estateId: Uuid, id: Uuid): Promise<boolean> => {
  const { rows } = await sql<{ looked: boolean }>`select exists (select from inspection i
    where i.estate_id = ${estateId} and i.place_id = ${id} and i.voided_at is null) as looked`.execute(tx.db)
  return rows[0]?.looked ?? false
}

type Meant = PlaceFilter & { placeId?: Uuid | undefined }
const meant = (estateId: Uuid, filter: Meant): RawBuilder<unknown>[] => [
  sql`p.estate_id = ${estateId}`,
  ...(filter.touchpoint ? [sql`p.touchpoint = ${filter.touchpoint}`] : []),
  ...(filter.buildingId ? [sql`p.building_id = ${filter.buildingId}::uuid`] : []),
  ...(filter.active ? [sql`p.active = ${filter.active === 'true'}`] : []),
  ...(filter.placeId ? [sql`p.id = ${filter.placeId}::uuid`] : []),
  ...(filter.q ? [sql`position(lower(${filter.q}::text) in lower(p.code || ' ' || p.name)) > 0`] : []),
]

export const countPlaces = async (tx: Tx, estateId: Uuid, filter: Meant): Promise<number> => {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from place p
    where ${sql.join(meant(estateId, filter), sql` and `)}`.execute(tx.db)
  return rows[0]?.n ?? 0
}

/** By touchpoint, then as they were sorted; one row more than asked tells whether there is more. */
export const listPlaceRows = async (
  tx: Tx,
  estateId: Uuid,
  filter: Meant,
  page: { after?: After | undefined; limit: number; skip?: number },
): Promise<PlaceRow[]> => {
  const conditions = [
    ...meant(estateId, filter),
    ...(page.after
      ? [
          sql`(p.touchpoint, p.sort, p.id) > (${page.after.touchpoint}::text, ${page.after.sort}::int, ${page.after.id}::uuid)`,
        ]
      : []),
  ]
  const { rows } = await sql<PlaceRow>`${PLACE} where ${sql.join(conditions, sql` and `)}
    order by p.touchpoint, p.sort, p.id limit ${page.limit + 1} offset ${page.skip ?? 0}`.execute(tx.db)
  return rows
}

export type NewPlace = Omit<Insertable<DB['place']>, 'estate_id' | 'created_at'>
export const insertPlaces = async (tx: Tx, estateId: Uuid, places: readonly NewPlace[]): Promise<void> => {
  if (places.length === 0) return
  await tx.db
    .insertInto('place')
    .values(places.map((p) => ({ ...p, estate_id: estateId, created_at: tx.now })))
    .execute()
}

type Patch = Partial<Omit<NewPlace, 'id'>>
/** False when it is no longer the version that the caller saw. */
export const savePlace = async (
  tx: Tx,
  estateId: Uuid,
  { id, version }: { id: Uuid; version: number },
  patch: Patch,
): Promise<boolean> => {
  const { numUpdatedRows } = await tx.db
    .updateTable('place')
    .set((eb) => ({ ...patch, version: eb('version', '+', 1) }))
    .where('estate_id', '=', estateId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Rows of one statement: it takes no more than 65,535 values. */
const AT_ONCE = 2_000
/** Writes those whose code is not there yet and says how many they were. */
export const addMissingPlaces = async (tx: Tx, estateId: Uuid, places: readonly NewPlace[]): Promise<number> => {
  let made = 0
  for (let at = 0; at < places.length; at += AT_ONCE) {
    const written = await tx.db
      .insertInto('place')
      .values(places.slice(at, at + AT_ONCE).map((p) => ({ ...p, estate_id: estateId, created_at: tx.now })))
      .onConflict((on) => on.columns(['estate_id', 'code']).doNothing())
      .executeTakeFirst()
    made += Number(written.numInsertedOrUpdatedRows ?? 0)
  }
  return made
}

export const placesThere = async (
  tx: Tx,
  estateId: Uuid,
): Promise<{ code: string; name: string; touchpoint: string; buildingId: Uuid | null }[]> =>
  tx.db
    .selectFrom('place')
    .select(['code', 'name', 'touchpoint', 'building_id as buildingId'])
    .where('estate_id', '=', estateId)
    .execute()

/** A building with the sections (stairs, lifts) that its rooms name, and its floors. */
export type BuildingRow = { id: Uuid; code: string; name: string; floors: number | null; sections: string[] }
const buildingRows = async (tx: Tx, where: RawBuilder<unknown>): Promise<BuildingRow[]> => {
  const { rows } = await sql<BuildingRow>`
    select b.id, b.code, b.name, coalesce(b.floors, max(u.floor)) as floors,
      coalesce(array_agg(distinct u.section order by u.section) filter (where u.section is not null), '{}') as sections
    from building b left join unit u on u.estate_id = b.estate_id and u.building_id = b.id
    where ${where} group by b.id, b.code, b.name, b.floors, b.sort order by b.sort, b.code`.execute(tx.db)
  return rows
}
export const buildingsOf = (tx: Tx, estateId: Uuid, ids: readonly Uuid[]): Promise<BuildingRow[]> =>
  buildingRows(tx, sql`b.estate_id = ${estateId} and b.id = any(${[...ids]}::uuid[])`)
export const allBuildings = (tx: Tx, estateId: Uuid): Promise<BuildingRow[]> =>
  buildingRows(tx, sql`b.estate_id = ${estateId}`)
