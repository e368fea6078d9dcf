import { type RawBuilder, sql } from 'kysely'
import type { LocalDate, Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'

type Month = { before: LocalDate; from: LocalDate; to: LocalDate }

export type TouchpointMean = { estate_id: Uuid; touchpoint: string; now: boolean; score: number | null; looks: number }
/**
 * The mean over places of their means, by estate and touchpoint, of a month and the one before it; read from one index.
 * The statement is made apart from its running so that its plan can be looked at.
 */
export const meansSql = (
  estates: readonly Uuid[],
  { before, from, to }: Month,
): RawBuilder<TouchpointMean> => sql<TouchpointMean>`
  select p.estate_id, p.touchpoint, p.now, avg(p.score)::float8 as score, sum(p.looks)::int as looks from (
    select i.estate_id, i.touchpoint, i.place_id, i.on_date >= ${from}::date as now, avg(i.score) as score, count(*) as looks
    from inspection i where i.on_date >= ${before}::date and i.on_date <= ${to}::date and i.voided_at is null
      and i.estate_id = any(${[...estates]}::uuid[]) group by 1, 2, 3, 4) p
  group by 1, 2, 3`

/** The same for estates where the last look of a place is its score. */
export const latestSql = (
  estates: readonly Uuid[],
  { before, from, to }: Month,
): RawBuilder<TouchpointMean> => sql<TouchpointMean>`
  select p.estate_id, p.touchpoint, p.now, avg(p.score)::float8 as score, sum(p.looks)::int as looks from (
    select i.estate_id, i.touchpoint, i.place_id, i.on_date >= ${from}::date as now, count(*) as looks,
      (array_agg(i.score order by i.on_date desc, i.id desc) filter (where i.score is not null))[1] as score
    from inspection i where i.on_date >= ${before}::date and i.on_date <= ${to}::date and i.voided_at is null
      and i.estate_id = any(${[...estates]}::uuid[]) group by 1, 2, 3, 4) p
  group by 1, 2, 3`

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
