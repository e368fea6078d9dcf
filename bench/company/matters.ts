import type pg from 'pg'
import { idSql } from './ids.ts'
import { EACH, LARGE_EVERY, OPEN } from './size.ts'
import { buildWords, TEXT_OF } from './words.ts'

/** Matters come in by time, not by estate: the n-th belongs to estate n mod estates and is its seq-th. */
const MATTERS = (estates: number): string => `
  select x.*, x.seq >= ${EACH.matters} - case when x.e % ${LARGE_EVERY} = 0 then ${OPEN.large} else ${OPEN.small} end as open,
    case when h < 5 then 'service' when h < 7 then 'complaint' else 'info' end as kind,
    now() - (${EACH.matters} - x.seq) * interval '16 hours' + x.e * interval '1 second' as at
  from (select n, n % ${estates} as e, n / ${estates} as seq, (n / ${estates} * 31 + n % ${estates}) % 10 as h
    from generate_series(0::bigint, ${estates * EACH.matters - 1}) n) x`

const CLERK = idSql('staff', `m.e * ${EACH.staff} + m.seq % 2`)
const CUSTOMER = `(m.seq * 7 % ${EACH.customers})`

export const buildMatters = async (client: pg.Client, estates: number): Promise<void> => {
  await client.query(`create temp table t_matter as ${MATTERS(estates)}`)
  await client.query('analyze t_matter')
  const year = `to_char(now() at time zone 'Asia/Shanghai', 'YY')`
  await client.query(`insert into matter (estate_id, id, number, kind, contact_type, channel, state, open, title, customer_said,
      customer_id, contact_phone, unit_id, line, owner_id, handler_id, closure_controller_id, collected_at, received_at, registered_at,
      result, satisfaction, closed_at, closed_by, updated_at, search)
    select ${idSql('estate', 'm.e')}, ${idSql('matter', 'm.n')}, ${year} || '-' || lpad((m.seq + 1)::text, 6, '0'), m.kind,
      case m.kind when 'info' then 'enquiry' else m.kind end, 'phone',
      case when not m.open then case m.kind when 'complaint' then 'NOT_COMPLAINT' else 'CLOSED' end
        when m.kind = 'info' then 'LOGGED' else 'RECEIVED' end,
      m.open, t.title, t.said, ${idSql('customer', `m.e * ${EACH.customers} + ${CUSTOMER}`)}, '19900001000',
      ${idSql('unit', `m.e * ${EACH.units} + ${CUSTOMER} % ${EACH.units}`)}, case m.kind when 'service' then 'repair' end,
      ${CLERK}, ${CLERK}, ${CLERK}, m.at, m.at, m.at,
      case when not m.open then '已处理' end, case when not m.open then 'satisfied' end,
      case when not m.open then m.at + interval '2 days' end, case when not m.open then ${CLERK} end, m.at, to_tsvector('simple', t.tokens)
    from t_matter m join t_text t on t.nth = ${TEXT_OF} order by m.n`)
  await buildWords(client, 't_matter', idSql('matter', 'm.n'), `m.kind = 'complaint'`)
  await client.query(`insert into counter (estate_id, series, last)
    select ${idSql('estate', 'e')}, 'matter-' || ${year}, ${EACH.matters} from generate_series(0, ${estates - 1}) e`)
  await buildTimeline(client, estates)
  await client.query(`insert into clock (estate_id, id, matter_id, name, rule, span, started_at, due_at, state, met_at, ended_at)
    select ${idSql('estate', 'm.e')}, ${idSql('clock', 'm.n')}, ${idSql('matter', 'm.n')},
      case m.kind when 'service' then 'service.ask' when 'complaint' then 'complaint.reply' else 'info.answer' end, 'OS-044',
      '{"kind":"workingDays","n":3}', m.at, m.at + interval '3 days', case when m.open then 'running' else 'met' end,
      case when not m.open then m.at + interval '1 day' end, case when not m.open then m.at + interval '1 day' end
    from t_matter m order by m.n`)
  await client.query(`insert into matter_duty (estate_id, matter_id, duty, done_at, done_by)
    select ${idSql('estate', 'm.e')}, ${idSql('matter', 'm.n')}, duty, m.at + interval '1 day', ${CLERK}
    from t_matter m, unnest(array['organise', 'callback']) duty where not m.open and m.kind = 'service'`)
}

const ENTRY = `insert into timeline (estate_id, id, matter_id, at, type, verb, from_state, to_state, actor_id, actor_name, actor_role, text, data)`

const buildTimeline = async (client: pg.Client, estates: number) => {
  const head = `${idSql('estate', 'm.e')}, ${idSql('timeline', 'm.n * 256 + k')}, ${idSql('matter', 'm.n')}, m.at + k * interval '20 minutes'`
  await client.query(`${ENTRY} select ${head}, case k when 0 then 'registered' else 'move' end, case k when 0 then null when 1 then 'note' else 'close' end,
      case when k > 0 then 'RECEIVED' end, case when k = 0 then 'RECEIVED' when k = 1 then 'RECEIVED' else 'CLOSED' end,
      ${CLERK}, '员工' || m.e, 'frontDeskClerk', case when k = 1 then '已联系客户,约定上门时间' end, '{"channel":"phone"}'
    from t_matter m, generate_series(0, 2) k where k < 2 or not m.open order by m.n, k`)
  await client.query(`${ENTRY} select ${head}, 'move', 'note', 'RECEIVED', 'RECEIVED', ${CLERK}, '员工' || m.e, 'frontDeskClerk',
      '第' || k || '次跟进:客户要求尽快处理,已转告维修班长,答复今天下午安排', '{"input":{"note":"跟进"}}'
    from t_matter m, generate_series(2, ${EACH.longTimeline - 1}) k where m.n >= ${estates * (EACH.matters - 1)} order by m.n, k`)
}

/** A matter is found by its number. */
export const buildMatterKeys = (client: pg.Client) =>
  client.query(`insert into search_key (estate_id, kind, subject_id, key, weight, label)
    select m.estate_id, 'matter', m.id, k.key, 0, m.number || ' ' || m.title
    from matter m, lateral (values ('m:' || m.number), ('k:' || split_part(m.number, '-', 2)::int)) k(key)`)
