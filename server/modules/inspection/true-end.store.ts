import { sql } from 'kysely'
import type { Instant } from '#contract/values.ts'

/**
 * When a look `alias` truly ended: its `ended_at` is what the phone's clock showed. Set right by how far that was off; a
 * time after it arrived or a year before counts as when it arrived, as `looks/phone-clock.rules.ts` takes it.
 */
export const trueEnd = (alias: string) => {
  const end = sql`${sql.ref(`${alias}.ended_at`)} - ${sql.ref(`${alias}.clock_off_ms`)} * interval '1 millisecond'`
  const received = sql.ref(`${alias}.received_at`)
  return sql<Instant>`(case when ${end} < ${received} - interval '8784 hours' then ${received} else least(${end}, ${received}) end)`
}
