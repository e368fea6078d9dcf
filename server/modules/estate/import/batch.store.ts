import { type Insertable, type RawBuilder, type Selectable, sql, type Updateable } from 'kysely'
import { isRefusal, type Refusal } from '#contract/refusal.ts'
import type { ImportLine, ImportSummary } from '#contract/roster-import.ts'
import type { Uuid } from '#contract/values.ts'
import { decodeCursor, encodeCursor } from '#platform/db/cursor.ts'
import type { DB } from '#platform/db/tables.ts'
import type { Tx } from '#platform/db/tx.ts'

type Stored = Selectable<DB['import_batch']>
/** Without the file and its reading, which are large and sealed. */
export type Batch = Omit<Stored, 'file_cipher' | 'roster_cipher'>
export type BatchState =
  | 'uploaded'
  | 'reading'
  | 'ready'
  | 'confirmed'
  | 'applying'
  | 'applied'
  | 'failed'
  | 'cancelled'

const COLUMNS = [
  'estate_id',
  'id',
  'state',
  'file_name',
  'file_size',
  'mapping',
  'summary',
  'failure',
  'phase',
  'done',
  'total',
  'beat_at',
  'uploaded_by',
  'uploaded_by_name',
  'uploaded_at',
  'ready_at',
  'confirmed_by',
  'confirmed_by_name',
  'ended_at',
  'version',
] as const

export const insertBatch = (tx: Tx, batch: Insertable<DB['import_batch']>) =>
  tx.db.insertInto('import_batch').values(batch).execute()

export const readBatch = (tx: Tx, estateId: Uuid, id: Uuid): Promise<Batch | undefined> =>
  tx.db
    .selectFrom('import_batch')
    .select(COLUMNS)
    .where('estate_id', '=', estateId)
    .where('id', '=', id)
    .executeTakeFirst()

/** The sealed file and its sealed reading; null where they were thrown away. */
export const readSealed = (
  tx: Tx,
  estateId: Uuid,
  id: Uuid,
): Promise<{ file_cipher: Buffer | null; roster_cipher: Buffer | null } | undefined> =>
  tx.db
    .selectFrom('import_batch')
    .select(['file_cipher', 'roster_cipher'])
    .where('estate_id', '=', estateId)
    .where('id', '=', id)
    .executeTakeFirst()

export const listBatchRows = async (
  tx: Tx,
  estateId: Uuid,
  page: { cursor?: string | undefined; limit: number },
): Promise<{ rows: Batch[]; next: string | null } | Refusal> => {
  const after = page.cursor ? decodeCursor(page.cursor, 1) : undefined
  if (isRefusal(after)) return after
  const query = tx.db.selectFrom('import_batch').select(COLUMNS).where('estate_id', '=', estateId)
  const rows = await (after ? query.where('id', '<', after[0] ?? '') : query)
    .orderBy('id', 'desc')
    .limit(page.limit + 1)
    .execute()
  const shown = rows.slice(0, page.limit)
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > page.limit && last ? encodeCursor([last.id]) : null }
}

type Patch = Omit<
  Updateable<DB['import_batch']>,
  'estate_id' | 'id' | 'version' | 'summary' | 'failure' | 'mapping'
> & {
  summary?: ImportSummary
  failure?: { code: string; details: Record<string, unknown> } | null
  mapping?: unknown
}

const json = (value: unknown) => (value === null ? null : JSON.stringify(value))

/** Moves a batch on, if it still stands in one of these states (and versions); undefined when it does not. */
export const moveBatch = async (
  tx: Tx,
  estateId: Uuid,
  id: Uuid,
  from: { states: readonly BatchState[]; version?: number; beatBefore?: string },
  patch: Patch,
): Promise<Batch | undefined> => {
  const { summary, failure, mapping, ...plain } = patch
  let query = tx.db
    .updateTable('import_batch')
    .set((eb) => ({
      ...plain,
      ...(summary !== undefined && { summary: json(summary) }),
      ...(failure !== undefined && { failure: json(failure) }),
      ...(mapping !== undefined && { mapping: JSON.stringify(mapping) }),
      version: eb('version', '+', 1),
      beat_at: tx.now,
    }))
    .where('estate_id', '=', estateId)
    .where('id', '=', id)
    .where('state', 'in', [...from.states])
  if (from.version !== undefined) query = query.where('version', '=', from.version)
  if (from.beatBefore !== undefined) query = query.where('beat_at', '<', from.beatBefore)
  return query.returning(COLUMNS).executeTakeFirst()
}

