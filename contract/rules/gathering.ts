const LEAST = 3
const TIMES_THE_MEAN = 2

/**
 * CP-132: where the complaints of a period gather: groups of the same kind that hold at least twice as many as the mean of
 * those that hold any, and not by one or two. Largest first.
 */
export const gathering = <G extends { count: number }>(groups: readonly G[]): G[] => {
  const held = groups.filter(({ count }) => count > 0)
  const mean = held.reduce((sum, { count }) => sum + count, 0) / Math.max(1, held.length)
  return held
    .filter(({ count }) => held.length > 1 && count >= LEAST && count >= TIMES_THE_MEAN * mean)
    .sort((a, b) => b.count - a.count)
}
