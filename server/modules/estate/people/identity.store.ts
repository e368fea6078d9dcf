import { type Insertable, type Selectable, sql } from 'kysely'
import { isRefusal, type Refusal } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'
import { decodeCursor, encodeCursor } from '#platform/db/cursor.ts'
import type { DB } from '#platform/db/tables.ts'
import type { Tx } from '#platform/db/tx.ts'

export type CheckRow = Selectable<DB['identity_check']> & { by_name: string | null }

export const insertCheck = (tx: Tx, row: Insertable<DB['identity_check']>) =>
  tx.db.insertInto('identity_check').values(row).execute()

/** Newest first. */
export const listCheckRows = async (
  tx: Tx,
  estateId: Uuid,
  customerId: Uuid,
  page: { cursor?: string | undefined; limit: number },
): Promise<{ rows: CheckRow[]; next: string | null } | Refusal> => {
  const after = page.cursor ? decodeCursor(page.cursor, 1) : undefined
  if (isRefusal(after)) return after
  const { rows } = await sql<CheckRow>`
    select x.*, s.name as by_name from identity_check x left join staff s on s.id = x.by_id
    where x.estate_id = ${estateId} and x.customer_id = ${customerId} and (${after?.[0] ?? null}::uuid is null or x.id < ${after?.[0] ?? null}::uuid)
    order by x.id desc limit ${page.limit + 1}`.execute(tx.db)
  const shown = rows.slice(0, page.limit)
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > page.limit && last ? encodeCursor([last.id]) : null }
}
