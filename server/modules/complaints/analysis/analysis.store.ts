import { sql } from 'kysely'
import type { Instant, LocalDate, Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'
import {
  CLOSE_TIME,
  COUNTED,
  lateReply,
  OURS,
  openAge,
  promiseBroken,
  RECATEGORISED,
  REPEAT_OF,
  REPLY_CLASS,
  REPLY_TIME,
  replyDecided,
} from '../case-facts.store.ts'

export type Which = 'now' | 'before'
/** `before` up to the day before `from`, then the period itself; one stretch of days on one index. */
export type Asked = {
  estateId: Uuid
  before: LocalDate
  from: LocalDate
  to: LocalDate
  now: Instant
  today: LocalDate
  timeZone: string
  closeWithinDays: number
}

/** Sums over the counted cases that share a value; `key` null: those that have none. */
export type GroupRow = { p: Which; dim: string; key: string | null } & Sums
export type Sums = Record<
  | 'count'
  | 'persons'
  | 'times'
  | 'open'
  | 'late'
  | 'decided'
  | 'not_satisfied'
  | 'unclassified'
  | 'unverified'
  | 'closed'
  | 'in_time'
  | 'young'
  | 'ever_closed'
  | 'reopened'
  | 'repeat_of'
  | 'repeated'
  | 'major'
  | 'hot'
  | 'escalated'
  | 'unreasonable'
  | 'recategorised'
  | 'recategorised_closed'
  | 'staff_items'
  | 'staff_late',
  number
>

const periodOf = ({ from }: Asked) => sql`case when cc.received_on >= ${from}::date then 'now' else 'before' end`
const casesOf = ({ estateId, before, to }: Asked) => sql`
  complaint_case cc join matter m on m.estate_id = cc.estate_id and m.id = cc.matter_id
  where cc.estate_id = ${estateId} and m.estate_id = ${estateId} and cc.received_on >= ${before}::date and cc.received_on <= ${to}::date`

/** Every count of both periods in one reading of their cases (CP-121 to CP-126). */
export const groupsOf = async (tx: Tx, asked: Asked): Promise<GroupRow[]> => {
  const days = asked.closeWithinDays
  const { rows } = await sql<GroupRow>`
    with k as materialized (
      select ${periodOf(asked)} as p, ${COUNTED} as counted, cc.counted is null as unverified, cc.category_final as code, cc.category_final is null as unclassified,
        m.line, cc.building_id::text as building, cc.factor, cc.factor_sub, cc.secondary_factors, cc.touchpoint, cc.channel, cc.persons, cc.times,
        m.open, coalesce(${lateReply(asked.now)}, false) as late, coalesce(${replyDecided(asked.now)}, false) as decided,
        ${OURS} as ours, ${REPLY_CLASS} as class, ${REPLY_TIME} as reply, ${CLOSE_TIME} as closing, ${openAge(asked.today)} as age,
        coalesce(m.satisfaction, 'none') as satisfaction, m.closed_at <= m.received_at + make_interval(days => ${days}::int) as in_time,
        m.received_at + make_interval(days => ${days}::int) > ${asked.now}::timestamptz as young,
        cc.major_at is not null as major, cc.hot_at is not null as hot, cc.escalated_at is not null as escalated,
        m.flags @> '{unreasonable}' as unreasonable, ${RECATEGORISED} as recategorised, m.reopened_count > 0 as reopened, ${REPEAT_OF} as repeat_of,
        (cc.channel = 'on_site' or m.co_owner_id is not null or m.flags @> '{lateReport}') as staff_item, m.flags @> '{lateReport}' as staff_late
      from ${casesOf(asked)})
    select k.p, d.dim, d.key, count(*)::int as count, sum(k.persons)::int as persons, sum(k.times)::int as times,
      count(*) filter (where k.open)::int as open, count(*) filter (where k.late)::int as late, count(*) filter (where k.decided)::int as decided,
      count(*) filter (where k.satisfaction = 'notSatisfied')::int as not_satisfied, count(*) filter (where k.unclassified)::int as unclassified,
      count(*) filter (where k.unverified)::int as unverified, count(*) filter (where not k.open)::int as closed,
      count(*) filter (where not k.open and k.in_time)::int as in_time, count(*) filter (where k.open and k.young)::int as young,
      count(*) filter (where not k.open or k.reopened)::int as ever_closed, count(*) filter (where k.reopened)::int as reopened,
      count(*) filter (where k.repeat_of)::int as repeat_of, count(*) filter (where k.reopened or k.repeat_of)::int as repeated,
      count(*) filter (where k.major)::int as major, count(*) filter (where k.hot)::int as hot, count(*) filter (where k.escalated)::int as escalated,
      count(*) filter (where k.unreasonable)::int as unreasonable, count(*) filter (where k.recategorised)::int as recategorised,
      count(*) filter (where k.recategorised and not k.open)::int as recategorised_closed,
      count(*) filter (where k.staff_item)::int as staff_items, count(*) filter (where k.staff_late)::int as staff_late
    from k cross join lateral (
      values ('total', null), ('category', left(k.code, 2)), ('code', k.code), ('line', k.line), ('building', k.building), ('factor', k.factor),
        ('factorSub', k.factor_sub), ('touchpoint', k.touchpoint), ('channel', k.channel), ('class', k.class), ('reply', k.reply),
        ('closing', k.closing), ('age', k.age), ('satisfaction', k.satisfaction), ('ours', k.ours)
      union all select 'secondary', f from unnest(k.secondary_factors) f) d(dim, key)
    where k.counted group by k.p, d.dim, d.key
    union all
    select k.p, 'notCounted', null, count(*)::int, ${sql.join(Array.from({ length: 23 }, () => sql`0`))} from k where not k.counted group by k.p`.execute(
    tx.db,
  )
  return rows
}

export type SpreadRow = { p: Which; reply: (number | null)[] | null; closing: (number | null)[] | null }
/** Median and ninetieth percentile, in hours. */
export const spreadsOf = async (tx: Tx, asked: Asked): Promise<SpreadRow[]> => {
  const hours = (span: ReturnType<typeof sql>) =>
    sql`percentile_cont(array[0.5, 0.9]) within group (order by extract(epoch from ${span}) / 3600.0)`
  const { rows } = await sql<SpreadRow>`
    select ${periodOf(asked)} as p, ${hours(sql`cc.first_reply_at - m.received_at`)} as reply, ${hours(sql`m.closed_at - m.received_at`)} as closing
    from ${casesOf(asked)} and ${COUNTED} group by 1`.execute(tx.db)
  return rows
}

/** CP-132: counted complaints of each line on these days. */
export const lineCountsOf = async (
  tx: Tx,
  estateId: Uuid,
  { from, to }: { from: LocalDate; to: LocalDate },
): Promise<ReadonlyMap<string | null, number>> => {
  const { rows } = await sql<{ line: string | null; count: number }>`
    select m.line, count(*)::int as count from complaint_case cc join matter m on m.estate_id = cc.estate_id and m.id = cc.matter_id
    where cc.estate_id = ${estateId} and m.estate_id = ${estateId} and cc.received_on >= ${from}::date and cc.received_on <= ${to}::date and ${COUNTED}
    group by m.line`.execute(tx.db)
  return new Map(rows.map(({ line, count }) => [line, count]))
}

/** The day of the first complaint on record; what lies before it says nothing about what is usual. */
export const firstDayOf = async (tx: Tx, estateId: Uuid): Promise<LocalDate | null> => {
  const { rows } = await sql<{
    day: LocalDate | null
  }>`select min(received_on) as day from complaint_case where estate_id = ${estateId}`.execute(tx.db)
  return rows[0]?.day ?? null
}

export type SaidRow = { p: Which; what: 'promise' | 'brokenCases' | 'callback'; key: string; count: number }
/** Promises by how they ended, cases with a broken one, and what customers said at callbacks, each voice by itself (K4, K6). */
export const saidOf = async (tx: Tx, asked: Asked): Promise<SaidRow[]> => {
  const broken = promiseBroken(asked.now)
  const { rows } = await sql<SaidRow>`
    with k as materialized (select ${periodOf(asked)} as p, cc.matter_id as id from ${casesOf(asked)} and ${COUNTED})
    select k.p, 'promise' as what, case when ${broken} then 'broken' when p.met_at is not null then 'kept' when p.ended_at is null then 'waiting' else 'stopped' end as key, count(*)::int as count
      from k join clock p on p.estate_id = ${asked.estateId} and p.matter_id = k.id and p.name like 'promise%' group by 1, 3
    union all
    select k.p, 'brokenCases', '', count(distinct k.id)::int
      from k join clock p on p.estate_id = ${asked.estateId} and p.matter_id = k.id and p.name like 'promise%' and ${broken} group by 1
    union all
    select k.p, 'callback', a.satisfaction, count(*)::int
      from k join callback_attempt a on a.estate_id = ${asked.estateId} and a.matter_id = k.id and a.satisfaction is not null group by 1, 3
    union all
    select k.p, 'callback', v.answer, count(*)::int
      from k join complaint_contact v on v.estate_id = ${asked.estateId} and v.matter_id = k.id and v.answer in ('satisfied', 'neutral', 'notSatisfied') group by 1, 3`.execute(
    tx.db,
  )
  return rows
}

export type TrendRow = Pick<Sums, 'count' | 'persons' | 'times' | 'major' | 'hot' | 'late' | 'closed'> & {
  months: 'statistical' | 'calendar'
  /** From 1, oldest first. */
  place: number
  category: string | null
}
/** Both rows of months by category; `starts` are their first days, `to` the last day of the last one. */
export const trendOf = async (
  tx: Tx,
  { estateId, now }: Asked,
  trends: Record<TrendRow['months'], { starts: readonly LocalDate[]; to: LocalDate }>,
): Promise<TrendRow[]> => {
  const { statistical, calendar } = trends
  const firstOf = ({ starts, to }: typeof calendar) => starts[0] ?? to
  const from = [firstOf(statistical), firstOf(calendar)].sort()[0]
  const to = [statistical.to, calendar.to].sort()[1]
  const arm = (months: TrendRow['months']) => {
    const { starts, to: last } = trends[months]
    return sql`select ${months}::text as months, width_bucket(k.received_on, ${[...starts]}::date[])::int as place, k.category,
        count(*)::int as count, sum(k.persons)::int as persons, sum(k.times)::int as times, count(*) filter (where k.major)::int as major,
        count(*) filter (where k.hot)::int as hot, count(*) filter (where k.late)::int as late, count(*) filter (where not k.open)::int as closed
      from k where k.received_on >= ${firstOf(trends[months])}::date and k.received_on <= ${last}::date group by 2, 3`
  }
  // the cases of both rows are the same but for some days: they are read once
  const { rows } = await sql<TrendRow>`
    with k as materialized (
      select cc.received_on, left(cc.category_final, 2) as category, cc.persons, cc.times, cc.major_at is not null as major, cc.hot_at is not null as hot,
        ${lateReply(now)} as late, m.open
      from complaint_case cc join matter m on m.estate_id = cc.estate_id and m.id = cc.matter_id
      where cc.estate_id = ${estateId} and m.estate_id = ${estateId} and cc.received_on >= ${from}::date and cc.received_on <= ${to}::date and ${COUNTED})
    ${arm('statistical')} union all ${arm('calendar')}`.execute(tx.db)
  return rows
}
