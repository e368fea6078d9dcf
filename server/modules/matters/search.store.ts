import { type RawBuilder, sql } from 'kysely'
import type { Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'
import { wordQuery } from '#platform/search/scoped-words.ts'

/** What more matters of an estate hold is met often enough on the way through any list of them. */
const MOST_FOUND = 500

/** Words or a number, as a condition on `matter m` of this estate. `most` changes the way and never what is found. */
export const searching = async (tx: Tx, estateId: Uuid, q: string, most = MOST_FOUND): Promise<RawBuilder<unknown>> => {
  if (/^\d{2}-?\d+$/.test(q)) return sql`m.number like ${`${q.slice(0, 2)}-%${q.replace('-', '').slice(2)}`}`
  const query = wordQuery(q, [`estate ${estateId}`])
  if (query === null) return sql`false`
  const { rows } = await sql<{
    id: Uuid
  }>`select f.matter_id as id from matters_with_words(${query}, ${most + 1}::int) f
    where f.estate_id = ${estateId}`.execute(tx.db)
  if (rows.length > most) return sql`m.search @@ ${wordQuery(q, [null])}::tsquery`
  return sql`m.id = any(${rows.map((r) => r.id)}::uuid[])`
}
