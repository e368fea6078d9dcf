import { expect, test } from 'vitest'
import { CATALOGUE_ITEMS } from '#content/touchpoint-catalogue.ts'
import { DEFAULT_SETTINGS } from '#platform/settings/settings.ts'
import { scoreOf, tallyOf } from '../score.rules.ts'
import { commonItems, comparableScore } from './comparable.rules.ts'
import { explainScore } from './explain.rules.ts'
import { aboveTouchpoints, rollUpOf, scoresOf, weighted } from './roll-up.rules.ts'
import { scoreModelOf } from './score-model.ts'

const model = scoreModelOf(DEFAULT_SETTINGS)
const rollUp = rollUpOf(DEFAULT_SETTINGS)
const at = (touchpoint: string, place_id: string, mean: number | null, latest = mean) => ({
  month: '2025-04',
  touchpoint,
  place_id,
  looks: 1,
  mean,
  latest,
})

test('quality-model 7 the weights of the model are those of the source unless an operator sets others', () => {
  expect(model).toEqual({
    severity: { critical: 5, major: 3, minor: 1 },
    mustBeWeight: 0.7,
    oneDimensionalWeight: 0.3,
    criticalGate: 59,
    mustBeGate: 79,
    mustBePass: 0.9,
    bonus: 5,
  })
})

test('quality-model 7 what has no score is left out of every mean, and nothing at all gives none', () => {
  expect(weighted([null, 80, null, 60], [1, 1, 1, 3])).toBe(65)
  expect(weighted([null, null], [1, 1])).toBeNull()
  expect(weighted([80], [0])).toBeNull()
  expect(scoresOf([], rollUp)).toMatchObject({ score: null, looks: 0 })
  expect(scoresOf([at('T01', 'a', 8_000), at('T01', 'b', null)], rollUp).touchpoints[0]).toBe(8_000)
})

test('quality-model 7 a touchpoint weighs in its estate as it is set', () => {
  const rows = [at('T01', 'a', 10_000), at('T12', 'b', 5_000)]
  expect(scoresOf(rows, rollUp).score).toBe(7_500)
  const heavy = rollUp.weights.map((w, i) => (i === 11 ? 3 : w))
  expect(scoresOf(rows, { ...rollUp, weights: heavy }).score).toBe(6_250)
  expect(scoresOf([at('T01', 'a', 9_000, 4_000)], { ...rollUp, placeScore: 'latest' }).score).toBe(4_000)
  expect(aboveTouchpoints([9_000, ...Array.from({ length: 19 }, () => null)], rollUp.weights).families).toEqual({
    'five-posts': 9_000,
    'two-flow-lines': null,
    'four-channels': null,
  })
})

test('versions are put on one measure by the items that all of them have, as the last one weighs them', () => {
  const [first, second, third] = CATALOGUE_ITEMS
  if (!first || !second || !third) throw new Error('the catalogue is empty')
  const common = commonItems([
    [first, second],
    [{ ...second, severity: 'critical' }, third],
  ])
  expect([...common.keys()]).toEqual([second.id])
  expect(common.get(second.id)?.severity).toBe('critical')
  const answer = (inspection_id: string, item_id: string, mark: 'pass' | 'fail') => ({
    inspection_id,
    item_id,
    answer: mark,
  })
  const answers = [answer('x', first.id, 'fail'), answer('x', second.id, 'pass'), answer('y', second.id, 'fail')]
  expect(comparableScore(answers, common, model)).toBe(50)
  expect(comparableScore([answer('x', first.id, 'pass')], common, model)).toBeNull()
})

test('quality-model 7 the formula that is shown gives the score that is kept, whatever was answered', () => {
  const items = CATALOGUE_ITEMS.filter((i) => i.touchpoint === 'T08' || i.touchpoint === 'T17')
  for (let seed = 1; seed < 200; seed += 1) {
    const tally = tallyOf(
      items.map((item, i) => ({ item, answer: (i * seed) % 7 < 5 ? ('pass' as const) : ('fail' as const) })),
    )
    const shown = explainScore(tally, model)
    const { score } = scoreOf(tally, model)
    expect(shown.score).toBeCloseTo(score ?? -1, 2)
    expect(Math.min(shown.gate, (shown.base ?? 0) + shown.bonus)).toBeCloseTo(score ?? -1, 1)
  }
})
