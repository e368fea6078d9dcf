import { expect, test } from 'vitest'
import {
  cutOf,
  importanceCutOf,
  importanceQuadrantOf,
  meanOf,
  performanceOf,
  prioritiesOf,
  quadrantOf,
} from './items.rules.ts'
import { findKano, NO_COUNTS } from './kano.rules.ts'

const RULE = {
  rule: 'frequency',
  mixedPercent: 6,
  questionablePercent: 5,
  reversePercent: 20,
  smallestSample: 30,
} as const
const find = (given: Partial<typeof NO_COUNTS>) => findKano({ ...NO_COUNTS, ...given }, RULE)
const one = find({ A: 20, O: 60, M: 10, I: 10 }) // 0.8, -0.7
const attractive = find({ A: 70, O: 10, M: 5, I: 15 }) // 0.8, -0.15
const must = find({ A: 5, O: 10, M: 70, I: 15 }) // 0.15, -0.8
const indifferent = find({ A: 10, O: 5, M: 5, I: 80 }) // 0.15, -0.1

test('QM 6 the four quadrants, cut at 0.5', () => {
  const cut = cutOf([one, attractive, must, indifferent], 'half')
  expect(cut).toEqual({ better: 0.5, worse: 0.5 })
  expect([one, attractive, must, indifferent].map((f) => quadrantOf(f, cut))).toEqual([
    'one-dimensional',
    'attractive',
    'must-be',
    'indifferent',
  ])
})

test('QM 6 cut at the mean of all items; what has no coefficients stands in none and moves no line', () => {
  const empty = find({ R: 3 })
  const cut = cutOf([one, attractive, must, indifferent, empty], 'mean')
  expect(cut.better).toBeCloseTo((0.8 + 0.8 + 0.15 + 0.15) / 4, 10)
  expect(cut.worse).toBeCloseTo((0.7 + 0.15 + 0.8 + 0.1) / 4, 10)
  expect(quadrantOf(empty, cut)).toBeNull()
  // alone an item lies on both lines and counts as high
  expect(quadrantOf(must, cutOf([must], 'mean'))).toBe('one-dimensional')
  expect(cutOf([], 'mean')).toEqual({ better: 0.5, worse: 0.5 })
})

test('QM 6 repair by abs(Worse) x (1 - performance), new ideas by Better / effort, nothing where a part is missing', () => {
  expect(prioritiesOf(must, 0.25, 4).repair).toBeCloseTo(0.8 * 0.75, 10)
  expect(prioritiesOf(attractive, null, 4)).toEqual({ repair: null, build: expect.closeTo(0.2, 10) })
  expect(prioritiesOf(attractive, 0.5, null).build).toBeNull()
  expect(prioritiesOf(find({ R: 5 }), 0.5, 2)).toEqual({ repair: null, build: null })
  expect(prioritiesOf(null, 0.5, 2)).toEqual({ repair: null, build: null })
})

test('QM 5 QM 6 what most residents reject or do not mind is never advised, however few would like it for little', () => {
  const rejected = find({ R: 70, A: 25, I: 5 })
  expect(rejected).toMatchObject({ class: 'R', better: { share: expect.closeTo(25 / 30, 10) } })
  expect(prioritiesOf(rejected, 0, 1)).toEqual({ repair: null, build: null })
  expect(prioritiesOf(indifferent, 0, 1)).toEqual({ repair: null, build: null })
})

test('QM 6 must-be and one-dimensional are repaired, attractive and one-dimensional are built', () => {
  const advised = [must, one, attractive].map((kano) => prioritiesOf(kano, 0, 1))
  expect(advised.map(({ repair, build }) => [repair !== null, build !== null])).toEqual([
    [true, false],
    [true, true],
    [false, true],
  ])
})

test('QM 5.8 three answers advise nothing; as many as make a sample do', () => {
  expect(prioritiesOf(find({ A: 3 }), 0, 1).build).toBeNull()
  expect(prioritiesOf(find({ M: 29 }), 0, 1).repair).toBeNull()
  expect([prioritiesOf(find({ A: 30 }), 0, 1).build, prioritiesOf(find({ M: 30 }), 0, 1).repair]).toEqual([1, 1])
})

test('QM 4 satisfaction from 1 to 5: mean, interval and performance', () => {
  const mean = meanOf(
    new Map([
      [1, 1],
      [3, 2],
      [5, 1],
    ]),
  )
  expect(mean).toMatchObject({ n: 4, mean: 3 })
  // s = sqrt(8/3), 1.96 * s / 2
  expect(mean?.high).toBeCloseTo(3 + 1.959964 * (Math.sqrt(8 / 3) / 2), 6)
  expect(performanceOf(mean)).toBe(0.5)
  expect(performanceOf(meanOf(new Map([[5, 9]])))).toBe(1)
  expect(meanOf(new Map())).toBeNull()
})

test('QM 4 one answer has a mean but no interval, two that agree have one', () => {
  expect(meanOf(new Map([[4, 1]]))).toEqual({ n: 1, mean: 4, low: null, high: null })
  expect(meanOf(new Map([[4, 2]]))).toEqual({ n: 2, mean: 4, low: 4, high: 4 })
})

test('QM 4 importance against satisfaction: important and poor is what to improve', () => {
  const asked = (w: number, s: number) => ({
    importance: { n: 9, mean: w, low: w, high: w },
    satisfaction: { n: 9, mean: s, low: s, high: s },
  })
  const items = [asked(8, 2), asked(8, 4), asked(4, 2), asked(4, 4)]
  const cut = importanceCutOf(items)
  expect(cut).toEqual({ importance: 6, satisfaction: 3 })
  expect(items.map((i) => importanceQuadrantOf(i, cut))).toEqual(['improve', 'keep', 'later', 'enough'])
  expect(importanceQuadrantOf({ importance: null, satisfaction: null }, cut)).toBeNull()
  expect(importanceCutOf([])).toBeNull()
})
