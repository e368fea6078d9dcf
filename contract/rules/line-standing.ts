type Group = { count: number; late: number; notSatisfied: number }

/** What went wrong in the handling of a group's complaints: late replies, and customers who are not satisfied. */
const troubleOf = (group: Group): number => group.late + group.notSatisfied

/** CP-132: weak is a group of whose complaints a larger part went wrong than of all together. */
export const weakAmong = <G extends Group>(groups: readonly G[]): G[] => {
  const whole = groups.reduce((sum, { count }) => sum + count, 0)
  const trouble = groups.reduce((sum, group) => sum + troubleOf(group), 0)
  return groups.filter((group) => troubleOf(group) > 0 && troubleOf(group) * whole > trouble * group.count)
}

/** How many complaints there were on the average of so many periods before, each as long as this one. */
export type Usual = { mean: number; periods: number }
/** From how many complaints on, and from how many per cent of the usual number, a line has grown. */
export type Growth = { from: number; percent: number }
export type Standing = 'grown' | 'weak' | 'strong'

type Line = Group & { usual: Usual | null }

const hasGrown = ({ count, usual }: Line, growth: Growth): boolean =>
  usual !== null && count >= growth.from && count * 100 >= usual.mean * growth.percent

/** Fewer than usual, and nothing went wrong with any; what hardly ever has a complaint says nothing by having none. */
const isStrong = ({ usual, ...group }: Line): boolean =>
  usual !== null && usual.mean >= 1 && group.count < usual.mean && troubleOf(group) === 0

/**
 * CP-132: the lines to be named, those that grew first, then the weak and the strong ones; one may be named twice. None is
 * strong for having few complaints while the period still runs.
 */
export const standingsOf = <L extends Line>({
  lines,
  growth,
  to,
  asOf,
}: {
  lines: readonly L[]
  growth: Growth | null
  /** Last day of the period, and when it was looked at. */
  to: string
  asOf: string
}): { standing: Standing; of: L }[] => [
  ...(growth === null ? [] : lines.filter((line) => hasGrown(line, growth))).map((of) => ({
    standing: 'grown' as const,
    of,
  })),
  ...weakAmong(lines).map((of) => ({ standing: 'weak' as const, of })),
  ...(asOf.slice(0, 10) > to ? lines.filter(isStrong) : []).map((of) => ({ standing: 'strong' as const, of })),
]

/** A line is never named without the numbers that say why: the text and what stands in it. */
export const reasonOf = (standing: Standing, { count, late, notSatisfied, usual }: Line) => {
  const { mean, periods } = usual ?? { mean: 0, periods: 0 }
  return {
    key: `lineStanding.${standing === 'grown' && mean === 0 ? 'new' : standing}Why` as const,
    params: { count, late, notSatisfied, mean, periods },
  }
}
