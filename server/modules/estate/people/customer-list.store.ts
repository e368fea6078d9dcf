import { type RawBuilder, sql } from 'kysely'
import type { CustomerQuery } from '#contract/customers.ts'
import { isRefusal, type Refusal } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'
import { decodeCursor, encodeCursor } from '#platform/db/cursor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { holdsOn } from '../places/unit.store.ts'
import { foundIn, type SearchArm } from '../search/search.store.ts'
import type { Customer } from './customer.store.ts'
import { tenureIs } from './tenure.store.ts'

export type CustomerListRow = Customer & {
  phone: string | null
  moved_in: string | null
  units: { id: Uuid; display: string; role: string; current: boolean }[]
}
export type CustomersWanted = Omit<CustomerQuery, 'q'> & {
  arms: readonly SearchArm[] | undefined
  today: string
  months: readonly [number, number, number]
}

const movedIn = (estateId: Uuid, today: string) => sql`(
  select min(coalesce(r.from_date, u.handover_date)) from residence r join unit u on u.estate_id = r.estate_id and u.id = r.unit_id
  where r.estate_id = ${estateId} and r.customer_id = c.id and ${holdsOn(today)})`

/** One page of customers; keyset on (name, id) or (latest change, id). */
export const listCustomerRows = async (
  tx: Tx,
  estateId: Uuid,
  wanted: CustomersWanted,
): Promise<{ rows: CustomerListRow[]; next: string | null } | Refusal> => {
  const after = wanted.cursor ? decodeCursor(wanted.cursor, 2) : undefined
  if (isRefusal(after)) return after
  const byName = wanted.sort === 'name'
  const conditions = [sql`c.estate_id = ${estateId}`, ...filters(estateId, wanted)]
  if (after)
    conditions.push(
      byName
        ? sql`(c.name, c.id) > (${after[0]}, ${after[1]}::uuid)`
        : sql`(c.updated_at, c.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`,
    )
  const { rows } = await sql<CustomerListRow>`
    select c.*, ${movedIn(estateId, wanted.today)} as moved_in,
      (select p.phone from customer_phone p where p.estate_id = ${estateId} and p.customer_id = c.id
        and (p.until_date is null or p.until_date >= ${wanted.today}::date) order by p.preferred desc, p.id limit 1) as phone,
      coalesce((select json_agg(json_build_object('id', u.id, 'display', u.display, 'role', r.role, 'current', (${holdsOn(wanted.today)}))
          order by (${holdsOn(wanted.today)}) desc, r.primary_contact desc, u.sort_key)
        from residence r join unit u on u.estate_id = r.estate_id and u.id = r.unit_id
        where r.estate_id = ${estateId} and r.customer_id = c.id), '[]') as units
    from customer c where ${sql.join(conditions, sql` and `)}
    order by ${byName ? sql`c.name, c.id` : sql`c.updated_at desc, c.id desc`} limit ${wanted.limit + 1}`.execute(tx.db)
  const page = rows.slice(0, wanted.limit)
  const last = page.at(-1)
  return {
    rows: page,
    next: rows.length > wanted.limit && last ? encodeCursor([byName ? last.name : last.updated_at, last.id]) : null,
  }
}

const filters = (estateId: Uuid, wanted: CustomersWanted): RawBuilder<unknown>[] => {
  const found: RawBuilder<unknown>[] = []
  if (wanted.arms) found.push(sql`c.id in ${foundIn(estateId, wanted.arms, 'customer')}`)
  if (wanted.kind) found.push(sql`c.kind = ${wanted.kind}`)
  if (wanted.important) found.push(sql`c.important = ${wanted.important === 'true'}`)
  if (wanted.noCallback) found.push(sql`c.no_callback = ${wanted.noCallback === 'true'}`)
  if (wanted.tenure) found.push(tenureIs(movedIn(estateId, wanted.today), wanted.tenure, wanted.today, wanted.months))
  const stays: RawBuilder<unknown>[] = []
  if (wanted.role) stays.push(sql`r.role = ${wanted.role}`)
  if (wanted.unitId) stays.push(sql`r.unit_id = ${wanted.unitId}`)
  if (wanted.buildingId) stays.push(sql`u.building_id = ${wanted.buildingId}`)
  if (wanted.areaId)
    stays.push(
      sql`exists (select 1 from area_building ab where ab.estate_id = ${estateId} and ab.building_id = u.building_id and ab.area_id = ${wanted.areaId})`,
    )
  const living = (conditions: readonly RawBuilder<unknown>[]) => sql`exists (
    select 1 from residence r join unit u on u.estate_id = r.estate_id and u.id = r.unit_id
    where r.estate_id = ${estateId} and r.customer_id = c.id and ${sql.join(conditions, sql` and `)})`
  if (wanted.current === 'true') stays.push(holdsOn(wanted.today))
  if (stays.length > 0) found.push(living(stays))
  if (wanted.current === 'false') found.push(sql`not ${living([holdsOn(wanted.today)])}`)
  return found
}
