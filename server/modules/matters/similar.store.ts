import { sql } from 'kysely'
import type { findSimilar } from '#contract/matters.ts'
import type { QueryOf } from '#contract/route.ts'
import type { Uuid } from '#contract/values.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { tokensOf } from '#platform/search/tokens.ts'
import { LINE_COLUMNS, LINE_JOINS, type MatterListRow } from './list.store.ts'
import { seeMatters } from './matter.policy.ts'

/** Matters that may be the same: open ones of the same room or customer first, then those that share most words. */
export const similarMatters = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  query: QueryOf<typeof findSimilar>,
): Promise<MatterListRow[]> => {
  const words = query.text
    ? tokensOf(query.text)
        .split(' ')
        .filter((w) => [...w].length > 1)
        .slice(0, 12)
    : []
  if (!query.unitId && !query.customerId && words.length === 0) return []
  const ts = words.map((w) => `'${w.replaceAll(/['\\]/g, '')}'`).join(' | ')
  const same = sql`(m.unit_id = ${query.unitId ?? null}::uuid or m.customer_id = ${query.customerId ?? null}::uuid)`
  const alike = ts ? sql`m.search @@ to_tsquery('simple', ${ts})` : sql`false`
  const { rows } = await sql<MatterListRow>`
    select ${LINE_COLUMNS} from matter m ${LINE_JOINS}
    where m.estate_id = ${estateId} and ${seeMatters(actor, estateId)} and m.open and (coalesce(${same}, false) or ${alike})
    order by coalesce(${same}, false) desc, ${ts ? sql`ts_rank(m.search, to_tsquery('simple', ${ts})) desc,` : sql``} m.received_at desc
    limit 8`.execute(tx.db)
  return rows
}
