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
