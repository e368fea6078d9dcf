import { type Insertable, type RawBuilder, type Selectable, sql, type Updateable } from 'kysely'
import type { ReportKind } from '#contract/complaint-report-parts.ts'
import type { Instant, LocalDate, Uuid } from '#contract/values.ts'
import type { DB } from '#platform/db/tables.ts'
import type { Tx } from '#platform/db/tx.ts'

export type Report = Selectable<DB['complaint_report']>
export type ReportRow = Report & {
  matter_number: string | null
  matter_title: string | null
  created_name: string | null
  submitted_name: string | null
  /** CP-123: of the complaint that the one it is about was merged into. */
  into_number: string | null
  owed: boolean
}

/**
 * A draft is owed while the complaint is what the report is about: a demand found not to be our mistake (CP-093) and a
 * complaint merged into another need no report of their own.
 */
export const OWED = sql<boolean>`(r.matter_id is null or r.state = 'submitted' or (m.state not in ('NOT_COMPLAINT', 'MERGED')
  and case when r.kind in ('majorFirst', 'majorTopic') then m.flags && '{major,majorSuspected}' when r.kind in ('hotFirst', 'hotTopic') then m.flags @> '{hot}' else true end))`

const COLUMNS = sql`r.*, m.number as matter_number, m.title as matter_title, cs.name as created_name, ss.name as submitted_name, i.number as into_number, ${OWED} as owed`
const JOINS = sql`complaint_report r left join matter m on m.estate_id = r.estate_id and m.id = r.matter_id
  left join staff cs on cs.id = r.created_by left join staff ss on ss.id = r.submitted_by
  left join matter i on i.estate_id = r.estate_id and i.id = r.void_into_id`

/** Puts a draft there unless one of this kind was ever opened for the same matter or period; undefined: it was. */
export const insertReport = async (tx: Tx, row: Insertable<DB['complaint_report']>): Promise<Uuid | undefined> =>
  (
    await tx.db
      .insertInto('complaint_report')
      .values(row)
      .onConflict((c) => c.doNothing())
      .returning('id')
      .executeTakeFirst()
  )?.id

export type About = { matterId: Uuid } | { from: LocalDate }
const about = (what: About): RawBuilder<unknown> =>
  'matterId' in what
    ? sql`r.matter_id = ${what.matterId}`
    : sql`r.matter_id is null and r.from_date = ${what.from}::date`

/** The newest revision of a kind for one matter or period. */
export const latestReport = async (
  tx: Tx,
  estateId: Uuid,
  kind: ReportKind,
  what: About,
): Promise<Report | undefined> => {
  const { rows } = await sql<Report>`
    select r.* from complaint_report r where r.estate_id = ${estateId} and r.kind = ${kind} and ${about(what)}
    order by r.revision desc limit 1`.execute(tx.db)
  return rows[0]
}

export const readReport = async (tx: Tx, estateId: Uuid, id: Uuid): Promise<ReportRow | undefined> => {
  const { rows } =
    await sql<ReportRow>`select ${COLUMNS} from ${JOINS} where r.estate_id = ${estateId} and r.id = ${id}`.execute(
      tx.db,
    )
  return rows[0]
}

export const lockReport = async (tx: Tx, estateId: Uuid, id: Uuid): Promise<Report | undefined> =>
  tx.db
    .selectFrom('complaint_report')
    .selectAll()
    .where('estate_id', '=', estateId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

export const updateReport = async (
  tx: Tx,
  report: Pick<Report, 'estate_id' | 'id'>,
  patch: Omit<Updateable<DB['complaint_report']>, 'estate_id' | 'id'>,
): Promise<void> => {
  await tx.db
    .updateTable('complaint_report')
    .set(patch)
    .where('estate_id', '=', report.estate_id)
    .where('id', '=', report.id)
    .execute()
}

export type ReportFilter = {
  kinds: readonly ReportKind[] | undefined
  /** Undefined: all but those that were voided. */
  state: 'draft' | 'submitted' | 'voided' | undefined
  late: boolean | undefined
  overdue: boolean | undefined
  matterId: Uuid | undefined
  from: LocalDate | undefined
  to: LocalDate | undefined
}

export const listReportRows = async (
  tx: Tx,
  estateId: Uuid,
  filter: ReportFilter,
  page: { after: { at: Instant; id: Uuid } | undefined; limit: number; now: Instant; timeZone: string },
): Promise<ReportRow[]> => {
  const where = [sql`r.estate_id = ${estateId}`]
  const overdue = sql`(r.state = 'draft' and coalesce(r.due_at < ${page.now}::timestamptz, false) and ${OWED})`
  if (filter.kinds !== undefined) where.push(sql`r.kind = any(${[...filter.kinds]}::text[])`)
  where.push(filter.state === undefined ? sql`r.state <> 'voided'` : sql`r.state = ${filter.state}`)
  if (filter.late !== undefined) where.push(sql`coalesce(r.late, false) = ${filter.late}`)
  if (filter.overdue !== undefined) where.push(filter.overdue ? overdue : sql`not ${overdue}`)
  if (filter.matterId !== undefined) where.push(sql`r.matter_id = ${filter.matterId}::uuid`)
  if (filter.from !== undefined)
    where.push(sql`r.created_at >= ${filter.from}::date::timestamp at time zone ${page.timeZone}::text`)
  if (filter.to !== undefined)
    where.push(sql`r.created_at < (${filter.to}::date + 1)::timestamp at time zone ${page.timeZone}::text`)
  if (page.after !== undefined)
    where.push(sql`(r.created_at, r.id) < (${page.after.at}::timestamptz, ${page.after.id}::uuid)`)
  const { rows } = await sql<ReportRow>`select ${COLUMNS} from ${JOINS} where ${sql.join(where, sql` and `)}
    order by r.created_at desc, r.id desc limit ${page.limit + 1}`.execute(tx.db)
  return rows
}

/** Drafts about one complaint, locked. */
export const draftsOf = async (tx: Tx, { estate_id, id }: { estate_id: Uuid; id: Uuid }): Promise<Report[]> =>
  tx.db
    .selectFrom('complaint_report')
    .selectAll()
    .where('estate_id', '=', estate_id)
    .where('matter_id', '=', id)
    .where('state', '=', 'draft')
    .orderBy('created_at')
    .orderBy('id')
    .forUpdate()
    .execute()

/** Drafts about periods that somebody is owed, for the job that watches them. */
export const openPeriodReports = async (tx: Tx, estateId: Uuid): Promise<Report[]> =>
  tx.db
    .selectFrom('complaint_report')
    .selectAll()
    .where('estate_id', '=', estateId)
    .where('state', '=', 'draft')
    .where('due_at', 'is not', null)
    .where('matter_id', 'is', null)
    .where('revision', '=', 1)
    .orderBy('id')
    .forUpdate()
    .execute()
