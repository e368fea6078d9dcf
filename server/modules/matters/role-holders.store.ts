import { sql } from 'kysely'
import type { Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'

/** Who holds these roles in these estates today, with the line they hold it for; company-wide roles count in each. */
export const roleHolders = async (
  tx: Tx,
  estates: readonly Uuid[],
  roles: readonly string[],
): Promise<{ estate_id: Uuid; role: string; line: string | null; staff_id: Uuid }[]> => {
  const { rows } = await sql<{ estate_id: Uuid; role: string; line: string | null; staff_id: Uuid }>`
    select d.estate_id, r.role, r.line, r.staff_id from estate_directory d
      join staff s on s.company_id = d.company_id and s.active
      join staff_role r on r.staff_id = s.id and (r.estate_id = d.estate_id or r.estate_id is null)
    where d.estate_id = any(${[...estates]}::uuid[]) and r.role = any(${[...roles]}::text[])
      and r.from_date <= (${tx.now}::timestamptz at time zone d.time_zone)::date
      and (r.until_date is null or r.until_date >= (${tx.now}::timestamptz at time zone d.time_zone)::date)
    order by r.role, s.staff_no`.execute(tx.db)
  return rows
}
