import type { Threshold } from '../touchpoints.ts'

/** `open`: nothing says what would be right (the site has set no figure, nothing was measured). */
export type Judged = 'pass' | 'fail' | 'open' | 'wrongKind'
type Value = number | boolean | string
const DAY = /^\d{4}-\d{2}-\d{2}$/

const compare = (op: Threshold['op'], value: Value, limit: Value): boolean => {
  switch (op) {
    case '>=':
      return value >= limit
    case '<=':
      return value <= limit
    case '>':
      return value > limit
    case '<':
      return value < limit
    default:
      return value === limit
  }
}

/** What a measured, counted or read value says by its limit on a day; phone and server judge alike. */
export const judge = (threshold: Threshold | null, value: Value | undefined, today: string): Judged => {
  if (threshold === null || value === undefined) return 'open'
  const { op, value: limit, unit } = threshold
  if (limit === 'site-defined') return 'open'
  if (unit === 'date') {
    if (typeof value !== 'string' || !DAY.test(value)) return 'wrongKind'
    return compare(op, value, limit === 'today' ? today : String(limit)) ? 'pass' : 'fail'
  }
  if (Array.isArray(limit)) {
    if (typeof value !== 'number') return 'wrongKind'
    return limit[0] <= value && value <= limit[1] ? 'pass' : 'fail'
  }
  if (typeof value !== typeof limit) return 'wrongKind'
  return compare(op, value, limit) ? 'pass' : 'fail'
}
