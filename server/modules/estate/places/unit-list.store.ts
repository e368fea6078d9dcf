import { type RawBuilder, sql } from 'kysely'
import { isRefusal, type Refusal } from '#contract/refusal.ts'
import type { UnitQuery } from '#contract/units.ts'
import type { Uuid } from '#contract/values.ts'
import { decodeCursor, encodeCursor } from '#platform/db/cursor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { tenureIs } from '../people/tenure.store.ts'
import { foundIn, type SearchArm } from '../search/search.store.ts'
import { holdsOn, movedIn, selectUnits, type UnitRow } from './unit.store.ts'

export type UnitsWanted = Omit<UnitQuery, 'q'> & {
  arms: readonly SearchArm[] | undefined
  today: string
  months: readonly [number, number, number]
}

/** One page of units in the order of their numbers. */
export const listUnitRows = async (
  tx: Tx,
  estateId: Uuid,
  wanted: UnitsWanted,
): Promise<{ rows: UnitRow[]; next: string | null } | Refusal> => {
  const after = wanted.cursor ? decodeCursor(wanted.cursor, 2) : undefined
  if (isRefusal(after)) return after
  const conditions = [sql`u.estate_id = ${estateId}`, ...filters(estateId, wanted)]
  if (after) conditions.push(sql`(u.sort_key, u.id) > (${after[0]}, ${after[1]}::uuid)`)
  const { rows } = await sql<UnitRow>`
    ${selectUnits(estateId, wanted.today)} where ${sql.join(conditions, sql` and `)}
    order by u.sort_key, u.id limit ${wanted.limit + 1}`.execute(tx.db)
  const page = rows.slice(0, wanted.limit)
  const last = page.at(-1)
  return { rows: page, next: rows.length > wanted.limit && last ? encodeCursor([last.sort_key, last.id]) : null }
}

const filters = (estateId: Uuid, wanted: UnitsWanted): RawBuilder<unknown>[] => {
  const found: RawBuilder<unknown>[] = []
  const held = (roles: RawBuilder<unknown>) =>
    sql`exists (select 1 from residence r where r.estate_id = ${estateId} and r.unit_id = u.id and r.role ${roles} and ${holdsOn(wanted.today)})`
  if (wanted.arms) found.push(sql`u.id in ${foundIn(estateId, wanted.arms, 'unit')}`)
  if (wanted.buildingId) found.push(sql`u.building_id = ${wanted.buildingId}`)
  if (wanted.areaId) found.push(sql`a.id = ${wanted.areaId}`)
  if (wanted.kind) found.push(sql`u.kind = ${wanted.kind}`)
  if (wanted.held === 'owner') found.push(held(sql`= 'owner'`))
  if (wanted.held === 'tenant') found.push(held(sql`in ('tenant', 'shop')`))
  if (wanted.held === 'none') found.push(sql`not ${held(sql`is not null`)}`)
  if (wanted.tenure) found.push(tenureIs(movedIn(estateId, wanted.today), wanted.tenure, wanted.today, wanted.months))
  return found
}
