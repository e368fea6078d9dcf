import { type Selectable, sql } from 'kysely'
import type { LocalDate, LocalTime, Uuid } from '#contract/values.ts'
import type { DB } from '#platform/db/tables.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { PageWanted } from '../keyset.ts'
import { newestFirst } from '../page.store.ts'

export type LineReportRow = Selectable<DB['line_report']> & { reporter_name: string | null }
export type SlotKey = { line: string; on_date: LocalDate; slot: LocalTime }

const REPORT = sql`select r.*, s.name as reporter_name from line_report r left join staff s on s.id = r.reported_by`

export const insertReport = async (
  tx: Tx,
  row: {
    estate_id: Uuid
    id: Uuid
    line: string
    on_date: LocalDate
    slot: LocalTime
    text: string
    items: unknown
    late: boolean
    reported_by: Uuid
  },
): Promise<void> => {
  await tx.db
    .insertInto('line_report')
    .values({ ...row, items: JSON.stringify(row.items), reported_at: tx.now })
    .execute()
}

export const findReport = async (tx: Tx, estateId: Uuid, id: Uuid): Promise<LineReportRow | undefined> => {
  const { rows } = await sql<LineReportRow>`${REPORT} where r.estate_id = ${estateId} and r.id = ${id}`.execute(tx.db)
  return rows[0]
}

/** Earliest first: the first one to a time decides. */
export const reportsOfDay = async (tx: Tx, estateId: Uuid, date: LocalDate): Promise<LineReportRow[]> => {
  const { rows } = await sql<LineReportRow>`${REPORT} where r.estate_id = ${estateId} and r.on_date = ${date}
    order by r.line, r.slot, r.reported_at, r.id`.execute(tx.db)
  return rows
}

export const reportedSlots = (tx: Tx, estateId: Uuid, dates: readonly LocalDate[]): Promise<SlotKey[]> =>
  tx.db
    .selectFrom('line_report')
    .select(['line', 'on_date', 'slot'])
    .distinct()
    .where('estate_id', '=', estateId)
    .where('on_date', 'in', [...dates])
    .execute()

export const toldSlots = (tx: Tx, estateId: Uuid, dates: readonly LocalDate[]): Promise<SlotKey[]> =>
  tx.db
    .selectFrom('line_report_gap')
    .select(['line', 'on_date', 'slot'])
    .where('estate_id', '=', estateId)
    .where('on_date', 'in', [...dates])
    .execute()

/** Returns those that no other sweep had written before. */
export const insertGaps = async (tx: Tx, estateId: Uuid, gaps: readonly SlotKey[]): Promise<SlotKey[]> => {
  if (gaps.length === 0) return []
  return tx.db
    .insertInto('line_report_gap')
    .values(gaps.map((g) => ({ ...g, estate_id: estateId, told_at: tx.now })))
    .onConflict((c) => c.doNothing())
    .returning(['line', 'on_date', 'slot'])
    .execute()
}

export const listReportRows = async (
  tx: Tx,
  estateId: Uuid,
  filter: { line?: string | undefined; late?: 'true' | 'false' | undefined },
  page: PageWanted,
): Promise<LineReportRow[]> => {
  const { rows } = await sql<LineReportRow>`${REPORT} where r.estate_id = ${estateId}
    ${filter.line ? sql`and r.line = ${filter.line}` : sql``} ${filter.late ? sql`and r.late = ${filter.late === 'true'}` : sql``}
    ${newestFirst(sql`r.reported_at`, sql`r.id`, page)}`.execute(tx.db)
  return rows
}
