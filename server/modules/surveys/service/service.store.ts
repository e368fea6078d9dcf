import { sql } from 'kysely'
import type { Tenure } from '#contract/survey-questions.ts'
import type { Instant, LocalDate, Uuid } from '#contract/values.ts'
import { holdsOn } from '#modules/estate/index.ts'
import type { Tx } from '#platform/db/tx.ts'

export type ServedRow = {
  matter_id: Uuid
  customer_id: Uuid
  unit_id: Uuid
  building_id: Uuid
  tenure: Tenure
  from_date: LocalDate | null
  phone: string | null
  language: 'zh' | 'en'
}

/**
 * Services and complaints that were closed since then and are not asked about yet, the latest of each customer: who lives
 * here today, may be written to, and was not asked about a service within the time of rest.
 */
export const listServed = async (
  tx: Tx,
  estateId: Uuid,
  { surveyId, since, askedSince, today }: { surveyId: Uuid; since: Instant; askedSince: Instant; today: LocalDate },
): Promise<ServedRow[]> => {
  const { rows } = await sql<ServedRow>`
    select distinct on (m.customer_id) m.id as matter_id, m.customer_id, r.unit_id, u.building_id, r.role as tenure,
      coalesce(r.from_date, u.handover_date) as from_date, p.phone, c.language
    from matter m
      join customer c on c.estate_id = m.estate_id and c.id = m.customer_id and not c.no_callback
      join residence r on r.estate_id = m.estate_id and r.customer_id = m.customer_id and ${holdsOn(today)}
        and r.role in ('owner', 'family', 'tenant', 'shop') and (m.unit_id is null or r.unit_id = m.unit_id)
      join unit u on u.estate_id = r.estate_id and u.id = r.unit_id
      join lateral (select phone from customer_phone where estate_id = m.estate_id and customer_id = m.customer_id
        and until_date is null order by preferred desc, id limit 1) p on true
    where m.estate_id = ${estateId} and not m.open and m.kind in ('service', 'complaint') and m.state = 'CLOSED' and m.closed_at > ${since}
      and not exists (select 1 from survey_invitation i join survey s on s.estate_id = i.estate_id and s.id = i.survey_id
        where i.estate_id = m.estate_id and i.customer_id = m.customer_id and s.kind = 'transaction'
          and (i.invited_at > ${askedSince} or (i.survey_id = ${surveyId} and i.matter_id = m.id)))
      and not exists (select 1 from caution q where q.estate_id = m.estate_id
        and (q.customer_id = m.customer_id or q.unit_id = r.unit_id) and q.ended_at is null and q.kind in ('communication', 'privacy'))
    order by m.customer_id, m.closed_at desc`.execute(tx.db)
  return rows
}
