import { sql } from 'kysely'
import { type Permission, ROLE_CODES, ROLES } from '#contract/permissions.ts'
import type { Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'

/** The customer-service lead first, then whoever stands above; only those may be told as the lead (FD-411) or own instead (CP-046). */
const rolesWith = (permission: Permission) =>
  ROLE_CODES.filter((role) => (ROLES[role] as readonly Permission[]).includes(permission)).sort(
    (a, b) => Number(b === 'csLead') - Number(a === 'csLead'),
  )
const LEADS = rolesWith('complaint.handle')
const SETTLERS = rolesWith('complaint.settle')

/** Those who lead complaints in an estate, the customer-service lead before others; company-wide roles count. */
export const leadsOf = (tx: Tx, estateId: Uuid): Promise<Uuid[]> => inRoles(tx, estateId, LEADS)

/** T13: the people of the quality department that is responsible for an estate. */
export const settlersOf = (tx: Tx, estateId: Uuid): Promise<Uuid[]> => inRoles(tx, estateId, SETTLERS)

const inRoles = async (tx: Tx, estateId: Uuid, roles: readonly string[]): Promise<Uuid[]> => {
  const { rows } = await sql<{ id: Uuid }>`
    select s.id from staff s
      join estate_directory d on d.estate_id = ${estateId} and d.company_id = s.company_id
      join staff_role r on r.staff_id = s.id and (r.estate_id = ${estateId} or r.estate_id is null)
    where s.active and r.role = any(${[...roles]}::text[])
      and r.from_date <= (${tx.now}::timestamptz at time zone d.time_zone)::date
      and (r.until_date is null or r.until_date >= (${tx.now}::timestamptz at time zone d.time_zone)::date)
    group by s.id, s.staff_no
    order by min(array_position(${[...roles]}::text[], r.role)), s.staff_no`.execute(tx.db)
  return rows.map((r) => r.id)
}
