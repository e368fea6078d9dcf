import { sql } from 'kysely'
import type { Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'

export type CallerRow = {
  id: Uuid
  name: string
  kind: string
  important: boolean
  no_callback: boolean
  language: string
  label: string | null
  units: { id: Uuid; display: string; role: string }[]
  cautions: string[]
}

/** Customers with one of these numbers today, and where they live today. */
export const callersOf = async (
  tx: Tx,
  estateId: Uuid,
  numbers: readonly string[],
  today: string,
): Promise<CallerRow[]> => {
  const { rows } = await sql<CallerRow>`
    select distinct on (c.id) c.id, c.name, c.kind, c.important, c.no_callback, c.language, p.label,
      coalesce((select json_agg(json_build_object('id', u.id, 'display', u.display, 'role', r.role) order by r.primary_contact desc, r.id)
        from residence r join unit u on u.estate_id = r.estate_id and u.id = r.unit_id
        where r.estate_id = ${estateId} and r.customer_id = c.id
          and (r.from_date is null or r.from_date <= ${today}::date) and (r.until_date is null or r.until_date >= ${today}::date)), '[]') as units,
      coalesce((select array_agg(x.text order by x.created_at desc) from caution x
        where x.estate_id = ${estateId} and x.customer_id = c.id and x.ended_at is null), '{}') as cautions
    from customer_phone p join customer c on c.estate_id = p.estate_id and c.id = p.customer_id
    where p.estate_id = ${estateId} and p.phone = any(${[...numbers]}::text[]) and (p.until_date is null or p.until_date >= ${today}::date)
    order by c.id limit 50`.execute(tx.db)
  return rows
}
