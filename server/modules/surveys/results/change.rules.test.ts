import { expect, test } from 'vitest'
import { cellsWithout } from './cells.rules.ts'
import { chanceOf, changesOf, differencesOf, holm } from './change.rules.ts'
import { meanOf } from './items.rules.ts'
import { findKano, NO_COUNTS } from './kano.rules.ts'

const RULE = {
  rule: 'frequency',
  mixedPercent: 6,
  questionablePercent: 5,
  reversePercent: 20,
  smallestSample: 30,
} as const
const find = (given: Partial<typeof NO_COUNTS>) => findKano({ ...NO_COUNTS, ...given }, RULE)

test('QM 4 from one year to the next only what chance does not explain has changed, and nothing of small samples', () => {
  const felt = (five: number, three: number) =>
    meanOf(
      new Map([
        [5, five],
        [3, three],
      ]),
    )
  const at = (kano: Parameters<typeof find>[0] | null, satisfaction: ReturnType<typeof felt>) => ({
    kano: kano && find(kano),
    satisfaction,
  })
  const last = at({ A: 20, O: 20, M: 20, I: 40 }, felt(50, 50)) // 0.4, 0.4, 4.0
  expect(changesOf(at({ A: 50, O: 30, M: 0, I: 20 }, felt(70, 30)), last, 30)).toEqual({
    better: 'up', // 0.8
    worse: null, // 0.3: 0.1 less, 1.96 standard errors are 0.13
    satisfaction: 'up',
  })
  expect(changesOf(at({ A: 5, O: 10, M: 70, I: 15 }, felt(30, 70)), last, 30)).toEqual({
    better: 'down',
    worse: 'up',
    satisfaction: 'down',
  })
  // 4.0 and 4.24 of a hundred each: standard error 0.140, so 0.274 are needed and 0.28 are enough
  expect(changesOf(at(null, felt(62, 38)), last, 30).satisfaction).toBeNull()
  expect(changesOf(at(null, felt(64, 36)), last, 30).satisfaction).toBe('up')
  expect(changesOf(last, last, 30)).toEqual({ better: null, worse: null, satisfaction: null })
  const few = at({ A: 29 }, felt(29, 0))
  expect(changesOf(few, last, 30)).toEqual({ better: null, worse: null, satisfaction: null })
  expect(changesOf(few, last, 29)).toEqual({ better: 'up', worse: 'down', satisfaction: 'up' })
  // one answer has no variance, so nothing can be said of it however low the smallest sample is
  expect(changesOf(at(null, felt(1, 0)), last, 1).satisfaction).toBeNull()
  expect(changesOf(at(null, null), last, 30)).toEqual({ better: null, worse: null, satisfaction: null })
})

test('QM 4 a small sample that agrees with itself by chance differs in nothing: what chance does is measured on both together', () => {
  // none of 30 where 7 % of the others say so is no wonder (one in nine times), although its own variance is nought
  const group = { kano: find({ I: 30 }), satisfaction: null }
  const others = { kano: find({ M: 7, I: 93 }), satisfaction: null }
  expect(changesOf(group, others, 30).worse).toBeNull()
  expect(changesOf({ kano: find({ I: 300 }), satisfaction: null }, others, 30).worse).toBe('down')
})

test('QM 4 the probability of a difference by chance, far into the tail where many tests need it', () => {
  expect(chanceOf(0)).toBeCloseTo(1, 6)
  expect(chanceOf(-1.959964)).toBeCloseTo(0.05, 6)
  expect(chanceOf(3.290527) / 0.001).toBeCloseTo(1, 5)
  expect(chanceOf(5.326724) / 1e-7).toBeCloseTo(1, 5)
  expect(chanceOf(Number.POSITIVE_INFINITY)).toBe(0)
})

test('QM 4 many groups are tested at once: each must pass the level shared out among those that are left (Holm)', () => {
  // 0.05 / 4, / 3, / 2: the third does not pass, so the fourth does not either
  expect(holm([0.04, 0.01, 0.026, 0.016])).toEqual([false, true, false, true])
  expect(holm([0.0126, 0.02, 0.03, 0.04])).toEqual([false, false, false, false])
  expect(holm([0.05])).toEqual([true])
  expect(holm([])).toEqual([])
})

test('QM 4 a group differs from all others together, in what it differs and to which side, and none below the smallest', () => {
  const felt = (counts: Parameters<typeof find>[0], five: number, three: number) => ({
    kano: find(counts),
    satisfaction: meanOf(
      new Map([
        [5, five],
        [3, three],
      ]),
    ),
  })
  const usual = felt({ A: 20, O: 20, M: 20, I: 40 }, 50, 50) // 0.4, 0.4, 4.0
  const none = { better: null, worse: null, satisfaction: null }
  const harder = felt({ A: 5, O: 10, M: 70, I: 15 }, 30, 70) // 0.15, 0.8, 3.6
  expect(differencesOf([{ own: harder, others: usual }], 30)).toEqual([
    { better: 'down', worse: 'up', satisfaction: 'down' },
  ])
  // alone the satisfaction of 4.28 passes (1.96 of 2.01 standard errors); among fifteen tests it does not
  const bit = felt({ A: 20, O: 20, M: 20, I: 40 }, 64, 36)
  expect(differencesOf([{ own: { kano: null, satisfaction: bit.satisfaction }, others: usual }], 30)).toEqual([
    { ...none, satisfaction: 'up' },
  ])
  const many = differencesOf(
    [bit, usual, usual, usual, usual].map((own) => ({ own, others: usual })),
    30,
  )
  expect(many).toEqual([none, none, none, none, none])
  // 29 who say nothing but the best are too few to say it of their group
  expect(differencesOf([{ own: felt({ A: 29 }, 29, 0), others: usual }], 30)).toEqual([none])
  expect(differencesOf([], 30)).toEqual([])
})

test('QM 4 all others are the whole without the group, answer by answer', () => {
  const cell = (grp: string | null, x: number, n: number) => ({ grp, no: 1, kind: 's' as const, x, y: 0, n })
  const whole = [cell(null, 5, 7), cell(null, 4, 3), { ...cell(null, 5, 2), no: 2 }]
  expect(cellsWithout(whole, [cell('owner', 5, 4), cell('owner', 4, 3)])).toEqual([
    cell(null, 5, 3),
    { ...cell(null, 5, 2), no: 2 },
  ])
})
