import { type RawBuilder, sql } from 'kysely'
import type { LocalDate, Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'

type Month = { before: LocalDate; from: LocalDate; to: LocalDate }

/** Of a month (`now`) or the one before it: the means over places by touchpoint, and how many looks they come from. */
export type EstateMeans = { estate_id: Uuid; now: boolean; scores: Record<string, number | null>; looks: number }
type Statement = RawBuilder<EstateMeans>

// one row for an estate and month: forty thousand small ones would take longer to read than to reckon
const byEstate = (places: RawBuilder<unknown>): Statement => sql<EstateMeans>`
  select t.estate_id, t.now, json_object_agg(t.touchpoint, t.score) as scores, sum(t.looks)::int as looks from (
    select p.estate_id, p.now, p.touchpoint, avg(p.score) as score, sum(p.looks) as looks from (${places}) p group by 1, 2, 3) t
  group by 1, 2`

const looksOf = (estates: readonly Uuid[], { before, to }: Month) => sql`
  from inspection i where i.on_date >= ${before}::date and i.on_date <= ${to}::date and i.voided_at is null
    and i.estate_id = any(${[...estates]}::uuid[])`

/**
 * By estate and touchpoint the mean over places of the mean of their looks, read from one index. The statement is made
 * apart from its running so that its plan can be looked at.
 */
export const meansSql = (estates: readonly Uuid[], month: Month): Statement =>
  byEstate(sql`
    select i.estate_id, i.touchpoint, i.place_id, i.on_date >= ${month.from}::date as now, count(*) as looks,
      sum(i.score)::float8 / nullif(count(i.score), 0) as score
    ${looksOf(estates, month)} group by 1, 2, 3, 4`)

/** The same for estates where the last look of a place is its score. */
export const latestSql = (estates: readonly Uuid[], month: Month): Statement =>
  byEstate(sql`
    select i.estate_id, i.touchpoint, i.place_id, i.on_date >= ${month.from}::date as now, count(*) as looks,
      (array_agg(i.score order by i.on_date desc, i.id desc) filter (where i.score is not null))[1]::float8 as score
    ${looksOf(estates, month)} group by 1, 2, 3, 4`)

export type EstateName = { estate_id: Uuid; code: string; name: string }
export const estateNames = async (tx: Tx, estates: readonly Uuid[]): Promise<EstateName[]> =>
  estates.length === 0
    ? []
    : tx.db
        .selectFrom('estate_directory')
        .select(['estate_id', 'code', 'name'])
        .where('estate_id', 'in', [...estates])
        .orderBy('code')
        .execute()

export type OwnValue = { estate_id: Uuid; key: string; value: unknown }
/** What the estates and their companies have set of these keys, the company's first. */
export const valuesOf = async (tx: Tx, estates: readonly Uuid[], keys: readonly string[]): Promise<OwnValue[]> => {
  const { rows } = await sql<OwnValue>`
    select d.estate_id, c.key, c.value from company_setting c join estate_directory d on d.company_id = c.company_id
      where d.estate_id = any(${[...estates]}::uuid[]) and c.key = any(${[...keys]}::text[])
    union all
    select estate_id, key, value from estate_setting where estate_id = any(${[...estates]}::uuid[]) and key = any(${[...keys]}::text[])`.execute(
    tx.db,
  )
  return rows
}