/** How far the work is; not a move, so the version stays. */
export const beatBatch = (tx: Tx, estateId: Uuid, id: Uuid, progress: { phase: string; done: number; total: number }) =>
  tx.db
    .updateTable('import_batch')
    .set({ ...progress, beat_at: tx.now })
    .where('estate_id', '=', estateId)
    .where('id', '=', id)
    .where('state', 'in', ['reading', 'applying'])
    .execute()

const CHUNK = 2_000

/** Puts what each row does in place of what stood there. */
export const replaceLines = async (
  tx: Tx,
  estateId: Uuid,
  batchId: Uuid,
  lines: readonly ImportLine[],
): Promise<void> => {
  await sql`delete from import_line where estate_id = ${estateId} and batch_id = ${batchId}`.execute(tx.db)
  for (let at = 0; at < lines.length; at += CHUNK) {
    const part = lines.slice(at, at + CHUNK).map(({ changes, problems, notes, ...line }) => ({
      ...line,
      has_problems: problems.length > 0,
      body: { changes, problems, notes },
    }))
    await sql`
      insert into import_line (estate_id, batch_id, seq, sheet, row, unit_display, change, has_problems, body)
      select ${estateId}::uuid, ${batchId}::uuid, x.seq, x.sheet, x."row", x.unit, x.change, x.has_problems, x.body
      from jsonb_to_recordset(${JSON.stringify(part)}::jsonb)
        as x(seq int, sheet text, "row" int, unit text, change text, has_problems boolean, body jsonb)`.execute(tx.db)
  }
}

export type LineRow = {
  seq: number
  sheet: string
  row: number
  unit_display: string | null
  change: string
  body: unknown
}

export const listLineRows = async (
  tx: Tx,
  estateId: Uuid,
  batchId: Uuid,
  query: { cursor?: string | undefined; limit: number; change?: string | undefined; problems?: 'true' | undefined },
): Promise<{ rows: LineRow[]; next: string | null } | Refusal> => {
  const after = query.cursor ? decodeCursor(query.cursor, 1) : undefined
  if (isRefusal(after)) return after
  const conditions: RawBuilder<unknown>[] = [sql`estate_id = ${estateId}`, sql`batch_id = ${batchId}`]
  if (after) conditions.push(sql`seq > ${Number(after[0])}::int`)
  if (query.change) conditions.push(sql`change = ${query.change}`)
  if (query.problems) conditions.push(sql`has_problems`)
  const { rows } = await sql<LineRow>`
    select seq, sheet, row, unit_display, change, body from import_line
    where ${sql.join(conditions, sql` and `)} order by seq limit ${query.limit + 1}`.execute(tx.db)
  const shown = rows.slice(0, query.limit)
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > query.limit && last ? encodeCursor([String(last.seq)]) : null }
}

/** Batches whose work nobody has done or whose worker has gone silent, over all estates. */
export const waitingBatches = async (
  tx: Tx,
  silentSince: string,
): Promise<{ estate_id: Uuid; id: Uuid; state: string }[]> =>
  tx.db
    .selectFrom('import_batch')
    .select(['estate_id', 'id', 'state'])
    .where('state', 'in', ['uploaded', 'reading', 'confirmed', 'applying'])
    .where('beat_at', '<', silentSince)
    .orderBy('beat_at')
    .limit(20)
    .execute()

/** FD-015: files with personal data do not stay for ever. */
export const forgetFiles = async (tx: Tx, estateId: Uuid, endedBefore: string): Promise<void> => {
  await sql`
    update import_batch set file_cipher = null, roster_cipher = null
    where estate_id = ${estateId} and state in ('applied', 'failed', 'cancelled', 'ready') and file_cipher is not null
      and coalesce(ended_at, ready_at, uploaded_at) < ${endedBefore}`.execute(tx.db)
}

export const estatesWithFiles = async (tx: Tx): Promise<Uuid[]> => {
  const { rows } = await sql<{
    estate_id: Uuid
  }>`select distinct estate_id from import_batch where file_cipher is not null`.execute(tx.db)
  return rows.map((row) => row.estate_id)
}
