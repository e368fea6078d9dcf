import { type RawBuilder, sql } from 'kysely'
import { isRefusal } from '#contract/refusal.ts'
import type { LocalDate, Uuid } from '#contract/values.ts'
import type { Database } from './pool.ts'
import { inTransaction, type Tx } from './tx.ts'

/**
 * What the months of estates come to, kept in a table of its own beside the rows that they are reckoned from, so that a
 * company's figures grow neither with its rows nor with its years (decision 8). Whatever changes such a sum writes a mark in
 * the same transaction.
 */
export type MonthSums = {
  sums: 'complaint_month' | 'look_month'
  marks: 'complaint_stale' | 'look_stale'
  columns: readonly string[]
  /**
   * `select s.estate_id, s.month, <columns>` for the months `s (estate_id, month, next)`, reckoned now; a month without
   * rows has its line, too. The day after the month is given, because row-level security keeps a cast out of an index.
   */
  now: RawBuilder<unknown>
}

const NEXT = sql`(month + interval '1 month')::date`
const columnsOf = ({ columns }: MonthSums) => sql.join(columns.map((name) => sql.ref(name)))

/**
 * The sums of these estates from one month to another (first days), exact at any moment: what a change has marked is reckoned
 * from its rows, everything else is read. One statement, so that sums and marks are of the same instant.
 */
export const monthsSql = (of: MonthSums, estates: readonly Uuid[], from: LocalDate, to: LocalDate) => sql`
  with s as materialized (
    select distinct t.estate_id, t.month, ${NEXT} as next from ${sql.table(of.marks)} t
    where t.estate_id = any(${[...estates]}::uuid[]) and t.month >= ${from}::date and t.month <= ${to}::date)
  select k.estate_id, k.month, ${columnsOf(of)} from ${sql.table(of.sums)} k
    where k.estate_id = any(${[...estates]}::uuid[]) and k.month >= ${from}::date and k.month <= ${to}::date
      and not exists (select 1 from s where s.estate_id = k.estate_id and s.month = k.month)
  union all ${of.now}`

type Mark = { estate_id: Uuid; id: Uuid; month: LocalDate }

/**
 * Reckons what up to `most` marks ask for and takes those marks away; returns how many there were. A mark that is written
 * meanwhile stays, whatever was reckoned. One at a time: of two, the one that looked earlier could write its older sums last.
 */
export const countMarked = async (tx: Tx, of: MonthSums, most: number): Promise<number> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${of.sums}, 0))`.execute(tx.db)
  const { rows } =
    await sql<Mark>`select estate_id, id, month from ${sql.table(of.marks)} order by estate_id, id limit ${most}`.execute(
      tx.db,
    )
  if (rows.length === 0) return 0
  const [estates, ids, months] = [rows.map((r) => r.estate_id), rows.map((r) => r.id), rows.map((r) => r.month)]
  await sql`
    with s as materialized (select distinct m.estate_id, m.month, ${NEXT} as next from unnest(${estates}::uuid[], ${months}::date[]) m(estate_id, month))
    insert into ${sql.table(of.sums)} (estate_id, month, ${columnsOf(of)}) ${of.now}
    on conflict (estate_id, month) do update set ${sql.join(of.columns.map((name) => sql`${sql.ref(name)} = excluded.${sql.ref(name)}`))}`.execute(
    tx.db,
  )
  await sql`delete from ${sql.table(of.marks)} t using unnest(${estates}::uuid[], ${ids}::uuid[]) m(estate_id, id)
    where t.estate_id = m.estate_id and t.id = m.id`.execute(tx.db)
  return rows.length
}

const AT_ONCE = 2_000

/** Brings the sums up to date, a part in each transaction. Returns how many marks it has done with. */
export const sweepMonths = async (database: Database, of: MonthSums): Promise<number> => {
  for (let done = 0; ; ) {
    const part = await inTransaction(database, { scope: 'all' }, (tx) => countMarked(tx, of, AT_ONCE))
    if (isRefusal(part)) return done
    done += part
    if (part < AT_ONCE) return done
  }
}
