import { type RawBuilder, sql } from 'kysely'
import { isRefusal, type Refusal } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'
import { decodeCursor, encodeCursor } from '#platform/db/cursor.ts'
import type { Tx } from '#platform/db/tx.ts'

export type AreaRow = {
  id: Uuid
  name: string
  version: number
  steward_id: Uuid | null
  steward_name: string | null
  units: number
  buildings: { id: Uuid; code: string; name: string }[]
}

const select = (estateId: Uuid, condition: RawBuilder<unknown>) => sql<AreaRow>`
  select a.id, a.name, a.version, a.steward_id, s.name as steward_name,
    (select count(*)::int from area_building ab join unit u on u.estate_id = ab.estate_id and u.building_id = ab.building_id
      where ab.estate_id = ${estateId} and ab.area_id = a.id) as units,
    coalesce((select json_agg(json_build_object('id', b.id, 'code', b.code, 'name', b.name) order by b.sort, b.code)
      from area_building ab join building b on b.estate_id = ab.estate_id and b.id = ab.building_id
      where ab.estate_id = ${estateId} and ab.area_id = a.id), '[]') as buildings
  from area a left join staff s on s.id = a.steward_id
  where a.estate_id = ${estateId} and ${condition}`

export const readArea = async (tx: Tx, estateId: Uuid, id: Uuid): Promise<AreaRow | undefined> =>
  (await select(estateId, sql`a.id = ${id}`).execute(tx.db)).rows[0]

export const listAreaRows = async (
  tx: Tx,
  estateId: Uuid,
  page: { cursor?: string | undefined; limit: number },
): Promise<{ rows: AreaRow[]; next: string | null } | Refusal> => {
  const after = page.cursor ? decodeCursor(page.cursor, 1) : undefined
  if (isRefusal(after)) return after
  const { rows } = await sql<AreaRow>`
    ${select(estateId, after ? sql`a.name > ${after[0]}` : sql`true`)} order by a.name limit ${page.limit + 1}`.execute(
    tx.db,
  )
  const shown = rows.slice(0, page.limit)
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > page.limit && last ? encodeCursor([last.name]) : null }
}

export const insertArea = (tx: Tx, area: { estate_id: Uuid; id: Uuid; name: string; steward_id: Uuid | null }) =>
  tx.db.insertInto('area').values(area).execute()

export const updateArea = async (
  tx: Tx,
  estateId: Uuid,
  id: Uuid,
  version: number,
  patch: { name?: string; steward_id?: Uuid | null },
): Promise<boolean> => {
  const done = await tx.db
    .updateTable('area')
    .set({ ...patch, version: version + 1 })
    .where('estate_id', '=', estateId)
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .execute()
  return done.length > 0
}

/** FD-820: a building lies in one area, so it leaves the one it was in. */
export const setBuildings = async (
  tx: Tx,
  estateId: Uuid,
  areaId: Uuid,
  buildingIds: readonly Uuid[],
): Promise<void> => {
  const ids = [...buildingIds].sort()
  await sql`delete from area_building where estate_id = ${estateId} and area_id = ${areaId} and building_id <> all(${ids}::uuid[])`.execute(
    tx.db,
  )
  await sql`
    insert into area_building (estate_id, building_id, area_id) select ${estateId}::uuid, b, ${areaId}::uuid from unnest(${ids}::uuid[]) as b
    on conflict (estate_id, building_id) do update set area_id = excluded.area_id`.execute(tx.db)
}

export const countBuildings = async (tx: Tx, estateId: Uuid, ids: readonly Uuid[]): Promise<number> => {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from building where estate_id = ${estateId} and id = any(${[...ids]}::uuid[])`.execute(
    tx.db,
  )
  return rows[0]?.n ?? 0
}

/** Is this an active person with a role in the estate today? */
export const worksHere = async (tx: Tx, estateId: Uuid, staffId: Uuid): Promise<boolean> => {
  const day = tx.now.slice(0, 10)
  const { rows } = await sql`
    select 1 from staff s join estate_directory d on d.estate_id = ${estateId} and d.company_id = s.company_id
    where s.id = ${staffId} and s.active and exists (select 1 from staff_role r where r.staff_id = s.id
      and (r.estate_id = ${estateId} or r.estate_id is null) and (r.until_date is null or r.until_date >= ${day}::date))`.execute(
    tx.db,
  )
  return rows.length > 0
}
