import type { Agreement } from '#contract/inspection-rounds.ts'
import type { AnswerMark } from '#contract/inspections.ts'

type Marks = ReadonlyMap<string, AnswerMark>
/** Items that both answered with pass or fail: [passed by the first, passed by the second]. */
export const bothAnswered = (first: Marks, second: Marks): { itemId: string; marks: [boolean, boolean] }[] =>
  [...first].flatMap(([itemId, a]) => {
    const b = second.get(itemId)
    return a === 'na' || b === undefined || b === 'na' ? [] : [{ itemId, marks: [a === 'pass', b === 'pass'] }]
  })

/**
 * FD-766: how far two inspectors agree. Percent: the share of items on which both said the same. Cohen's kappa: the
 * share of agreement beyond what their own shares of passes would give by chance; null where chance alone agrees always.
 */
export const agreementOf = (pairs: readonly (readonly [boolean, boolean])[]): Agreement => {
  const n = pairs.length
  const same = pairs.filter(([a, b]) => a === b).length
  if (n === 0) return { items: 0, same: 0, percent: null, kappa: null }
  const share = (of: (pair: readonly [boolean, boolean]) => boolean) => pairs.filter(of).length / n
  const [first, second] = [share(([a]) => a), share(([, b]) => b)]
  const observed = same / n
  const chance = first * second + (1 - first) * (1 - second)
  const kappa = chance >= 1 ? null : Math.round(((observed - chance) / (1 - chance)) * 1_000) / 1_000
  return { items: n, same, percent: Math.round(observed * 1_000) / 10, kappa }
}
