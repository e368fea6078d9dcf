import { type RawBuilder, sql } from 'kysely'
import { ANNOYANCES } from '#content/annoyances.ts'
import type { Pester } from '#contract/complaint-list.ts'
import type { LocalDate, Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'
import { COUNTED } from './case-facts.store.ts'

const saysOne = (terms: RawBuilder<unknown>) =>
  sql<boolean>`exists (select 1 from unnest(${terms}) t(term) where strpos(coalesce(m.customer_said, ''), t.term) > 0)`

/** quality-model.md 8.4: what the customer said calls this service too much or a nuisance. */
export const saysPestered = (by: Pester): RawBuilder<boolean> =>
  saysOne(sql`${[...(ANNOYANCES.find((a) => a.key === by)?.terms ?? [])]}::text[]`)

/** How many complaints that count say so, of each of them; both days are included. */
export const pesteredBy = async (
  tx: Tx,
  estateId: Uuid,
  { from, to }: { from: LocalDate; to: LocalDate },
): Promise<ReadonlyMap<Pester, number>> => {
  const counts = sql.join(
    ANNOYANCES.map(({ key }) => sql`count(*) filter (where ${saysPestered(key)})::int as ${sql.ref(key)}`),
  )
  const { rows } = await sql<Record<Pester, number>>`select ${counts}
    from complaint_case cc join matter m on m.estate_id = cc.estate_id and m.id = cc.matter_id
    where cc.estate_id = ${estateId} and cc.received_on >= ${from}::date and cc.received_on <= ${to}::date and ${COUNTED}`.execute(
    tx.db,
  )
  return new Map(ANNOYANCES.map(({ key }) => [key, rows[0]?.[key] ?? 0]))
}
