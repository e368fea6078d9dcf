import { type RawBuilder, sql } from 'kysely'
import type { Tenure } from '#contract/households.ts'

/** FD-732 as a condition on a day of moving in; the same edges as `tenureOf`, so that a list and a card agree. */
export const tenureIs = (
  movedIn: RawBuilder<unknown>,
  tenure: Tenure,
  today: string,
  months: readonly [number, number, number],
): RawBuilder<unknown> => {
  const after = (n: number) => sql`(${movedIn} + make_interval(months => ${n}::int))::date`
  const day = sql`${today}::date`
  const [first, second, third] = months
  switch (tenure) {
    case 'new':
      return sql`(${movedIn} <= ${day} and ${after(first)} > ${day})`
    case 'adjusting':
      return sql`(${after(first)} <= ${day} and ${after(second)} > ${day})`
    case 'stable':
      return sql`(${after(second)} <= ${day} and ${after(third)} > ${day})`
    case 'longStanding':
      return sql`${after(third)} <= ${day}`
  }
}
