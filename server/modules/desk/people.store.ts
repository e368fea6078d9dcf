import { sql } from 'kysely'
import type { Role } from '#contract/permissions.ts'
import type { Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'

export type StaffRow = { id: Uuid; name: string; roles: string[]; lines: string[] }

/** Active staff who hold one of these roles in the estate today; roles that hold in the whole company count. */
export const staffInRoles = async (tx: Tx, estateId: Uuid, roles: readonly Role[]): Promise<StaffRow[]> => {
  const { rows } = await sql<StaffRow>`
    select s.id, s.name, array_agg(distinct r.role) as roles,
      coalesce(array_agg(distinct r.line) filter (where r.line is not null), '{}') as lines
    from estate_directory d
    join staff s on s.company_id = d.company_id and s.active
    join staff_role r on r.staff_id = s.id and (r.estate_id = d.estate_id or r.estate_id is null)
    where d.estate_id = ${estateId} and r.role = any(${[...roles]}::text[])
      and r.from_date <= ${tx.now.slice(0, 10)}::date + 1 and (r.until_date is null or r.until_date >= ${tx.now.slice(0, 10)}::date)
    group by s.id, s.name, s.staff_no order by s.staff_no`.execute(tx.db)
  return rows
}
