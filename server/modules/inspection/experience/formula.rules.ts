import type { Experience, Fault, LEVEL_STANDINGS, Level, MUST_BE_STANDINGS } from '#contract/experience.ts'
import type { TouchpointScore } from '#contract/scores.ts'
import { type Rates, type ScoreModel, shareOf } from '../score.rules.ts'
import { partOf, type Standing, sharesOf } from './standing.rules.ts'

type MustBe = Pick<Experience['mustBe'], 'standing' | 'gate' | 'gateBy'>

/**
 * Section 7 on the whole estate: one critical must-be item that is not right gates it, and so does a share below the pass
 * mark. Nothing that shines elsewhere lifts it.
 */
export const mustBeOf = (rates: Rates, broken: readonly Fault[], model: ScoreModel): MustBe => {
  const share = shareOf(rates.mustBe)
  if (broken.some((f) => f.severity === 'critical'))
    return { standing: 'broken', gate: model.criticalGate, gateBy: 'criticalFailed' }
  if (share !== null && share < model.mustBePass)
    return { standing: 'low', gate: model.mustBeGate, gateBy: 'mustBeLow' }
  const standing: (typeof MUST_BE_STANDINGS)[number] = share === null ? 'unseen' : 'met'
  return { standing, gate: 100, gateBy: 'none' }
}

/** Tenths of a percent are the smallest step that is shown. */
const tenths = (share: number) => Math.round(share * 1_000)
export const levelStanding = (now: number | null, before: number | null): (typeof LEVEL_STANDINGS)[number] => {
  if (now === null) return 'unseen'
  if (before === null) return 'first'
  const by = tenths(now) - tenths(before)
  return by > 0 ? 'up' : by < 0 ? 'down' : 'same'
}

/** The level of each touchpoint that is asked for one, beside what customers say of it; those nobody looked at too. */
export const levelsOf = (
  asked: ReadonlySet<string>,
  now: readonly Standing[],
  before: readonly Standing[],
  beside: readonly TouchpointScore[],
  model: ScoreModel,
): Level[] => {
  const own = (all: readonly Standing[], touchpoint: string) =>
    sharesOf(
      all.filter((s) => s.item.touchpoint === touchpoint && partOf(s.item) === 'one-dimensional'),
      model,
    ).oneDimensional
  return beside.flatMap(({ touchpoint, survey, complaints }) => {
    const rate = own(now, touchpoint)
    if (rate === null && !asked.has(touchpoint)) return []
    return [{ touchpoint, rate, before: shareOf(own(before, touchpoint)), satisfaction: survey, complaints }]
  })
}
