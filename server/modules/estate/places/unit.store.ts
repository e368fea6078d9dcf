import { type Insertable, type RawBuilder, type Selectable, sql, type Updateable } from 'kysely'
import type { Uuid } from '#contract/values.ts'
import type { DB } from '#platform/db/tables.ts'
import type { Tx } from '#platform/db/tx.ts'

export type Unit = Selectable<DB['unit']>
type Name = { id: Uuid; name: string }
export type UnitRow = Unit & {
  building_name: string
  steward_id: Uuid | null
  steward_name: string | null
  steward_phone: string | null
  owners: Name[]
  tenants: Name[]
  /** When the present owners came; the handover of the unit where no such day is known. */
  moved_in: string | null
}

/** A residence `r` that holds on this day; both ends count. */
export const holdsOn = (today: string) =>
  sql`(r.from_date is null or r.from_date <= ${today}::date) and (r.until_date is null or r.until_date >= ${today}::date)`

const people = (estateId: Uuid, today: string, roles: RawBuilder<unknown>) => sql`coalesce((
  select json_agg(json_build_object('id', c.id, 'name', c.name) order by r.primary_contact desc, r.id)
  from residence r join customer c on c.estate_id = r.estate_id and c.id = r.customer_id
  where r.estate_id = ${estateId} and r.unit_id = u.id and r.role ${roles} and ${holdsOn(today)}), '[]')`

export const movedIn = (estateId: Uuid, today: string) => sql`coalesce((
  select min(r.from_date) from residence r where r.estate_id = ${estateId} and r.unit_id = u.id and r.role = 'owner' and ${holdsOn(today)}), u.handover_date)`

/** Units with building, steward and present people, ready for conditions on `u`, `b` and `a`. */
export const selectUnits = (estateId: Uuid, today: string) => sql`
  select u.*, b.name as building_name, s.id as steward_id, s.name as steward_name, s.phone as steward_phone,
    ${people(estateId, today, sql`= 'owner'`)} as owners, ${people(estateId, today, sql`in ('tenant', 'shop')`)} as tenants,
    ${movedIn(estateId, today)} as moved_in
  from unit u
    join building b on b.estate_id = ${estateId} and b.id = u.building_id
    left join area_building ab on ab.estate_id = ${estateId} and ab.building_id = u.building_id
    left join area a on a.estate_id = ${estateId} and a.id = ab.area_id
    left join staff s on s.id = a.steward_id`

export const readUnitRow = async (tx: Tx, estateId: Uuid, id: Uuid, today: string): Promise<UnitRow | undefined> => {
  const { rows } =
    await sql<UnitRow>`${selectUnits(estateId, today)} where u.estate_id = ${estateId} and u.id = ${id}`.execute(tx.db)
  return rows[0]
}

export const findUnit = (tx: Tx, estateId: Uuid, id: Uuid): Promise<Unit | undefined> =>
  tx.db.selectFrom('unit').selectAll().where('estate_id', '=', estateId).where('id', '=', id).executeTakeFirst()

export const insertUnit = (tx: Tx, unit: Insertable<DB['unit']>) => tx.db.insertInto('unit').values(unit).execute()

export type UnitPatch = Omit<Updateable<DB['unit']>, 'estate_id' | 'id' | 'unit_no' | 'version'>
export const updateUnit = async (
  tx: Tx,
  estateId: Uuid,
  id: Uuid,
  version: number,
  patch: UnitPatch,
): Promise<boolean> => {
  const done = await tx.db
    .updateTable('unit')
    .set({ ...patch, version: version + 1 })
    .where('estate_id', '=', estateId)
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .execute()
  return done.length > 0
}
