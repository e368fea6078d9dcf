import type { LookScore } from '#contract/scores.ts'
import { baseOf, ratesOf, type ScoreModel, scoreOf, type Tally } from '../score.rules.ts'

type Explained = Omit<LookScore, 'look' | 'items'>
const rounded = (value: number) => Math.round(value * 100) / 100

/** The weights in force, as they are shown. */
export const weightsOf = ({ severity, ...rest }: ScoreModel): LookScore['model'] => ({ weights: severity, ...rest })

/** The formula of a score with its numbers, so that a person can reckon it again. */
export const explainScore = (tally: Tally, model: ScoreModel): Explained => {
  const { score, gate, bonus } = scoreOf(tally, model)
  const { criticalFailed, ...rates } = ratesOf(tally, model)
  const base = baseOf(rates, model)
  return {
    score: score === null ? null : rounded(score),
    ...rates,
    base: base === null ? null : rounded(base),
    bonus: rounded(bonus),
    gate,
    gateBy: criticalFailed ? 'criticalFailed' : gate < 100 ? 'mustBeLow' : 'none',
    model: weightsOf(model),
  }
}
