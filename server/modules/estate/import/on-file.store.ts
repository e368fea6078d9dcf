import { sql } from 'kysely'
import type { Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { OnFile } from './on-file.ts'

/** One import of an estate after the other: the next one waits here until the first has committed. */
export const lockEstate = async (tx: Tx, estateId: Uuid): Promise<{ name: string } | undefined> =>
  tx.db.selectFrom('estate').select('name').where('estate_id', '=', estateId).forNoKeyUpdate().executeTakeFirst()

/** The whole estate with eight statements, however many rows the roster has. */
export const loadOnFile = async (tx: Tx, estateId: Uuid, today: string): Promise<OnFile> => {
  const present = sql`(until_date is null or until_date >= ${today}::date)`
  const all = async <T>(query: ReturnType<typeof sql<T>>): Promise<T[]> => (await query.execute(tx.db)).rows
  return {
    buildings: await all(
      sql<OnFile['buildings'][number]>`select id, code, kind from building where estate_id = ${estateId}`,
    ),
    units: await all(sql<OnFile['units'][number]>`
      select id, unit_no, display, kind, unit_type, usage, area_cm2, inner_area_cm2, handover_date, remarks from unit where estate_id = ${estateId}`),
    customers: await all(sql<OnFile['customers'][number]>`
      select id, kind, name, encode(id_index, 'hex') as paper, id_tail, representative_tail from customer where estate_id = ${estateId} order by id`),
    phones: await all(
      sql<
        OnFile['phones'][number]
      >`select customer_id, phone from customer_phone where estate_id = ${estateId} and until_date is null`,
    ),
    residences: await all(sql<OnFile['residences'][number]>`
      select id, unit_id, customer_id, role, from_date, until_date, primary_contact from residence where estate_id = ${estateId} order by id`),
    vehicles: await all(sql<OnFile['vehicles'][number]>`
      select id, plate, customer_id, unit_id, parking_unit_id, from_date from vehicle where estate_id = ${estateId} and until_date is null`),
    parkingUses: await all(
      sql<
        OnFile['parkingUses'][number]
      >`select parking_unit_id, unit_id from parking_use where estate_id = ${estateId} and ${present}`,
    ),
    contacts: await all(
      sql<
        OnFile['contacts'][number]
      >`select customer_id, phone from emergency_contact where estate_id = ${estateId} and ${present}`,
    ),
  }
}
