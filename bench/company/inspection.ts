import type pg from 'pg'
import { idSql } from './ids.ts'
import { ANSWERS, EACH, LOOKS, PLACES } from './size.ts'

const PRODUCT_STANDARD = `'00000000-0000-7000-8000-000000000001'::uuid`

/**
 * A year of looks of every estate, by time as they come in service: ten places of each touchpoint, each looked at five
 * times, twenty items a look of which one in twenty fails. One place in forty has an open finding.
 */
export const buildInspections = async (client: pg.Client, estates: number): Promise<void> => {
  const estate = idSql('estate', 'm.e')
  const place = idSql('place', `m.e * ${PLACES} + m.p`)
  const touchpoint = `'T' || lpad((m.p % 20 + 1)::text, 2, '0')`
  const person = idSql('staff', `m.e * ${EACH.staff} + m.p % ${EACH.staff}`)
  await client.query(`insert into place (estate_id, id, code, touchpoint, name, label_token, sort, created_at)
    select ${estate}, ${place}, 'P' || m.p, ${touchpoint}, '地点' || m.p, m.e || '-' || m.p, m.p, now() - interval '2 years'
    from (select n / ${PLACES} as e, n % ${PLACES} as p from generate_series(0::bigint, ${estates * PLACES - 1}) n) m`)
  const looks = estates * PLACES * LOOKS
  await client.query(`create temp table t_look as
    select x.n, x.e, x.p, (now() - interval '365 days' * ((${looks} - x.n)::float8 / ${looks}) - interval '1 hour') as at, (x.n * 7919 % 100)::int as h
    from (select n, n % ${estates} as e, n / ${estates} % ${PLACES} as p from generate_series(0::bigint, ${looks - 1}) n) x`)
  await client.query('analyze t_look')
  const look = idSql('look', 'm.n')
  const day = `(m.at at time zone 'Asia/Shanghai')::date`
  await client.query(`insert into inspection (estate_id, id, place_id, touchpoint, kind, inspector_id, on_date, began_at, ended_at, received_at,
      standard_id, passed, failed, not_applicable, tally, score)
    select ${estate}, ${look}, ${place}, ${touchpoint}, 'self', ${person}, ${day}, m.at, m.at, m.at, ${PRODUCT_STANDARD}, 19, 1, 0,
      array[5, 5, 5, 5, 10, 9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]::smallint[], 6000 + m.h * 40
    from t_look m order by m.n`)
  // the items of the touchpoint that the standard of the product has, the first twenty of them
  await client.query(`create temp table t_item as
    select item ->> 'touchpoint' as touchpoint, item_id, row_number() over (partition by item ->> 'touchpoint' order by item_id) as nth
    from standard_item where version_id = ${PRODUCT_STANDARD}`)
  await client.query('analyze t_item')
  await client.query(`insert into inspection_answer (estate_id, inspection_id, item_id, place_id, on_date, answer)
    select ${estate}, ${look}, i.item_id, ${place}, ${day}, case when (m.n + i.nth) % 20 = 0 then 'fail' else 'pass' end
    from t_look m join t_item i on i.touchpoint = ${touchpoint} and i.nth <= ${ANSWERS} order by m.n`)
  const finding = idSql('finding', `m.e * ${PLACES} + m.p`)
  const number = `'19-' || lpad((m.p + 1)::text, 6, '0')`
  const some = `(select n / ${PLACES} as e, n % ${PLACES} as p from generate_series(0::bigint, ${estates * PLACES - 1}) n) m where m.p % 40 = 0`
  await client.query(`insert into matter (estate_id, id, number, kind, contact_type, channel, state, open, title, line, owner_id, handler_id,
      contactable, collected_at, received_at, registered_at, updated_at, search)
    select ${estate}, ${finding}, ${number}, 'finding', 'finding', 'inspection', 'ASSIGNED', true, '地点' || m.p || '：不合格', 'repair', ${person}, ${person},
      false, now() - interval '3 days', now() - interval '3 days', now() - interval '3 days', now(), to_tsvector('simple', '不合格')
    from ${some}`)
  await client.query(`insert into finding (estate_id, matter_id, place_id, touchpoint, item_id, severity, statement_zh, statement_en, found_on, last_found_at)
    select ${estate}, ${finding}, ${place}, ${touchpoint}, i.item_id, 'minor', '不合格', 'not right', current_date - 3, now() - interval '3 days'
    from ${some.replace(' m where', ` m join t_item i on i.touchpoint = ${touchpoint} and i.nth = 1 where`)}`)
  await client.query('drop table t_look; drop table t_item')
}
