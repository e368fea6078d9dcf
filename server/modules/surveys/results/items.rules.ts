import type { Advice } from '#contract/rules/advice.ts'
import type { ItemFinding, KanoCode, KanoFinding, Mean, Quadrant } from '#contract/survey-results.ts'
import { Z } from './kano.rules.ts'

/** How often each value was given, by value; its mean with a 95 % interval, which one answer alone cannot have. Null of nothing. */
export const meanOf = (counts: ReadonlyMap<number, number>): Mean | null => {
  const n = [...counts.values()].reduce((sum, c) => sum + c, 0)
  if (n === 0) return null
  const mean = [...counts].reduce((sum, [value, c]) => sum + value * c, 0) / n
  const square = [...counts].reduce((sum, [value, c]) => sum + c * (value - mean) ** 2, 0)
  if (n < 2) return { n, mean, low: null, high: null }
  const half = Z * Math.sqrt(square / (n - 1) / n)
  return { n, mean, low: mean - half, high: mean + half }
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

/** The classes that each advice is of: what is missed where it lacks, and what pleases where it is there. */
const ADVISED: Record<Advice, readonly KanoCode[]> = { repair: ['M', 'O'], build: ['A', 'O'] }

/**
 * Section 6: repair work by abs(Worse) x (1 - performance), new ideas by Better / effort; null where a part is not known, where
 * the class is not one to repair or to build (of what most reject the coefficients tell of the rest alone), and where too few
 * have answered to give it a class (section 5, 8).
 */
export const prioritiesOf = (
  kano: KanoFinding | null,
  performance: number | null,
  effort: number | null,
): Record<Advice, number | null> => {
  const is = (by: Advice) => kano?.class && !kano.provisional && ADVISED[by].includes(kano.class)
  return {
    repair: is('repair') && kano?.worse && performance !== null ? -kano.worse.share * (1 - performance) : null,
    build: is('build') && kano?.better && effort !== null ? kano.better.share / effort : null,
  }
}

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
