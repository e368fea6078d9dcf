import { type Selectable, sql } from 'kysely'
import type { Instant, LocalDate, Uuid } from '#contract/values.ts'
import type { DB } from '#platform/db/tables.ts'
import type { Tx } from '#platform/db/tx.ts'

export type TallyRow = Selectable<DB['complaint_tally']>

export const findTally = (tx: Tx, estateId: Uuid, date: LocalDate): Promise<TallyRow | undefined> =>
  tx.db
    .selectFrom('complaint_tally')
    .selectAll()
    .where('estate_id', '=', estateId)
    .where('on_date', '=', date)
    .executeTakeFirst()

/** The row of the day, made when first needed and locked: two signatures wait for each other. */
export const lockTally = async (tx: Tx, estateId: Uuid, date: LocalDate): Promise<TallyRow> => {
  await sql`insert into complaint_tally (estate_id, on_date) values (${estateId}, ${date})
    on conflict on constraint complaint_tally_pk do nothing`.execute(tx.db)
  return tx.db
    .selectFrom('complaint_tally')
    .selectAll()
    .where('estate_id', '=', estateId)
    .where('on_date', '=', date)
    .forUpdate()
    .executeTakeFirstOrThrow()
}

/** False when somebody did it before. */
export const notePrepared = async (tx: Tx, estateId: Uuid, date: LocalDate): Promise<boolean> => {
  const { rows } = await sql`insert into complaint_tally (estate_id, on_date, prepared_at)
    values (${estateId}, ${date}, ${tx.now})
    on conflict on constraint complaint_tally_pk do update set prepared_at = excluded.prepared_at, version = complaint_tally.version + 1
      where complaint_tally.prepared_at is null and complaint_tally.signed_at is null
    returning 1`.execute(tx.db)
  return rows.length > 0
}

/** False when it was signed, or told, meanwhile. */
export const noteMissingTold = async (tx: Tx, estateId: Uuid, date: LocalDate): Promise<boolean> => {
  const { rows } = await sql`insert into complaint_tally (estate_id, on_date, missing_told_at)
    values (${estateId}, ${date}, ${tx.now})
    on conflict on constraint complaint_tally_pk do update set missing_told_at = excluded.missing_told_at, version = complaint_tally.version + 1
      where complaint_tally.signed_at is null and complaint_tally.missing_told_at is null
    returning 1`.execute(tx.db)
  return rows.length > 0
}

export const talliesBetween = (
  tx: Tx,
  estateId: Uuid,
  { from, to }: { from: LocalDate; to: LocalDate },
): Promise<Pick<TallyRow, 'on_date' | 'signed_at' | 'missing_told_at'>[]> =>
  tx.db
    .selectFrom('complaint_tally')
    .select(['on_date', 'signed_at', 'missing_told_at'])
    .where('estate_id', '=', estateId)
    .where('on_date', '>=', from)
    .where('on_date', '<=', to)
    .execute()

export const saveSignature = async (
  tx: Tx,
  estateId: Uuid,
  date: LocalDate,
  signed: { by: Uuid; name: string; note: string | null; content: unknown },
): Promise<void> => {
  await sql`update complaint_tally set signed_at = ${tx.now}, signed_by = ${signed.by}, signed_name = ${signed.name}, note = ${signed.note},
      content = ${JSON.stringify(signed.content)}::jsonb, version = version + 1
    where estate_id = ${estateId} and on_date = ${date}`.execute(tx.db)
}

export type DayRow = {
  day: LocalDate
  prepared_at: Instant | null
  signed_at: Instant | null
  signed_by: Uuid | null
  signed_name: string | null
  note: string | null
  received: number | null
  missing_told_at: Instant | null
}
type DayFilter = {
  from: LocalDate
  to: LocalDate
  today: LocalDate
  before: LocalDate | undefined
  state: string | undefined
}

/** Every day between two, newest first, whether or not anything was written about it. */
export const listDayRows = async (tx: Tx, estateId: Uuid, filter: DayFilter, limit: number): Promise<DayRow[]> => {
  const state =
    filter.state === undefined
      ? sql``
      : filter.state === 'signed'
        ? sql`and t.signed_at is not null`
        : filter.state === 'open'
          ? sql`and t.signed_at is null and g.day::date >= ${filter.today}::date`
          : sql`and t.signed_at is null and g.day::date < ${filter.today}::date`
  const { rows } =
    await sql<DayRow>`select g.day::date as day, t.prepared_at, t.signed_at, t.signed_by, t.signed_name, t.note,
      (t.content #>> '{counts,sections,received}')::int as received, t.missing_told_at
    from generate_series(${filter.from}::date, ${filter.to}::date, interval '1 day') g(day)
      left join complaint_tally t on t.estate_id = ${estateId} and t.on_date = g.day::date
    where true ${state} ${filter.before ? sql`and g.day::date < ${filter.before}::date` : sql``}
    order by g.day desc limit ${limit + 1}`.execute(tx.db)
  return rows
}
