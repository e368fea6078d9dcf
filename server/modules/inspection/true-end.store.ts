import { sql } from 'kysely'
import type { Instant } from '#contract/values.ts'

/**
 * When a look `alias` truly ended: its `ended_at` is what the phone's clock showed. Set right by how far that was off, and
 * never after it arrived, as `looks/phone-clock.rules.ts` does when the look is taken.
 */
export const trueEnd = (alias: string) =>
  sql<Instant>`least(${sql.ref(`${alias}.ended_at`)} - ${sql.ref(`${alias}.clock_off_ms`)} * interval '1 millisecond', ${sql.ref(`${alias}.received_at`)})`
