import { type Insertable, type RawBuilder, type Selectable, sql } from 'kysely'
import type { listBuildings } from '#contract/estate.ts'
import { isRefusal, type Refusal } from '#contract/refusal.ts'
import type { QueryOf } from '#contract/route.ts'
import type { Uuid } from '#contract/values.ts'
import { decodeCursor, encodeCursor } from '#platform/db/cursor.ts'
import type { DB } from '#platform/db/tables.ts'
import type { Tx } from '#platform/db/tx.ts'

export type Building = Selectable<DB['building']>
export type BuildingRow = Building & {
  units: number
  area_id: Uuid | null
  area_name: string | null
  steward_id: Uuid | null
  steward_name: string | null
}

const select = (estateId: Uuid, conditions: readonly RawBuilder<unknown>[]) => sql<BuildingRow>`
  select b.*, a.id as area_id, a.name as area_name, s.id as steward_id, s.name as steward_name,
    (select count(*)::int from unit u where u.estate_id = ${estateId} and u.building_id = b.id) as units
  from building b
    left join area_building ab on ab.estate_id = ${estateId} and ab.building_id = b.id
    left join area a on a.estate_id = ${estateId} and a.id = ab.area_id
    left join staff s on s.id = a.steward_id
  where b.estate_id = ${estateId} and ${sql.join(conditions, sql` and `)}`

export const readBuilding = async (tx: Tx, estateId: Uuid, id: Uuid): Promise<BuildingRow | undefined> =>
  (await select(estateId, [sql`b.id = ${id}`]).execute(tx.db)).rows[0]

export const listBuildingRows = async (
  tx: Tx,
  estateId: Uuid,
  query: QueryOf<typeof listBuildings>,
): Promise<{ rows: BuildingRow[]; next: string | null } | Refusal> => {
  const after = query.cursor ? decodeCursor(query.cursor, 3) : undefined
  if (isRefusal(after)) return after
  const conditions: RawBuilder<unknown>[] = [sql`true`]
  if (after) conditions.push(sql`(b.sort, b.code, b.id) > (${Number(after[0])}::int, ${after[1]}, ${after[2]}::uuid)`)
  if (query.areaId) conditions.push(sql`a.id = ${query.areaId}`)
  if (query.withoutSteward) conditions.push(sql`a.steward_id is null`)
  const { rows } =
    await sql<BuildingRow>`${select(estateId, conditions)} order by b.sort, b.code, b.id limit ${query.limit + 1}`.execute(
      tx.db,
    )
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  return {
    rows: page,
    next: rows.length > query.limit && last ? encodeCursor([String(last.sort), last.code, last.id]) : null,
  }
}

export const findBuildingByCode = (tx: Tx, estateId: Uuid, code: string): Promise<Building | undefined> =>
  tx.db.selectFrom('building').selectAll().where('estate_id', '=', estateId).where('code', '=', code).executeTakeFirst()

export const insertBuilding = (tx: Tx, building: Insertable<DB['building']>) =>
  tx.db.insertInto('building').values(building).execute()

export type BuildingPatch = Partial<Pick<Building, 'name' | 'kind' | 'floors' | 'sort'>>
export const updateBuilding = async (
  tx: Tx,
  estateId: Uuid,
  id: Uuid,
  version: number,
  patch: BuildingPatch,
): Promise<boolean> => {
  const done = await tx.db
    .updateTable('building')
    .set({ ...patch, version: version + 1 })
    .where('estate_id', '=', estateId)
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .execute()
  return done.length > 0
}
