import { type Insertable, type RawBuilder, type Selectable, sql, type Updateable } from 'kysely'
import type { Uuid } from '#contract/values.ts'
import type { DB } from '#platform/db/tables.ts'
import type { Tx } from '#platform/db/tx.ts'

export type Residence = Selectable<DB['residence']>
export type Vehicle = Selectable<DB['vehicle']>
export type Caution = Selectable<DB['caution']>
export type ParkingUse = Selectable<DB['parking_use']>

type UnitColumns<P extends string> = Record<`${P}_no` | `${P}_display` | `${P}_kind`, string>
export type ResidenceRow = Residence & UnitColumns<'unit'> & { customer_name: string; handover_date: string | null }
export type VehicleRow = Vehicle &
  Partial<UnitColumns<'unit'> & UnitColumns<'parking'>> & { customer_name: string | null }
export type CautionRow = Caution &
  Partial<UnitColumns<'unit'>> & { customer_name: string | null; created_by_name: string | null }
export type ParkingUseRow = ParkingUse & UnitColumns<'unit'> & UnitColumns<'parking'>

/** Which rows: of these people, of these units, or one by its id. */
export type Of = { customers: readonly Uuid[] } | { units: readonly Uuid[] } | { id: Uuid }

const of = (row: string, which: Of): RawBuilder<unknown> => {
  if ('id' in which) return sql`${sql.ref(`${row}.id`)} = ${which.id}`
  return 'customers' in which
    ? sql`${sql.ref(`${row}.customer_id`)} = any(${[...which.customers]}::uuid[])`
    : sql`${sql.ref(`${row}.unit_id`)} = any(${[...which.units]}::uuid[])`
}

export const residencesOf = async (tx: Tx, estateId: Uuid, which: Of): Promise<ResidenceRow[]> => {
  const { rows } = await sql<ResidenceRow>`
    select r.*, u.unit_no as unit_no, u.display as unit_display, u.kind as unit_kind, u.handover_date, c.name as customer_name
    from residence r join unit u on u.estate_id = r.estate_id and u.id = r.unit_id
      join customer c on c.estate_id = r.estate_id and c.id = r.customer_id
    where r.estate_id = ${estateId} and ${of('r', which)}
    order by r.until_date desc nulls first, r.primary_contact desc, r.from_date desc nulls last, r.id`.execute(tx.db)
  return rows
}

export const insertResidence = (tx: Tx, row: Insertable<DB['residence']>) =>
  tx.db.insertInto('residence').values(row).execute()
export const updateResidence = (tx: Tx, estateId: Uuid, id: Uuid, patch: Updateable<DB['residence']>) =>
  tx.db.updateTable('residence').set(patch).where('estate_id', '=', estateId).where('id', '=', id).execute()

/** FD-303: one contact of a unit; whoever was it so far no longer is. */
export const clearContact = (tx: Tx, estateId: Uuid, unitId: Uuid) =>
  tx.db
    .updateTable('residence')
    .set({ primary_contact: false })
    .where('estate_id', '=', estateId)
    .where('unit_id', '=', unitId)
    .where('primary_contact', '=', true)
    .execute()

export const vehiclesOf = async (tx: Tx, estateId: Uuid, which: Of): Promise<VehicleRow[]> => {
  const { rows } = await sql<VehicleRow>`
    select v.*, c.name as customer_name, u.unit_no as unit_no, u.display as unit_display, u.kind as unit_kind,
      p.unit_no as parking_no, p.display as parking_display, p.kind as parking_kind
    from vehicle v left join customer c on c.estate_id = v.estate_id and c.id = v.customer_id
      left join unit u on u.estate_id = v.estate_id and u.id = v.unit_id
      left join unit p on p.estate_id = v.estate_id and p.id = v.parking_unit_id
    where v.estate_id = ${estateId} and ${of('v', which)}
    order by v.until_date desc nulls first, v.id`.execute(tx.db)
  return rows
}

export const insertVehicle = (tx: Tx, row: Insertable<DB['vehicle']>) =>
  tx.db.insertInto('vehicle').values(row).execute()
export const updateVehicle = (tx: Tx, estateId: Uuid, id: Uuid, patch: Updateable<DB['vehicle']>) =>
  tx.db.updateTable('vehicle').set(patch).where('estate_id', '=', estateId).where('id', '=', id).execute()

/** Present cautions; of one row also when it has ended. */
export const cautionsOf = async (
  tx: Tx,
  estateId: Uuid,
  which: { about: { customers: readonly Uuid[]; units: readonly Uuid[] } } | { id: Uuid },
): Promise<CautionRow[]> => {
  const condition =
    'id' in which
      ? sql`x.id = ${which.id}`
      : sql`x.ended_at is null and (x.customer_id = any(${[...which.about.customers]}::uuid[]) or x.unit_id = any(${[...which.about.units]}::uuid[]))`
  const { rows } = await sql<CautionRow>`
    select x.*, c.name as customer_name, u.unit_no as unit_no, u.display as unit_display, u.kind as unit_kind, s.name as created_by_name
    from caution x left join customer c on c.estate_id = x.estate_id and c.id = x.customer_id
      left join unit u on u.estate_id = x.estate_id and u.id = x.unit_id
      left join staff s on s.id = x.created_by
    where x.estate_id = ${estateId} and ${condition} order by x.created_at desc, x.id`.execute(tx.db)
  return rows
}

export const insertCaution = (tx: Tx, row: Insertable<DB['caution']>) =>
  tx.db.insertInto('caution').values(row).execute()
export const updateCaution = (tx: Tx, estateId: Uuid, id: Uuid, patch: Updateable<DB['caution']>) =>
  tx.db.updateTable('caution').set(patch).where('estate_id', '=', estateId).where('id', '=', id).execute()

export const parkingUsesOf = async (
  tx: Tx,
  estateId: Uuid,
  which: { units: readonly Uuid[] } | { id: Uuid },
): Promise<ParkingUseRow[]> => {
  const { rows } = await sql<ParkingUseRow>`
    select k.*, u.unit_no as unit_no, u.display as unit_display, u.kind as unit_kind,
      p.unit_no as parking_no, p.display as parking_display, p.kind as parking_kind
    from parking_use k join unit u on u.estate_id = k.estate_id and u.id = k.unit_id
      join unit p on p.estate_id = k.estate_id and p.id = k.parking_unit_id
    where k.estate_id = ${estateId} and ${of('k', which)} order by k.until_date desc nulls first, k.id`.execute(tx.db)
  return rows
}

export const insertParkingUse = (tx: Tx, row: Insertable<DB['parking_use']>) =>
  tx.db.insertInto('parking_use').values(row).execute()
export const updateParkingUse = (tx: Tx, estateId: Uuid, id: Uuid, patch: Updateable<DB['parking_use']>) =>
  tx.db.updateTable('parking_use').set(patch).where('estate_id', '=', estateId).where('id', '=', id).execute()
