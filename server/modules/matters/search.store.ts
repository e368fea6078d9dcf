import { type RawBuilder, sql } from 'kysely'
import type { Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'
import { wordQuery } from '#platform/search/scoped-words.ts'

/** What more matters of an estate hold is met often enough on the way through any list of them. */
const MOST_FOUND = 500

/** What words or a number find: the matters themselves, or a condition on `matter m` where they are too many. */
type Found = { ids: Uuid[] } | { condition: RawBuilder<unknown> }

/** Words or a number in this estate. `most` changes the way and never what is found. */
export const findMatters = async (tx: Tx, estateId: Uuid, q: string, most: number): Promise<Found> => {
  if (/^\d{2}-?\d+$/.test(q))
    return { condition: sql`m.number like ${`${q.slice(0, 2)}-%${q.replace('-', '').slice(2)}`}` }
  const query = wordQuery(q, `estate ${estateId}`)
  if (query === null) return { ids: [] }
  const { rows } = await sql<{
    id: Uuid
  }>`select f.matter_id as id from matters_with_words(${query}, ${most + 1}::int) f
    where f.estate_id = ${estateId}`.execute(tx.db)
  // the planner takes words that many have for rare ones; so put, it expects to meet them on the way through the newest
  if (rows.length > most) return { condition: sql`coalesce(m.search @@ ${wordQuery(q, null)}::tsquery, false)` }
  return { ids: rows.map((r) => r.id) }
}

/** The same as a condition on `matter m` in every case. */
export const searching = async (tx: Tx, estateId: Uuid, q: string, most = MOST_FOUND): Promise<RawBuilder<unknown>> => {
  const found = await findMatters(tx, estateId, q, most)
  return 'ids' in found ? sql`m.id = any(${found.ids}::uuid[])` : found.condition
}
