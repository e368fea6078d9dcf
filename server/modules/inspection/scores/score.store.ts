import { type RawBuilder, sql } from 'kysely'
import type { LocalDate, Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'
import { closedOn, openOn } from '../findings/finding-list.store.ts'
import { trueEnd } from '../true-end.store.ts'

/** Looks of a month at one place; scores in hundredths of a point. */
export type PlaceMonth = {
  month: string
  touchpoint: string
  place_id: string
  looks: number
  mean: number | null
  latest: number | null
}
export type Span = { from: LocalDate; to: LocalDate }

/** Looks that count: nobody has voided them, and what a mystery visitor saw is released. The same for every reader. */
export const counted = (alias: string): RawBuilder<boolean> => {
  const column = (name: string) => sql.ref(`${alias}.${name}`)
  return sql<boolean>`(${column('voided_at')} is null and (${column('kind')} <> 'mystery' or ${column('released_at')} is not null))`
}
export const COUNTED = counted('i')
/** The last look is the one that ended last: ids are the phones' own and say nothing of the order. */
export const NEWEST_FIRST = sql`i.on_date desc, ${trueEnd('i')} desc, i.id desc`

/** `placeId`: only there. */
type LookSpan = Span & { placeId?: Uuid | undefined }
export const inSpan = (estateId: Uuid, { from, to, placeId }: LookSpan) =>
  sql`i.estate_id = ${estateId} and i.on_date >= ${from}::date and i.on_date <= ${to}::date
    ${placeId === undefined ? sql`` : sql`and i.place_id = ${placeId}::uuid`}`

/** Looks by month and place; a year of an estate is some thousand rows of one index. */
export const placeMonths = async (tx: Tx, estateId: Uuid, span: LookSpan): Promise<PlaceMonth[]> => {
  const { rows } = await sql<PlaceMonth>`
    select to_char(i.on_date, 'YYYY-MM') as month, i.touchpoint, i.place_id, count(*)::int as looks, avg(i.score)::float8 as mean,
      (array_agg(i.score order by ${NEWEST_FIRST}) filter (where i.score is not null))[1] as latest
    from inspection i where ${inSpan(estateId, span)} and ${COUNTED} group by 1, 2, 3`.execute(tx.db)
  return rows
}

/** The last day before this one on which somebody looked. */
export const lastLookBefore = async (tx: Tx, estateId: Uuid, day: LocalDate): Promise<LocalDate | null> => {
  const { rows } = await sql<{ on_date: LocalDate }>`
    select i.on_date from inspection i where i.estate_id = ${estateId} and i.on_date < ${day}::date and ${COUNTED}
    order by i.on_date desc, i.id desc limit 1`.execute(tx.db)
  return rows[0]?.on_date ?? null
}

export type PlaceState = {
  id: Uuid
  code: string
  name: string
  touchpoint: string
  last_seen_on: LocalDate | null
  open_findings: number
}
/** The places of an estate, when each was last seen up to a day, and what is open there. */
export const placeStates = async (
  tx: Tx,
  estateId: Uuid,
  until: LocalDate,
  only: { touchpoint?: string | undefined } = {},
): Promise<PlaceState[]> => {
  const { rows } = await sql<PlaceState>`
    select p.id, p.code, p.name, p.touchpoint,
      (select i.on_date from inspection i where i.estate_id = p.estate_id and i.place_id = p.id and i.on_date <= ${until}::date
        and ${COUNTED} order by i.on_date desc, i.id desc limit 1) as last_seen_on,
      (select count(*)::int from finding f where f.estate_id = p.estate_id and f.place_id = p.id and f.closed_at is null) as open_findings
    from place p where p.estate_id = ${estateId} and p.active
      ${only.touchpoint === undefined ? sql`` : sql`and p.touchpoint = ${only.touchpoint}`}
    order by p.touchpoint, p.sort, p.id`.execute(tx.db)
  return rows
}

export type FailedRow = { item_id: string; fails: number; places: number }
const MOST_ITEMS = 12
/** By which answer an item is at fault; items that are in neither list fail as usual. */
export type Unusual = { never: readonly string[]; byPassing: readonly string[] }
const faulty = ({ never, byPassing }: Unusual) => {
  const failed = sql`a.answer = 'fail' and a.item_id <> all(${[...never, ...byPassing]}::text[])`
  // without such an item the index on what failed is enough
  return byPassing.length === 0
    ? failed
    : sql`(${failed} or a.answer = 'pass' and a.item_id = any(${[...byPassing]}::text[]))`
}

/** What was at fault most often. */
export const failedItems = async (
  tx: Tx,
  estateId: Uuid,
  { from, to }: Span,
  unusual: Unusual,
): Promise<FailedRow[]> => {
  const { rows } = await sql<FailedRow>`
    select a.item_id, count(*)::int as fails, count(distinct a.place_id)::int as places
    from inspection_answer a join inspection i on i.estate_id = a.estate_id and i.id = a.inspection_id
    where a.estate_id = ${estateId} and a.on_date >= ${from}::date and a.on_date <= ${to}::date and ${faulty(unusual)} and a.apart is null
      and ${COUNTED}
    group by 1 order by 2 desc, 3 desc, 1 limit ${MOST_ITEMS}`.execute(tx.db)
  return rows
}

export type FindingCounts = {
  touchpoint: string
  found: number
  closed: number
  open: number
  overdue: number
  repeats: number
}
/** Findings found and closed in the span, and those open at its end (of them those overdue now), by touchpoint; what was none is not counted. */
export const findingCounts = async (tx: Tx, estateId: Uuid, { from, to }: Span): Promise<FindingCounts[]> => {
  const inDays = sql`f.found_on >= ${from}::date and f.found_on <= ${to}::date`
  const { rows } = await sql<FindingCounts>`
    select f.touchpoint, count(*) filter (where ${inDays})::int as found,
      count(*) filter (where ${closedOn(sql`f`)} between ${from}::date and ${to}::date)::int as closed,
      count(*) filter (where ${openOn(sql`f`, to)})::int as open,
      count(*) filter (where ${openOn(sql`f`, to)} and (m.overdue or coalesce(m.next_due_at < ${tx.now}::timestamptz, false)))::int as overdue,
      count(*) filter (where ${inDays} and f.repeat_of is not null)::int as repeats
    from finding f join matter m on m.estate_id = f.estate_id and m.id = f.matter_id
    where f.estate_id = ${estateId} and m.state <> 'REJECTED'
      and (f.closed_at is null or f.closed_at >= ${from}::date - interval '1 day' or ${inDays})
    group by 1`.execute(tx.db)
  return rows
}

export type VersionRow = {
  standard_id: Uuid
  standard_number: number
  standard_name: string
  variant_id: Uuid | null
  variant_number: number | null
  from_on: LocalDate
  to_on: LocalDate
  looks: number
  score: number | null
}
/** The versions that the looks of the span were held to, in the order of their use. */
export const versionsUsed = async (tx: Tx, estateId: Uuid, span: LookSpan): Promise<VersionRow[]> => {
  const { rows } = await sql<VersionRow>`
    select u.*, s.number as standard_number, s.name as standard_name, v.number as variant_number from (
      select i.standard_id, i.variant_id, min(i.on_date) as from_on, max(i.on_date) as to_on, count(*)::int as looks, avg(i.score)::float8 as score
      from inspection i where ${inSpan(estateId, span)} and ${COUNTED} group by 1, 2) u
    join standard_version s on s.id = u.standard_id
    left join estate_standard v on v.estate_id = ${estateId} and v.id = u.variant_id
    order by u.from_on, s.number, v.number nulls first`.execute(tx.db)
  return rows
}

export type AnswerRow = {
  inspection_id: Uuid
  place_id: Uuid
  touchpoint: string
  standard_id: Uuid
  variant_id: Uuid | null
  item_id: string
  answer: 'pass' | 'fail' | 'na'
}
/** Every answer of the span, those of the oldest look first; asked only when looks of different versions are put on one measure. */
export const answersOf = async (tx: Tx, estateId: Uuid, span: Span): Promise<AnswerRow[]> => {
  const { rows } = await sql<AnswerRow>`
    select a.inspection_id, i.place_id, i.touchpoint, i.standard_id, i.variant_id, a.item_id, a.answer
    from inspection i join inspection_answer a on a.estate_id = i.estate_id and a.inspection_id = i.id
    where ${inSpan(estateId, span)} and a.estate_id = ${estateId} and a.apart is null and ${COUNTED}
    order by i.on_date, ${trueEnd('i')}, i.id`.execute(tx.db)
  return rows
}

export const estateNameOf = async (tx: Tx, estateId: Uuid): Promise<string> =>
  (await tx.db.selectFrom('estate').select('name').where('estate_id', '=', estateId).executeTakeFirstOrThrow()).name
