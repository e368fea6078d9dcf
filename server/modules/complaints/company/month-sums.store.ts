import { sql } from 'kysely'
import { CATEGORY_CODES } from '#contract/complaint-categories.ts'
import type { LocalDate, Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'

/** Of an estate in a calendar month: what was received and counts (CP-121, CP-126), by mark and by category. */
const SUMS = [
  'received',
  'major',
  'hot',
  'escalated',
  ...CATEGORY_CODES.map((code) => code.toLowerCase()),
  'uncategorised',
] as const
const COLUMNS = sql.join(SUMS.map((name) => sql.ref(name)))

const counted = (name: string) => {
  if (name === 'received') return sql`true`
  if (name === 'major' || name === 'hot' || name === 'escalated') return sql`cc.${sql.ref(`${name}_at`)} is not null`
  // CP-012: only the final category enters a statistic
  if (name === 'uncategorised') return sql`cc.category_final is null`
  return sql`left(cc.category_final, 2) = ${name.toUpperCase()}`
}
const COUNTS = sql.join(
  SUMS.map(
    (name) =>
      sql`count(*) filter (where gone.id is null and cc.matter_id is not null and ${counted(name)})::int as ${sql.ref(name)}`,
  ),
)

const NEXT = sql`(month + interval '1 month')::date`
/**
 * The cases of these months `s (estate_id, month, next)`, counted now; a month without cases counts nothing. What is no
 * complaint or was merged (CP-123) stands in a small index of its own (`gone`), so that no matter need be looked at.
 * The day after the month is reckoned beforehand: row-level security would keep a cast out of the index.
 */
const COUNTED_NOW = sql`select s.estate_id, s.month, ${COUNTS} from s
  left join complaint_case cc on cc.estate_id = s.estate_id and cc.received_on >= s.month and cc.received_on < s.next
    and cc.counted is distinct from false
  left join matter gone on gone.estate_id = cc.estate_id and gone.id = cc.matter_id and gone.state in ('NOT_COMPLAINT', 'MERGED')
  group by s.estate_id, s.month`

/**
 * The sums of these estates from one month to another (first days), exact at any moment: what a change has marked as stale
 * is counted from its cases, everything else is read. One statement, so that sums and marks are of the same instant.
 */
export const monthsSql = (estates: readonly Uuid[], from: LocalDate, to: LocalDate) => sql`
  with s as materialized (
    select distinct t.estate_id, t.month, ${NEXT} as next from complaint_stale t
    where t.estate_id = any(${[...estates]}::uuid[]) and t.month >= ${from}::date and t.month <= ${to}::date)
  select k.estate_id, k.month, ${COLUMNS} from complaint_month k
    where k.estate_id = any(${[...estates]}::uuid[]) and k.month >= ${from}::date and k.month <= ${to}::date
      and not exists (select 1 from s where s.estate_id = k.estate_id and s.month = k.month)
  union all ${COUNTED_NOW}`

type Mark = { estate_id: Uuid; id: Uuid; month: LocalDate }

/**
 * Counts what up to `most` marks ask for and takes those marks away; returns how many there were. A mark that is written
 * meanwhile stays, whatever was counted. One at a time: of two, the one that looked earlier could write its older sums last.
 */
export const countMarked = async (tx: Tx, most: number): Promise<number> => {
  await sql`select pg_advisory_xact_lock(hashtextextended('complaint months', 0))`.execute(tx.db)
  const { rows } =
    await sql<Mark>`select estate_id, id, month from complaint_stale order by estate_id, id limit ${most}`.execute(
      tx.db,
    )
  if (rows.length === 0) return 0
  const [estates, ids, months] = [rows.map((r) => r.estate_id), rows.map((r) => r.id), rows.map((r) => r.month)]
  await sql`
    with s as materialized (select distinct m.estate_id, m.month, ${NEXT} as next from unnest(${estates}::uuid[], ${months}::date[]) m(estate_id, month))
    insert into complaint_month (estate_id, month, ${COLUMNS}) ${COUNTED_NOW}
    on conflict (estate_id, month) do update set ${sql.join(SUMS.map((name) => sql`${sql.ref(name)} = excluded.${sql.ref(name)}`))}`.execute(
    tx.db,
  )
  await sql`delete from complaint_stale t using unnest(${estates}::uuid[], ${ids}::uuid[]) m(estate_id, id)
    where t.estate_id = m.estate_id and t.id = m.id`.execute(tx.db)
  return rows.length
}
