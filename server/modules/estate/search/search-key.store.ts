import { sql } from 'kysely'
import type { Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'

export type SearchKind = 'customer' | 'unit' | 'vehicle' | 'matter' | 'order'
export type KeyRow = { subjectId: Uuid; key: string; weight: number; label?: string }

const CHUNK = 20_000

/** Puts the keys of these subjects anew: what is no longer among them is gone. No keys: the subject is found no more. */
export const replaceKeys = async (
  tx: Tx,
  estateId: Uuid,
  kind: SearchKind,
  subjectIds: readonly Uuid[],
  rows: readonly KeyRow[],
): Promise<void> => {
  if (subjectIds.length === 0) return
  await sql`delete from search_key where estate_id = ${estateId} and subject_id = any(${[...subjectIds]}::uuid[]) and kind = ${kind}`.execute(
    tx.db,
  )
  await addKeys(tx, estateId, kind, rows)
}

/** For subjects that had none before. */
export const addKeys = async (tx: Tx, estateId: Uuid, kind: SearchKind, rows: readonly KeyRow[]): Promise<void> => {
  // in the order of the indexes: neighbours land on one page
  const sorted = rows.length > 1_000 ? rows.toSorted((a, b) => (a.key < b.key ? -1 : 1)) : rows
  for (let at = 0; at < sorted.length; at += CHUNK) {
    const part = sorted.slice(at, at + CHUNK)
    await sql`
      insert into search_key (estate_id, key, kind, subject_id, weight, label)
      select ${estateId}::uuid, k, ${kind}, s, w, l from unnest(
        ${part.map((r) => r.key)}::text[], ${part.map((r) => r.subjectId)}::uuid[],
        ${part.map((r) => Math.min(r.weight, 30_000))}::smallint[], ${part.map((r) => r.label ?? null)}::text[]) as t(k, s, w, l)
      on conflict do nothing`.execute(tx.db)
  }
}

/** Names and present numbers of customers, for building their keys. */
export const searchableCustomers = async (
  tx: Tx,
  estateId: Uuid,
  ids: readonly Uuid[],
  today: string,
): Promise<{ id: Uuid; name: string; phones: string[] }[]> => {
  const { rows } = await sql<{ id: Uuid; name: string; phones: string[] }>`
    select c.id, c.name, coalesce((select array_agg(p.phone) from customer_phone p
      where p.estate_id = ${estateId} and p.customer_id = c.id and (p.until_date is null or p.until_date >= ${today}::date)), '{}') as phones
    from customer c where c.estate_id = ${estateId} and c.id = any(${[...ids]}::uuid[])`.execute(tx.db)
  return rows
}
