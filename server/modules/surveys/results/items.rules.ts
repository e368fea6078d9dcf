import type { Change, ItemFinding, KanoFinding, Mean, Quadrant } from '#contract/survey-results.ts'

const Z = 1.959964

/** How often each value was given, by value; its mean with a 95 % interval. Null of nothing. */
export const meanOf = (counts: ReadonlyMap<number, number>): Mean | null => {
  const n = [...counts.values()].reduce((sum, c) => sum + c, 0)
  if (n === 0) return null
  const mean = [...counts].reduce((sum, [value, c]) => sum + value * c, 0) / n
  const square = [...counts].reduce((sum, [value, c]) => sum + c * (value - mean) ** 2, 0)
  const half = n < 2 ? 0 : Z * Math.sqrt(square / (n - 1) / n)
  return { n, mean, low: mean - half, high: mean + half }
}

/** A figure with the variance of its sampling. */
type Estimate = { value: number; variance: number; n: number }
const estimateOfMean = (mean: Mean | null): Estimate | null =>
  mean && { value: mean.mean, variance: ((mean.high - mean.mean) / Z) ** 2, n: mean.n }
const estimateOfShare = (kano: KanoFinding | null, which: 'better' | 'worse'): Estimate | null => {
  const share = kano?.[which]
  if (!kano || !share) return null
  const { A, O, M, I } = kano.counts
  const [n, value] = [A + O + M + I, Math.abs(share.share)]
  return { value, variance: (value * (1 - value)) / n, n }
}

/** Whether a figure has changed between two samples by more than chance (95 %); none of samples below the smallest. */
const changeOf = (now: Estimate | null, before: Estimate | null, smallest: number): Change => {
  if (!now || !before || Math.min(now.n, before.n) < Math.max(2, smallest)) return null
  const difference = now.value - before.value
  if (difference === 0 || Math.abs(difference) <= Z * Math.sqrt(now.variance + before.variance)) return null
  return difference > 0 ? 'up' : 'down'
}

type Felt = { kano: KanoFinding | null; satisfaction: Mean | null }
/** What has changed of an attribute from one survey to another. */
export const changesOf = (now: Felt, before: Felt, smallest: number): NonNullable<ItemFinding['before']>['changed'] => {
  const share = (which: 'better' | 'worse') =>
    changeOf(estimateOfShare(now.kano, which), estimateOfShare(before.kano, which), smallest)
  return {
    better: share('better'),
    worse: share('worse'),
    satisfaction: changeOf(estimateOfMean(now.satisfaction), estimateOfMean(before.satisfaction), smallest),
  }
}

export type Cut = { better: number; worse: number }

/** Section 6: the cut of the quadrants, at the mean of all items that have coefficients or in the middle. */
export const cutOf = (findings: readonly KanoFinding[], at: 'mean' | 'half'): Cut => {
  const known = findings.flatMap(({ better, worse }) => (better && worse ? [{ b: better.share, w: -worse.share }] : []))
  if (at === 'half' || known.length === 0) return { better: 0.5, worse: 0.5 }
  const mean = (of: (one: { b: number; w: number }) => number) => known.reduce((s, k) => s + of(k), 0) / known.length
  return { better: mean((k) => k.b), worse: mean((k) => k.w) }
}

/** Section 6: on the line counts as high, because the safer reading asks more of us. */
export const quadrantOf = ({ better, worse }: KanoFinding, cut: Cut): Quadrant | null => {
  if (!better || !worse) return null
  const high = { better: better.share >= cut.better, worse: -worse.share >= cut.worse }
  if (high.better) return high.worse ? 'one-dimensional' : 'attractive'
  return high.worse ? 'must-be' : 'indifferent'
}

/** 1 to 5 as 0 to 1. */
export const performanceOf = (satisfaction: Mean | null): number | null =>
  satisfaction === null ? null : (satisfaction.mean - 1) / 4

/** Section 6: repair work by abs(Worse) x (1 - performance), new ideas by Better / effort; null where a part is not known. */
export const prioritiesOf = (
  kano: KanoFinding | null,
  performance: number | null,
  effort: number | null,
): { repair: number | null; build: number | null } => ({
  repair: kano?.worse && performance !== null ? -kano.worse.share * (1 - performance) : null,
  build: kano?.better && effort !== null ? kano.better.share / effort : null,
})

type ImportanceCut = { importance: number; satisfaction: number }
type Asked = { importance: Mean | null; satisfaction: Mean | null }

/** Importance against performance, cut at the means of the items that have both; null when there are none. */
export const importanceCutOf = (items: readonly Asked[]): ImportanceCut | null => {
  const known = items.flatMap(({ importance: w, satisfaction: s }) => (w && s ? [{ w: w.mean, s: s.mean }] : []))
  if (known.length === 0) return null
  return {
    importance: known.reduce((sum, k) => sum + k.w, 0) / known.length,
    satisfaction: known.reduce((sum, k) => sum + k.s, 0) / known.length,
  }
}

export const importanceQuadrantOf = (
  { importance, satisfaction }: Asked,
  cut: ImportanceCut | null,
): ItemFinding['importanceQuadrant'] => {
  if (!importance || !satisfaction || !cut) return null
  const good = satisfaction.mean >= cut.satisfaction
  return importance.mean >= cut.importance ? (good ? 'keep' : 'improve') : good ? 'enough' : 'later'
}
