import type { CaseGroup } from '#contract/complaint-analysis.ts'

type Group = Pick<CaseGroup, 'count' | 'late' | 'notSatisfied'>

/** What went wrong in the handling of a group's complaints: late replies, and customers who are not satisfied. */
const troubleOf = (group: Group): number => group.late + group.notSatisfied

/** CP-132: weak is a group of whose complaints a larger part went wrong than of all together. */
export const weakAmong = <G extends Group>(groups: readonly G[]): G[] => {
  const whole = groups.reduce((sum, { count }) => sum + count, 0)
  const trouble = groups.reduce((sum, group) => sum + troubleOf(group), 0)
  return groups.filter((group) => troubleOf(group) > 0 && troubleOf(group) * whole > trouble * group.count)
}
