import type { Change, Changes, KanoFinding, Mean } from '#contract/survey-results.ts'
import { Z } from './kano.rules.ts'

/** A figure with the variance of one answer. */
type Estimate = { value: number; variance: number; n: number }
const estimateOfMean = (mean: Mean | null): Estimate | null =>
  mean?.high == null ? null : { value: mean.mean, variance: mean.n * ((mean.high - mean.mean) / Z) ** 2, n: mean.n }
const estimateOfShare = (kano: KanoFinding | null, which: 'better' | 'worse'): Estimate | null => {
  const share = kano?.[which]
  if (!kano || !share) return null
  const { A, O, M, I } = kano.counts
  const value = Math.abs(share.share)
  return { value, variance: value * (1 - value), n: A + O + M + I }
}

/**
 * How many standard errors lie between two samples, with the sign of the difference; null of samples below the smallest.
 * By chance alone both come from one whole, so its variance is that of both together: a small sample that happens to agree
 * with itself is not certain of anything (for shares this is the usual test of two proportions).
 */
const distanceOf = (one: Estimate | null, other: Estimate | null, smallest: number): number | null => {
  if (!one || !other || Math.min(one.n, other.n) < Math.max(2, smallest)) return null
  if (one.value === other.value) return 0
  const n = one.n + other.n
  const mean = (one.n * one.value + other.n * other.value) / n
  const spread = ({ variance, value, n: own }: Estimate) => own * (variance + (value - mean) ** 2)
  const variance = (spread(one) + spread(other)) / n
  return (one.value - other.value) / Math.sqrt(variance * (1 / one.n + 1 / other.n))
}
const directionOf = (distance: number): 'up' | 'down' => (distance > 0 ? 'up' : 'down')

export type Felt = { kano: KanoFinding | null; satisfaction: Mean | null }
const FIGURES = ['better', 'worse', 'satisfaction'] as const
const estimateOf = ({ kano, satisfaction }: Felt, figure: (typeof FIGURES)[number]): Estimate | null =>
  figure === 'satisfaction' ? estimateOfMean(satisfaction) : estimateOfShare(kano, figure)

/** What has changed of an attribute from one survey to another by more than chance (95 %). */
export const changesOf = (now: Felt, before: Felt, smallest: number): Changes => {
  const change = (figure: (typeof FIGURES)[number]): Change => {
    const distance = distanceOf(estimateOf(now, figure), estimateOf(before, figure), smallest)
    return distance === null || Math.abs(distance) <= Z ? null : directionOf(distance)
  }
  return { better: change('better'), worse: change('worse'), satisfaction: change('satisfaction') }
}

/** The complementary error function; Chebyshev fit of Numerical Recipes, good to 1.2e-7 of its value however small. */
const ERFC = [
  -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587, -0.82215223,
  0.17087277,
] as const
/** How probable it is that chance alone lays two samples so many standard errors apart, to either side. */
export const chanceOf = (distance: number): number => {
  const x = Math.abs(distance) / Math.SQRT2
  if (x === Number.POSITIVE_INFINITY) return 0
  const t = 1 / (1 + x / 2)
  return t * Math.exp(-x * x + ERFC.reduceRight((sum, c) => c + t * sum, 0))
}

const LEVEL = 0.05
/**
 * Which of many tests say more than chance does, together: the least probable must pass the level shared out among all,
 * the next among those that are left, until one does not (Holm). At most one table in twenty shows even one by chance.
 */
export const holm = (chances: readonly number[]): boolean[] => {
  const passed = chances.map(() => false)
  for (const [rank, { chance, i }] of chances
    .map((chance, i) => ({ chance, i }))
    .toSorted((a, b) => a.chance - b.chance)
    .entries()) {
    if (chance > LEVEL / (chances.length - rank)) break
    passed[i] = true
  }
  return passed
}

/**
 * Of each part of a whole against all others together, in which figures it differs by more than chance: the test is that of
 * one year against another, corrected for as many as stand in the table (Holm).
 */
export const differencesOf = (parts: readonly { own: Felt; others: Felt }[], smallest: number): Changes[] => {
  const tests = parts.flatMap(({ own, others }, part) =>
    FIGURES.flatMap((figure) => {
      const distance = distanceOf(estimateOf(own, figure), estimateOf(others, figure), smallest)
      return distance === null ? [] : [{ part, figure, distance }]
    }),
  )
  const passed = holm(tests.map(({ distance }) => chanceOf(distance)))
  const found = parts.map((): Changes => ({ better: null, worse: null, satisfaction: null }))
  for (const [i, { part, figure, distance }] of tests.entries()) {
    const own = found[part]
    if (own && passed[i]) own[figure] = directionOf(distance)
  }
  return found
}
