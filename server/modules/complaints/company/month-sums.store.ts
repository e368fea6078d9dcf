import { sql } from 'kysely'
import { CATEGORY_CODES } from '#contract/complaint-categories.ts'
import type { MonthSums } from '#platform/db/month-sums.ts'

/** Of an estate in a calendar month: what was received and counts (CP-121, CP-126), by mark and by category. */
const SUMS = [
  'received',
  'major',
  'hot',
  'escalated',
  ...CATEGORY_CODES.map((code) => code.toLowerCase()),
  'uncategorised',
] as const

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

/**
 * The cases of each month, counted. What is no complaint or was merged (CP-123) stands in a small index of its own (`gone`),
 * so that no matter need be looked at.
 */
export const COMPLAINT_MONTHS: MonthSums = {
  sums: 'complaint_month',
  marks: 'complaint_stale',
  columns: SUMS,
  now: sql`select s.estate_id, s.month, ${COUNTS} from s
    left join complaint_case cc on cc.estate_id = s.estate_id and cc.received_on >= s.month and cc.received_on < s.next
      and cc.counted is distinct from false
    left join matter gone on gone.estate_id = cc.estate_id and gone.id = cc.matter_id and gone.state in ('NOT_COMPLAINT', 'MERGED')
    group by s.estate_id, s.month`,
}
