import type { SinceBand, Tenure } from '#contract/survey-questions.ts'
import type { LocalDate, Uuid } from '#contract/values.ts'

/** What may be known of who gave an anonymous answer; null where it would be known of too few. */
export type Traits = { building: Uuid | null; tenure: Tenure | null; since: SinceBand | null }
export type Counted<A> = Traits & { day: LocalDate | null; answer: A }

const NONE: Traits = { building: null, tenure: null, since: null }
/** From the finest to nothing at all. */
const LEVELS: readonly ((t: Traits) => Traits)[] = [
  (t) => t,
  (t) => ({ ...t, since: null }),
  (t) => ({ ...NONE, building: t.building }),
  (t) => ({ ...NONE, tenure: t.tenure }),
  () => NONE,
]
const keyOf = ({ building, tenure, since }: Traits): string => `${building}|${tenure}|${since}`

/**
 * Counts in what waits. Each answer keeps the finest traits that at least k of those counted in with it share, after all
 * finer groups have gone their way: so every group that can be seen in the rows has k members, and so has whatever is
 * left over by any other group. Fewer than k wait for others to come.
 */
const countIn = <A>(waiting: readonly (Traits & { answer: A })[], day: LocalDate, k: number) => {
  let left = [...waiting]
  const counted: Counted<A>[] = []
  for (const level of LEVELS) {
    const groups = Map.groupBy(left, (one) => keyOf(level(one)))
    left = []
    for (const group of groups.values())
      if (group.length >= k) counted.push(...group.map((one) => ({ ...level(one), day, answer: one.answer })))
      else left.push(...group)
  }
  return { counted, left }
}

/**
 * What is known of each answer after the next counting in; `waiting` comes in an order of chance. As long as more may come,
 * the first k of them stay behind: so at the end, too, at least k are counted in together, and who compares the answers
 * shown before with those shown after finds nobody alone. `final`, when the survey is over: the last few hide among the
 * smallest group that is counted in with them, which gives its traits up for it.
 */
export const mix = <A>(
  before: readonly Counted<A>[],
  waiting: readonly (Traits & { answer: A })[],
  { day, k, final }: { day: LocalDate; k: number; final: boolean },
): { counted: Counted<A>[]; left: (Traits & { answer: A })[] } => {
  if (!final) {
    const behind = waiting.slice(0, k)
    const { counted, left } = countIn(waiting.slice(k), day, k)
    return { counted: [...before, ...counted], left: [...behind, ...left] }
  }
  const { counted, left } = countIn(waiting, day, k)
  if (left.length === 0) return { counted: [...before, ...counted], left }
  // fewer than k in all: those that were shown before are the only ones to hide among
  const shown = counted.length > 0 ? counted : before
  const groups = [...Map.groupBy(shown, (one) => `${keyOf(one)}|${one.day}`).values()]
  const smallest = groups.toSorted((a, b) => a.length - b.length)[0] ?? []
  const given = [...smallest, ...left].map(({ answer }) => ({ ...NONE, day: null, answer }))
  return { counted: [...[...before, ...counted].filter((one) => !smallest.includes(one)), ...given], left: [] }
}
