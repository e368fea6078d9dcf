import { expect, test } from 'vitest'
import { CATALOGUE_ITEMS } from '#content/touchpoint-catalogue.ts'
import { DEFAULT_SETTINGS } from '#platform/settings/settings.ts'
import { scoreOf, tallyOf } from '../score.rules.ts'
import { commonItems, onOneMeasure } from './comparable.rules.ts'
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

test('versions are put on one measure by the items that all of them ask alike, as the last one weighs them', () => {
  const [first, second, third] = CATALOGUE_ITEMS
  if (!first || !second || !third) throw new Error('the catalogue is empty')
  const common = commonItems([
    [first, second],
    [{ ...second, severity: 'critical' }, third],
  ])
  expect([...common.keys()]).toEqual([second.id])
  expect(common.get(second.id)?.severity).toBe('critical')
  // another limit or other words are another question
  const limit = { metric: 'lux', op: '>=' as const, value: 300, unit: 'lx' }
  for (const other of [{ threshold: limit }, { zh: '另一句话' }])
    expect([
      ...commonItems([
        [first, second],
        [first, { ...second, ...other }],
      ]).keys(),
    ]).toEqual([first.id])
})

test('one measure is taken at the places that were looked at in every part, and put together as scores always are', () => {
  const [one, two] = CATALOGUE_ITEMS.filter((i) => i.touchpoint === 'T12' && i.kano === 'must-be')
  const door = CATALOGUE_ITEMS.find((i) => i.touchpoint === 'T01' && i.kano === 'must-be')
  if (!one || !two || !door) throw new Error('the catalogue is empty')
  const minor = [one, two, door].map((item) => ({ ...item, severity: 'minor' as const }))
  const common = new Map(minor.map((item) => [item.id, item]))
  const answer = (
    inspection_id: string,
    place_id: string,
    item: { id: string; touchpoint: string },
    mark: 'pass' | 'fail',
  ) => ({
    inspection_id,
    place_id,
    touchpoint: item.touchpoint,
    item_id: item.id,
    answer: mark,
  })
  const before = [
    answer('a', 'lift 1', one, 'fail'),
    answer('b', 'lift 1', one, 'pass'),
    answer('c', 'lift 2', one, 'pass'),
    // only before: it would pull the score down
    answer('d', 'lift 3', one, 'fail'),
    answer('e', 'gate', door, 'pass'),
  ]
  const now = [
    answer('f', 'lift 1', one, 'pass'),
    answer('f', 'lift 1', two, 'pass'),
    answer('g', 'lift 2', one, 'fail'),
    answer('h', 'gate', door, 'pass'),
    // asked by one version alone
    { ...answer('h', 'gate', door, 'fail'), item_id: 'T01-X-01' },
  ]
  const measured = (of: typeof rollUp) => onOneMeasure([before, now], { common, model, rollUp: of })
  // lifts (50 + 100) / 2 and 100, then (100 + 0) / 2 and 100; a look with a fault stands at 0
  expect(measured(rollUp)).toEqual({ scores: [87.5, 75], places: 3 })
  expect(measured({ ...rollUp, placeScore: 'latest' })).toEqual({ scores: [100, 75], places: 3 })
  const heavy = rollUp.weights.map((w, i) => (i === 11 ? 3 * w : w))
  expect(measured({ ...rollUp, weights: heavy }).scores).toEqual([81.25, 62.5])
  expect(onOneMeasure([before, []], { common, model, rollUp })).toEqual({ scores: [null, null], places: 0 })
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
