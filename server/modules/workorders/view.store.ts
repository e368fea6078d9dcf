import { sql } from 'kysely'
import type { Instant, Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { OrderListRow } from './list.store.ts'
import type { QuoteLine } from './order-move.ts'

type Named = { id: Uuid; name: string }
export type OrderParts = {
  quotes: {
    id: Uuid
    items: QuoteLine[]
    total_fen: number
    charge_to: string
    needs_approval: boolean
    note: string | null
    made_by: Named
    made_at: Instant
    approved_by: Named | null
    accepted_at: Instant | null
    accepted_who: string | null
    accepted_capacity: string | null
    accepted_how: string | null
    refused_at: Instant | null
    refused_reason: string | null
    voided_at: Instant | null
  }[]
  materials: {
    id: Uuid
    name: string
    qty: number
    unit: string
    unit_fen: number | null
    void_reason: string | null
  }[]
  signatures: {
    id: Uuid
    about: string
    signer: string
    capacity: string
    medium: string
    file_id: Uuid | null
    signed_at: Instant
  }[]
  entries: {
    id: Uuid
    at: Instant
    ground: string
    consent_by: string | null
    second_person: string | null
    approved_by: Named | null
    witness: string | null
  }[]
  files: { id: Uuid; purpose: string; name: string; mime: string; added_at: Instant }[]
  previous: { id: Uuid; number: string } | null
  cautions: string[]
}

const iso = (column: string) => sql.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`)
const person = (column: string) =>
  sql.raw(`(select json_build_object('id', s.id, 'name', s.name) from staff s where s.id = ${column})`)

/** All that hangs on an order, in one statement. */
export const readOrderParts = async (tx: Tx, w: OrderListRow): Promise<OrderParts> => {
  const { estate_id: e, id } = w
  const { rows } = await sql<OrderParts>`select
    coalesce((select json_agg(json_build_object('id', q.id, 'items', q.items, 'total_fen', q.total_fen, 'charge_to', q.charge_to,
      'needs_approval', q.needs_approval, 'note', q.note, 'made_by', ${person('q.made_by')}, 'made_at', ${iso('q.made_at')},
      'approved_by', ${person('q.approved_by')}, 'accepted_at', ${iso('q.accepted_at')}, 'accepted_who', q.accepted_who,
      'accepted_capacity', q.accepted_capacity, 'accepted_how', q.accepted_how, 'refused_at', ${iso('q.refused_at')},
      'refused_reason', q.refused_reason, 'voided_at', ${iso('q.voided_at')}) order by q.id desc)
      from order_quote q where q.estate_id = ${e} and q.order_id = ${id}), '[]') as quotes,
    coalesce((select json_agg(json_build_object('id', m.id, 'name', m.name, 'qty', m.qty, 'unit', m.unit, 'unit_fen', m.unit_fen,
      'void_reason', m.void_reason) order by m.id)
      from order_material m where m.estate_id = ${e} and m.order_id = ${id}), '[]') as materials,
    coalesce((select json_agg(json_build_object('id', s.id, 'about', s.about, 'signer', s.signer, 'capacity', s.capacity, 'medium', s.medium,
      'file_id', s.file_id, 'signed_at', ${iso('s.signed_at')}) order by s.id)
      from order_signature s where s.estate_id = ${e} and s.order_id = ${id}), '[]') as signatures,
    coalesce((select json_agg(json_build_object('id', n.id, 'at', ${iso('n.at')}, 'ground', n.ground, 'consent_by', n.consent_by,
      'second_person', n.second_person, 'approved_by', ${person('n.approved_by')}, 'witness', n.witness) order by n.id)
      from order_entry n where n.estate_id = ${e} and n.order_id = ${id}), '[]') as entries,
    coalesce((select json_agg(json_build_object('id', f.id, 'purpose', l.purpose, 'name', f.name, 'mime', f.mime, 'added_at', ${iso('l.added_at')}) order by l.added_at, f.id)
      from order_file l join file f on f.estate_id = l.estate_id and f.id = l.file_id where l.estate_id = ${e} and l.order_id = ${id}), '[]') as files,
    (select json_build_object('id', p.id, 'number', p.number) from work_order p where p.estate_id = ${e} and p.id = ${w.previous_id}::uuid) as previous,
    coalesce((select json_agg(k.text order by k.created_at) from caution k where k.estate_id = ${e} and k.ended_at is null and k.kind = 'safety'
      and (k.unit_id = ${w.unit_id}::uuid or k.customer_id = ${w.customer_id}::uuid)), '[]') as cautions`.execute(tx.db)
  const row = rows[0]
  if (!row) throw new Error('an order without parts')
  return row
}

export type Overlap = { id: Uuid; number: string; executor_id: Uuid; from: Instant; to: Instant }

/** Other open orders of these people whose appointments overlap the given time. */
export const overlapsOf = async (
  tx: Tx,
  estateId: Uuid,
  people: readonly Uuid[],
  time: { from: Instant; to: Instant },
  exceptOrder?: Uuid,
): Promise<Overlap[]> => {
  if (people.length === 0) return []
  const { rows } = await sql<Overlap>`
    select id, number, executor_id, appointment_from as from, appointment_to as to from work_order
    where estate_id = ${estateId} and executor_id = any(${[...people]}::uuid[]) and open and state <> 'DONE'
      and appointment_from < ${time.to} and appointment_to > ${time.from}
      and id is distinct from ${exceptOrder ?? null}::uuid
    order by appointment_from, id`.execute(tx.db)
  return rows
}
