import { type RawBuilder, sql } from 'kysely'
import type { LocalDate, Uuid } from '#contract/values.ts'
import { monthsSql } from '#platform/db/month-sums.ts'
import type { Tx } from '#platform/db/tx.ts'
import { LOOK_MONTHS } from './look-months.store.ts'

/** Of a month (`now`) or the one before it: the means over places by touchpoint, and how many looks they come from. */
export type EstateMeans = { estate_id: Uuid; now: boolean; scores: Record<string, number | null>; looks: number }

/**
 * Both months of these estates, exact at any moment; `latest`: those of them where the last look of a place is its score. The
 * statement is made apart from its running so that its plan can be looked at.
 */
export const meansSql = (
  estates: readonly Uuid[],
  latest: readonly Uuid[],
  { before, from }: { before: LocalDate; from: LocalDate },
): RawBuilder<EstateMeans> => sql<EstateMeans>`
  with k as (${monthsSql(LOOK_MONTHS, estates, before, from)})
  select k.estate_id, k.month = ${from}::date as now, k.looks,
    case when k.estate_id = any(${[...latest]}::uuid[]) then k.latest else k.mean end as scores
  from k where k.looks > 0`

/** The last day after `before` and up to `to` on which another version of the company's standard or of the estate's own came into force. */
export const newStandards = async (
  tx: Tx,
  estates: readonly Uuid[],
  { before, to }: { before: LocalDate; to: LocalDate },
): Promise<ReadonlyMap<Uuid, LocalDate>> => {
  const { rows } = await sql<{ estate_id: Uuid; on_date: LocalDate }>`
    select d.estate_id, max(v.effective_from) as on_date
    from estate_directory d join (
      select company_id, null::uuid as estate_id, effective_from from standard_version where state = 'published'
      union all
      select null, estate_id, effective_from from estate_standard
      where estate_id = any(${[...estates]}::uuid[]) and state = 'published'
    ) v on v.company_id = d.company_id or v.estate_id = d.estate_id
    where d.estate_id = any(${[...estates]}::uuid[]) and v.effective_from > ${before} and v.effective_from <= ${to}
    group by d.estate_id`.execute(tx.db)
  return new Map(rows.map((r) => [r.estate_id, r.on_date]))
}

export type EstateName = { estate_id: Uuid; code: string; name: string }
export const estateNames = async (tx: Tx, estates: readonly Uuid[]): Promise<EstateName[]> => {
  const { rows } = await sql<EstateName>`
    select estate_id, code, name from estate_directory where estate_id = any(${[...estates]}::uuid[]) order by code`.execute(
    tx.db,
  )
  return rows
}
