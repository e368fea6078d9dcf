import { type Insertable, type RawBuilder, type Selectable, sql } from 'kysely'
import type { listArchiveLoans } from '#contract/archive.ts'
import { isRefusal, type Refusal } from '#contract/refusal.ts'
import type { QueryOf } from '#contract/route.ts'
import type { Uuid } from '#contract/values.ts'
import { decodeCursor, encodeCursor } from '#platform/db/cursor.ts'
import type { DB } from '#platform/db/tables.ts'
import type { Tx } from '#platform/db/tx.ts'

export type LoanRow = Selectable<DB['archive_loan']> & {
  unit_no: string
  unit_display: string
  unit_kind: string
  lent_by_name: string | null
}

const select = (estateId: Uuid, conditions: readonly RawBuilder<unknown>[]) => sql<LoanRow>`
  select l.*, u.unit_no, u.display as unit_display, u.kind as unit_kind, s.name as lent_by_name
  from archive_loan l join unit u on u.estate_id = l.estate_id and u.id = l.unit_id left join staff s on s.id = l.lent_by
  where l.estate_id = ${estateId} and ${sql.join(conditions, sql` and `)}`

export const readLoan = async (tx: Tx, estateId: Uuid, id: Uuid): Promise<LoanRow | undefined> =>
  (await select(estateId, [sql`l.id = ${id}`]).execute(tx.db)).rows[0]

export const listLoanRows = async (
  tx: Tx,
  estateId: Uuid,
  query: Partial<QueryOf<typeof listArchiveLoans>> & { limit: number },
): Promise<{ rows: LoanRow[]; next: string | null } | Refusal> => {
  const after = query.cursor ? decodeCursor(query.cursor, 1) : undefined
  if (isRefusal(after)) return after
  const conditions: RawBuilder<unknown>[] = [sql`true`]
  if (after) conditions.push(sql`l.id < ${after[0]}::uuid`)
  if (query.unitId) conditions.push(sql`l.unit_id = ${query.unitId}`)
  if (query.out) conditions.push(query.out === 'true' ? sql`l.returned_at is null` : sql`l.returned_at is not null`)
  const { rows } =
    await sql<LoanRow>`${select(estateId, conditions)} order by l.id desc limit ${query.limit + 1}`.execute(tx.db)
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  return { rows: page, next: rows.length > query.limit && last ? encodeCursor([last.id]) : null }
}

export const insertLoan = (tx: Tx, row: Insertable<DB['archive_loan']>) =>
  tx.db.insertInto('archive_loan').values(row).execute()

/** False when it is back already. */
export const closeLoan = async (tx: Tx, estateId: Uuid, id: Uuid, to: Uuid, note: string | null): Promise<boolean> => {
  const done = await tx.db
    .updateTable('archive_loan')
    .set({ returned_at: tx.now, returned_to: to, return_note: note })
    .where('estate_id', '=', estateId)
    .where('id', '=', id)
    .where('returned_at', 'is', null)
    .returning('id')
    .execute()
  return done.length > 0
}
