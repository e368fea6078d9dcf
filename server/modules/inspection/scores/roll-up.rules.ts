import { CATALOGUE } from '#content/touchpoint-catalogue.ts'
import { TOUCHPOINTS } from '#contract/complaint-categories.ts'
import { FAMILIES, type Family } from '#contract/touchpoints.ts'
import type { Settings } from '#platform/settings/settings.ts'
import type { PlaceMonth } from './score.store.ts'

/** How scores are put together (settings). */
export type RollUp = { placeScore: 'mean' | 'latest'; weights: readonly number[] }
export const rollUpOf = (settings: Settings): RollUp => ({
  placeScore: settings.get('inspection.placeScore'),
  weights: settings.get('inspection.touchpointWeights'),
})

const familyOf = new Map<string, Family>(CATALOGUE.touchpoints.map((t) => [t.code, t.family]))
export const familyOfTouchpoint = (touchpoint: string): Family => familyOf.get(touchpoint) ?? 'four-channels'

export const meanOf = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, v) => sum + v, 0) / values.length

/** The mean of those that have a score, by their weights; null when none has one, or none of them weighs anything. */
export const weighted = (scores: readonly (number | null)[], weights: readonly number[]): number | null => {
  let [sum, weight] = [0, 0]
  for (const [i, score] of scores.entries()) {
    if (score === null) continue
    const w = weights[i] ?? 1
    sum += score * w
    weight += w
  }
  return weight === 0 ? null : sum / weight
}

/** Hundredths of a point as points with two decimals. */
export const inPoints = (hundredths: number | null): number | null =>
  hundredths === null ? null : Math.round(hundredths) / 100

/** What the looks at one place come to, hundredths. */
export type PlaceScores = Omit<PlaceMonth, 'month'>

export type MonthScores = {
  /** In the order of T01 to T20, hundredths. */
  touchpoints: (number | null)[]
  families: Record<Family, number | null>
  score: number | null
  looks: number
}

/** Of a place the mean of its looks or the last of them; of a touchpoint the mean of its places; of an estate the weighted mean of its touchpoints. */
export const scoresOf = (rows: readonly PlaceScores[], { placeScore, weights }: RollUp): MonthScores => {
  const by = Map.groupBy(rows, (r) => r.touchpoint)
  const touchpoints = TOUCHPOINTS.map((code) =>
    meanOf((by.get(code) ?? []).map((r) => r[placeScore]).filter((s) => s !== null)),
  )
  return { ...aboveTouchpoints(touchpoints, weights), looks: rows.reduce((sum, r) => sum + r.looks, 0) }
}

/** Families and estate from the scores of the twenty touchpoints. */
export const aboveTouchpoints = (
  touchpoints: (number | null)[],
  weights: readonly number[],
): Omit<MonthScores, 'looks'> => {
  const only = (family: Family) =>
    touchpoints.map((score, i) => (familyOfTouchpoint(TOUCHPOINTS[i] ?? '') === family ? score : null))
  const families = Object.fromEntries(FAMILIES.map((f) => [f, weighted(only(f), weights)])) as MonthScores['families']
  return { touchpoints, families, score: weighted(touchpoints, weights) }
}
