import { sql } from 'kysely'
import type { EntryFact, MaterialItem, SignatureFact } from '#contract/kinds/order.ts'
import type { Instant, Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'
import { newId } from '#platform/ids.ts'
import type { FilePurpose, OrderRecords, Quote } from './order-move.ts'

type OrderId = { estate_id: Uuid; id: Uuid }
type NewQuote = NonNullable<OrderRecords['quote']>

/** A new offer; the one before it no longer stands. */
export const insertQuote = async (tx: Tx, order: OrderId, by: Uuid, quote: NewQuote): Promise<void> => {
  await voidQuotes(tx, order)
  await tx.db
    .insertInto('order_quote')
    .values({
      estate_id: order.estate_id,
      id: newId(),
      order_id: order.id,
      items: JSON.stringify(quote.items),
      total_fen: quote.totalFen,
      charge_to: quote.chargeTo,
      needs_approval: quote.needsApproval,
      note: quote.note ?? null,
      made_by: by,
      made_at: tx.now,
    })
    .execute()
}

export const voidQuotes = async (tx: Tx, order: OrderId): Promise<void> => {
  await sql`update order_quote set voided_at = ${tx.now}
    where estate_id = ${order.estate_id} and order_id = ${order.id} and voided_at is null`.execute(tx.db)
}

/** What happened to the offer that stands. */
export const changeQuote = async (
  tx: Tx,
  order: OrderId,
  patch: Partial<Omit<Quote, 'estate_id' | 'id' | 'order_id' | 'items'>>,
): Promise<void> => {
  await tx.db
    .updateTable('order_quote')
    .set(patch)
    .where('estate_id', '=', order.estate_id)
    .where('order_id', '=', order.id)
    .where('voided_at', 'is', null)
    .execute()
}

export const insertMaterials = async (
  tx: Tx,
  order: OrderId,
  by: Uuid,
  items: readonly MaterialItem[],
): Promise<void> => {
  if (items.length === 0) return
  await tx.db
    .insertInto('order_material')
    .values(
      items.map((m) => ({
        estate_id: order.estate_id,
        id: newId(),
        order_id: order.id,
        name: m.name,
        qty: m.qty,
        unit: m.unit,
        unit_fen: m.unitFen ?? null,
        added_by: by,
        added_at: tx.now,
      })),
    )
    .execute()
}

export const voidMaterial = async (
  tx: Tx,
  order: OrderId,
  by: Uuid,
  { id, reason }: { id: Uuid; reason: string },
): Promise<void> => {
  await sql`update order_material set voided_by = ${by}, voided_at = ${tx.now}, void_reason = ${reason}
    where estate_id = ${order.estate_id} and order_id = ${order.id} and id = ${id} and voided_at is null`.execute(tx.db)
}

export const insertSignature = async (
  tx: Tx,
  order: OrderId,
  by: Uuid,
  { about, fact, signedAt }: { about: 'price' | 'done'; fact: SignatureFact; signedAt: Instant },
): Promise<void> => {
  await tx.db
    .insertInto('order_signature')
    .values({
      estate_id: order.estate_id,
      id: newId(),
      order_id: order.id,
      about,
      signer: fact.signer,
      capacity: fact.capacity,
      medium: fact.medium,
      file_id: fact.fileId ?? null,
      signed_at: signedAt,
      recorded_by: by,
      recorded_at: tx.now,
    })
    .execute()
}

export const insertEntry = async (tx: Tx, order: OrderId, by: Uuid, entry: EntryFact): Promise<void> => {
  await tx.db
    .insertInto('order_entry')
    .values({
      estate_id: order.estate_id,
      id: newId(),
      order_id: order.id,
      at: tx.now,
      ground: entry.ground,
      consent_by: entry.consentBy ?? null,
      badge_shown: entry.badgeShown,
      shoe_covers: entry.shoeCovers,
      second_person: entry.secondPerson ?? null,
      approved_by: entry.approvedById ?? null,
      witness: entry.witness ?? null,
      recorded_by: by,
    })
    .execute()
}

export const insertFiles = async (
  tx: Tx,
  order: OrderId,
  by: Uuid,
  files: readonly { fileId: Uuid; purpose: FilePurpose }[],
): Promise<void> => {
  if (files.length === 0) return
  await tx.db
    .insertInto('order_file')
    .values(
      files.map((f) => ({
        estate_id: order.estate_id,
        order_id: order.id,
        file_id: f.fileId,
        purpose: f.purpose,
        added_by: by,
        added_at: tx.now,
      })),
    )
    .onConflict((c) => c.doNothing())
    .execute()
}

export type FileFacts = { id: Uuid; mime: string; uploaded_by: Uuid; matter_id: Uuid | null; other_order: boolean }

/** What there is to know about files before they are put to an order. */
export const filesOf = async (tx: Tx, order: OrderId, ids: readonly Uuid[]): Promise<ReadonlyMap<Uuid, FileFacts>> => {
  const { rows } = await sql<FileFacts>`
    select f.id, f.mime, f.uploaded_by, f.matter_id,
      exists (select 1 from order_file l where l.estate_id = f.estate_id and l.file_id = f.id and l.order_id <> ${order.id}) as other_order
    from file f where f.estate_id = ${order.estate_id} and f.id = any(${[...ids]}::uuid[])`.execute(tx.db)
  return new Map(rows.map((f) => [f.id, f]))
}

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
