import type pg from 'pg'
import { idSql } from './ids.ts'
import { EACH, OPEN_COMPLAINTS, YEARS } from './size.ts'
import { buildWords, TEXT_OF } from './words.ts'

const FIVE_YEARS = `${YEARS} * interval '365 days'`
const CODES = ['C1.1', 'C1.4', 'C2.1', 'C2.7', 'C3.1', 'C3.3', 'C4.2', 'C4.3', 'C5.1', 'C5.7', 'C6.2', 'C7.1', 'C8.1']
const LINES = ['repair', 'security', 'cleaning', 'customerService', 'greening']
const CHANNELS = ['phone', 'visit', 'app_message', 'email', 'forum']
const FACTORS = ['man', 'machine', 'material', 'method', 'environment']
const oneOf = (list: readonly string[], by: string) =>
  `(array[${list.map((x) => `'${x}'`).join(', ')}])[${by} % ${list.length} + 1]`

/**
 * Five years of complaints, `each` of every estate, by time as they come in service: 25 of an estate open, two in a hundred
 * no complaint or merged, one in two hundred large, one in a hundred hot. Each with its case and its first voice.
 */
export const buildComplaints = async (client: pg.Client, estates: number, each: number): Promise<void> => {
  const first = estates * EACH.matters
  await client.query(`create temp table t_complaint as
    select x.*, x.seq >= ${each - OPEN_COMPLAINTS} as open, (x.seq * 31 + x.e * 7) as h, (x.seq * 17 + x.e) % ${EACH.customers} as c,
      now() - ${FIVE_YEARS} * ((${each} - x.seq)::float8 / ${each}) + x.e * interval '1 second' - interval '1 hour' as at
    from (select n, n % ${estates} as e, n / ${estates} as seq from generate_series(0::bigint, ${estates * each - 1}) n) x`)
  await client.query('analyze t_complaint')
  const [estate, id] = [idSql('estate', 'm.e'), idSql('matter', `${first} + m.n`)]
  const clerk = idSql('staff', `m.e * ${EACH.staff} + m.seq % 2`)
  const unit = idSql('unit', `m.e * ${EACH.units} + m.c % ${EACH.units}`)
  const customer = idSql('customer', `m.e * ${EACH.customers} + m.c`)
  const state = `case when m.open then (case m.h % 3 when 0 then 'ASSIGNED' when 1 then 'INVESTIGATING' else 'IN_TREATMENT' end)
    when m.h % 50 = 0 then 'NOT_COMPLAINT' when m.h % 50 = 1 then 'MERGED' else 'ARCHIVED' end`
  await client.query(`insert into matter (estate_id, id, number, kind, contact_type, channel, state, open, title, customer_said,
      customer_id, contact_phone, unit_id, line, owner_id, handler_id, closure_controller_id, collected_at, received_at, registered_at,
      result, satisfaction, closed_at, closed_by, updated_at, search)
    select ${estate}, ${id}, '20-' || lpad((m.seq + 1)::text, 6, '0'), 'complaint', 'complaint', ${oneOf(CHANNELS, 'm.h')}, ${state},
      m.open, t.title, t.said, ${customer}, '19900001000', ${unit}, ${oneOf(LINES, 'm.h')}, ${clerk}, ${clerk}, ${clerk}, m.at, m.at, m.at,
      case when not m.open then '已处理' end, case when m.open then null when m.h % 11 = 0 then 'neutral' else 'satisfied' end,
      case when not m.open then m.at + interval '3 days' end, case when not m.open then ${clerk} end, m.at, to_tsvector('simple', t.tokens)
    from t_complaint m join t_text t on t.nth = ${TEXT_OF} order by m.n`)
  await buildWords(client, 't_complaint', idSql('matter', `${first} + m.n`), 'true')
  await client.query(`insert into complaint_case (estate_id, matter_id, received_on, channel, building_id, touchpoint, category_initial,
      category_final, cause, factor, counted, reply_due_at, first_reply_at, major_at, hot_at, archived_at)
    select ${estate}, ${id}, (m.at at time zone 'Asia/Shanghai')::date, ${oneOf(CHANNELS, 'm.h')},
      u.building_id,
      'T' || lpad((m.h % 20 + 1)::text, 2, '0'), ${oneOf(CODES, 'm.h')}, case when not m.open then ${oneOf(CODES, 'm.h')} end,
      case when not m.open then '原因已查明并记录在案' end, case when not m.open then ${oneOf(FACTORS, 'm.h')} end,
      case when not m.open then true end, m.at + interval '9 hours', m.at + interval '1 hour' * (1 + m.h % 10),
      case when m.h % 200 = 7 then m.at end, case when m.h % 100 = 9 then m.at end, case when not m.open then m.at + interval '9 days' end
    from t_complaint m join unit u on u.estate_id = ${estate} and u.id = ${unit} order by m.n`)
  await client.query(`insert into complaint_contact (estate_id, id, matter_id, origin_id, at, channel, person_key, unit_id, customer_id, said)
    select ${estate}, ${idSql('contact', `${first} + m.n`)}, ${id}, ${id}, m.at, ${oneOf(CHANNELS, 'm.h')},
      'customer:' || ${customer}, ${unit}, ${customer}, '客户反映情况'
    from t_complaint m order by m.n`)
  await client.query('drop table t_complaint')
}

/** The few complaints among the matters of every company have their cases too, so that their pages open. */
export const buildCasesOfMatters = (client: pg.Client): Promise<unknown> =>
  client.query(`with c as (insert into complaint_case (estate_id, matter_id, received_on, channel)
      select estate_id, id, (received_at at time zone 'Asia/Shanghai')::date, channel from matter where kind = 'complaint')
    insert into complaint_contact (estate_id, id, matter_id, origin_id, at, channel, person_key, unit_id, customer_id, said)
    select estate_id, id, id, id, received_at, channel, 'customer:' || customer_id, unit_id, customer_id, customer_said
    from matter where kind = 'complaint'`)
