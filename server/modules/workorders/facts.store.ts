import { sql } from 'kysely'
import type { EntryFact } from '#contract/kinds/order.ts'
import type { Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { FilePurpose, Quote } from './order-move.ts'

type OrderId = { estate_id: Uuid; id: Uuid }

type Facts = {
  quote: Quote | null
  files: { purpose: FilePurpose; since: boolean; n: number }[]
  signed: boolean
  grounds: EntryFact['ground'][]
  entered: boolean
  materials: Uuid[]
}

const instant = (column: string) => sql.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`)

/** Everything a guard may ask, in one statement. */
export const readFacts = async (
  tx: Tx,
  order: OrderId & { arrived_at: string | null; returned_at: string | null },
): Promise<Facts> => {
  const { estate_id: e, id } = order
  const { rows } = await sql<Facts>`select
    (select json_build_object('id', q.id, 'total_fen', q.total_fen, 'charge_to', q.charge_to, 'needs_approval', q.needs_approval,
        'approved_at', ${instant('q.approved_at')}, 'accepted_at', ${instant('q.accepted_at')}, 'refused_at', ${instant('q.refused_at')})
      from order_quote q where q.estate_id = ${e} and q.order_id = ${id} and q.voided_at is null order by q.id desc limit 1) as quote,
    coalesce((select json_agg(json_build_object('purpose', g.purpose, 'since', g.since, 'n', g.n)) from (
      select purpose, (${order.returned_at}::timestamptz is null or added_at > ${order.returned_at}::timestamptz) as since, count(*)::int as n
      from order_file where estate_id = ${e} and order_id = ${id} group by 1, 2) g), '[]') as files,
    exists (select 1 from order_signature s where s.estate_id = ${e} and s.order_id = ${id} and s.about = 'done'
      and (${order.returned_at}::timestamptz is null or s.recorded_at > ${order.returned_at}::timestamptz)) as signed,
    coalesce((select json_agg(distinct n.ground) from order_entry n where n.estate_id = ${e} and n.order_id = ${id}), '[]') as grounds,
    (${order.arrived_at}::timestamptz is not null and exists (
      select 1 from order_entry n where n.estate_id = ${e} and n.order_id = ${id} and n.at >= ${order.arrived_at}::timestamptz)) as entered,
    coalesce((select json_agg(m.id) from order_material m where m.estate_id = ${e} and m.order_id = ${id} and m.voided_at is null), '[]') as materials`.execute(
    tx.db,
  )
  const row = rows[0]
  if (!row) throw new Error('an order without facts')
  return row
}
