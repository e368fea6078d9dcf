import { sql } from 'kysely'
import type { Tenure } from '#contract/survey-questions.ts'
import type { LocalDate, Uuid } from '#contract/values.ts'
import { holdsOn } from '#modules/estate/index.ts'
import type { Tx } from '#platform/db/tx.ts'

export type ResidentRow = {
  customer_id: Uuid
  unit_id: Uuid
  building_id: Uuid
  role: Tenure
  from_date: LocalDate | null
  phone: string | null
  language: 'zh' | 'en'
  no_callback: boolean
  quiet: boolean
}

/** Everybody who lives here on this day with these roles, each with the telephone they like best and what keeps us from asking. */
export const listResidents = async (
  tx: Tx,
  estateId: Uuid,
  roles: readonly Tenure[],
  today: LocalDate,
): Promise<ResidentRow[]> => {
  const { rows } = await sql<ResidentRow>`
    select r.customer_id, r.unit_id, u.building_id, r.role, coalesce(r.from_date, u.handover_date) as from_date,
      p.phone, c.language, c.no_callback, q.customer_id is not null or q2.unit_id is not null as quiet
    from residence r
      join customer c on c.estate_id = r.estate_id and c.id = r.customer_id
      join unit u on u.estate_id = r.estate_id and u.id = r.unit_id
      left join (select distinct on (customer_id) customer_id, phone from customer_phone
        where estate_id = ${estateId} and until_date is null order by customer_id, preferred desc, id) p on p.customer_id = r.customer_id
      left join (select distinct customer_id from caution where estate_id = ${estateId} and ended_at is null
        and kind in ('communication', 'privacy') and customer_id is not null) q on q.customer_id = r.customer_id
      left join (select distinct unit_id from caution where estate_id = ${estateId} and ended_at is null
        and kind in ('communication', 'privacy') and unit_id is not null) q2 on q2.unit_id = r.unit_id
    where r.estate_id = ${estateId} and ${holdsOn(today)} and r.role = any(${[...roles]}::text[]) and u.kind <> 'parking'`.execute(
    tx.db,
  )
  return rows
}

export const buildingNames = async (tx: Tx, estateId: Uuid): Promise<Map<Uuid, string>> =>
  new Map(
    (
      await tx.db
        .selectFrom('building')
        .select(['id', 'name'])
        .where('estate_id', '=', estateId)
        .orderBy('sort')
        .orderBy('code')
        .execute()
    ).map((b) => [b.id, b.name]),
  )
