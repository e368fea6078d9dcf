import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CATALOGUE_ITEMS } from '#content/touchpoint-catalogue.ts'
import { ANSWERS, type AnswerMark } from '#contract/inspections.ts'
import { KANO_CLASSES, SEVERITIES } from '#contract/touchpoints.ts'
import { addTallies, inHundredths, type ScoreModel, scoreOf, tallyOf } from './score.rules.ts'

const MODEL: ScoreModel = {
  severity: { critical: 5, major: 3, minor: 1 },
  mustBeWeight: 0.7,
  oneDimensionalWeight: 0.3,
  criticalGate: 59,
  mustBeGate: 79,
  mustBePass: 0.9,
  bonus: 5,
}
const LIFT = CATALOGUE_ITEMS.filter((i) => i.touchpoint === 'T12')
const answered = (failed: readonly string[]) =>
  LIFT.map((item) => ({ item, answer: failed.includes(item.id) ? ('fail' as const) : ('pass' as const) }))
const minor = LIFT.find((i) => i.severity === 'minor')?.id ?? ''

test('quality model 7: the worked example of the lift, one minor item failed', () => {
  const { mustBe, oneDimensional, gate, score } = scoreOf(tallyOf(answered([minor])), MODEL)
  expect([mustBe, oneDimensional, gate]).toEqual([61 / 62, null, 100])
  expect(score).toBeCloseTo(98.387, 3)
  expect(inHundredths(score)).toBe(9839)
})

test('quality model 7: only the certificate out of date gates the lift at 59', () => {
  const { mustBe, gate, score } = scoreOf(tallyOf(answered(['T12-F-13'])), MODEL)
  expect(mustBe).toBeCloseTo(57 / 62, 10)
  expect([gate, score]).toEqual([59, 59])
})

test('quality model 7: below nine in ten of the must-be nothing reaches more than 79', () => {
  const items = [...Array(9).fill('pass'), 'fail', 'fail'].map((answer: AnswerMark) => ({
    item: { kano: 'must-be' as const, severity: 'minor' as const },
    answer,
  }))
  expect(scoreOf(tallyOf(items), MODEL)).toMatchObject({ gate: 79, score: 79 })
})

test('quality model 7: must-be and one-dimensional are weighed 7 to 3, shining adds at most five points', () => {
  const of = (kano: (typeof KANO_CLASSES)[number], answer: AnswerMark) => ({
    item: { kano, severity: 'minor' as const },
    answer,
  })
  const half = [of('must-be', 'pass'), of('one-dimensional', 'pass'), of('one-dimensional', 'fail')]
  expect(scoreOf(tallyOf(half), MODEL).score).toBeCloseTo(85, 10)
  expect(scoreOf(tallyOf([...half, of('attractive', 'pass')]), MODEL).score).toBeCloseTo(90, 10)
  expect(scoreOf(tallyOf([...half, of('attractive', 'fail')]), MODEL).score).toBeCloseTo(85, 10)
  expect(scoreOf(tallyOf([of('attractive', 'pass')]), MODEL).score).toBeNull()
  expect(scoreOf(tallyOf([of('must-be', 'na'), of('indifferent', 'fail')]), MODEL).score).toBeNull()
  expect(scoreOf(tallyOf([of('reverse', 'fail')]), MODEL).score).toBe(100)
})

const anyAnswer = fc.record({
  item: fc.record({ kano: fc.constantFrom(...KANO_CLASSES), severity: fc.constantFrom(...SEVERITIES) }),
  answer: fc.constantFrom(...ANSWERS),
})

test('quality model 7: a missing attractive item never costs a point, and no score leaves 0 to 100', () => {
  fc.assert(
    fc.property(fc.array(anyAnswer, { maxLength: 40 }), fc.constantFrom(...SEVERITIES), (answers, severity) => {
      const { score } = scoreOf(tallyOf(answers), MODEL)
      const without = scoreOf(tallyOf(answers.filter((a) => a.item.kano !== 'attractive')), MODEL).score
      if (score !== null) expect(score).toBeGreaterThanOrEqual(0)
      if (score !== null) expect(score).toBeLessThanOrEqual(100)
      if (score !== null && without !== null) expect(score).toBeGreaterThanOrEqual(without)
      const failed = [...answers, { item: { kano: 'must-be' as const, severity }, answer: 'fail' as const }]
      const after = scoreOf(tallyOf(failed), MODEL).score
      if (score !== null && scoreOf(tallyOf(answers), MODEL).mustBe !== null)
        expect(after ?? 100).toBeLessThanOrEqual(score + 1e-9)
    }),
  )
})

test('tallies of several looks add up to the tally of all their answers', () => {
  fc.assert(
    fc.property(fc.array(fc.array(anyAnswer, { maxLength: 9 }), { maxLength: 5 }), (looks) => {
      expect(addTallies(looks.map(tallyOf))).toEqual(tallyOf(looks.flat()))
    }),
  )
})
