import { sql } from 'kysely'
import type { Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'

/** Who holds these roles in these estates today, with the line they hold it for; company-wide roles count in each. */
export const roleHolders = async (
  tx: Tx,
  estates: readonly Uuid[],
  roles: readonly string[],
): Promise<{ estate_id: Uuid; role: string; line: string | null; staff_id: Uuid }[]> => {
  const held = sql`r.role = any(${[...roles]}::text[])
      and r.from_date <= (${tx.now}::timestamptz at time zone d.time_zone)::date
      and (r.until_date is null or r.until_date >= (${tx.now}::timestamptz at time zone d.time_zone)::date)`
  // two arms: one condition for both would set every person of the company against every estate
  const { rows } = await sql<{ estate_id: Uuid; role: string; line: string | null; staff_id: Uuid }>`
    select h.estate_id, h.role, h.line, h.staff_id from (
      select d.estate_id, r.role, r.line, r.staff_id, s.staff_no from estate_directory d
        join staff_role r on r.estate_id = d.estate_id
        join staff s on s.id = r.staff_id and s.company_id = d.company_id and s.active
      where d.estate_id = any(${[...estates]}::uuid[]) and ${held}
      union all
      select d.estate_id, r.role, r.line, r.staff_id, s.staff_no from staff_role r
        join staff s on s.id = r.staff_id and s.active
        join estate_directory d on d.company_id = s.company_id and d.estate_id = any(${[...estates]}::uuid[])
      where r.estate_id is null and ${held}) h
    order by h.role, h.staff_no`.execute(tx.db)
  return rows
}
