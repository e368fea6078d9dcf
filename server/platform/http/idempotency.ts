import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { type Refusal, refuse } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'
import type { Tx } from '../db/tx.ts'

export type KeptAnswer = { status: number; answer: unknown }
export type Idempotent = { estateId: Uuid; staffId: Uuid; key: string; fingerprint: string }

/** What was asked, shortened: the same key with another question is an error of the client, not a repeat. */
export const fingerprintOf = (method: string, url: string, body: unknown): string =>
  createHash('sha256')
    .update(`${method} ${url}\n${JSON.stringify(body ?? null)}`)
    .digest('base64url')

/** Keeps the answer in the same transaction as the work; false when another request with this key was first. */
export const keepAnswer = async (tx: Tx, id: Idempotent, kept: KeptAnswer): Promise<boolean> => {
  const { rows } = await sql`
    insert into idempotency (estate_id, staff_id, key, fingerprint, status, answer, created_at)
    values (${id.estateId}, ${id.staffId}, ${id.key}, ${id.fingerprint}, ${kept.status}, ${JSON.stringify(kept.answer ?? null)}, ${tx.now})
    on conflict do nothing returning 1`.execute(tx.db)
  return rows.length > 0
}

export const keptAnswer = async (tx: Tx, id: Idempotent): Promise<KeptAnswer | Refusal | undefined> => {
  const { rows } = await sql<{ fingerprint: string; status: number; answer: unknown }>`
    select fingerprint, status, answer from idempotency
    where estate_id = ${id.estateId} and staff_id = ${id.staffId} and key = ${id.key}`.execute(tx.db)
  const row = rows[0]
  if (!row) return undefined
  if (row.fingerprint !== id.fingerprint) return refuse('E_IDEMPOTENCY_MISMATCH', { field: 'header.Idempotency-Key' })
  return { status: row.status, answer: row.answer }
}
