import fc from 'fast-check'
import { expect, test } from 'vitest'
import { KANO_CODES, type KanoCode, type KanoCounts } from '#contract/survey-results.ts'
import { DUAL_RESPONSE, PUBLISHED, SKI } from './fixtures/published.ts'
import { classify, findKano, fongLimit, type KanoRule, NO_COUNTS, wilson } from './kano.rules.ts'

const RULE: KanoRule = {
  rule: 'frequency',
  mixedPercent: 6,
  questionablePercent: 5,
  reversePercent: 20,
  smallestSample: 30,
}
const counts = (given: Partial<KanoCounts>): KanoCounts => ({ ...NO_COUNTS, ...given })
const find = (given: Partial<KanoCounts>, rule: Partial<KanoRule> = {}) => findKano(counts(given), { ...RULE, ...rule })

test('QM 5 each of the 25 cells of the evaluation table', () => {
  const [like, expect_, neutral, livewith, dislike] = [5, 4, 3, 2, 1]
  const rows: [number, string][] = [
    [like, 'Q A A A O'],
    [expect_, 'R I I I M'],
    [neutral, 'R I I I M'],
    [livewith, 'R I I I M'],
    [dislike, 'R R R R Q'],
  ]
  const columns = [like, expect_, neutral, livewith, dislike]
  for (const [f, row] of rows) expect(columns.map((d) => classify(f, d)).join(' '), `row ${f}`).toBe(row)
  const all = rows.flatMap(([f]) => columns.map((d) => classify(f, d)))
  const often = (code: KanoCode) => all.filter((c) => c === code).length
  expect(KANO_CODES.map(often)).toEqual([3, 1, 3, 9, 7, 2])
})

test('QM 5 what is no answer is no cell', () => {
  for (const [f, d] of [
    [0, 3],
    [3, 6],
    [1.5, 2],
  ] as const)
    expect(() => classify(f, d)).toThrow(RangeError)
})

test('QM 5.2 the most frequent of M, O, A, I, R is the class; Q is reported apart and never wins', () => {
  expect(find({ M: 5, Q: 40, I: 6 }).class).toBe('I')
  expect(find({ R: 9, I: 8 }).class).toBe('R')
  expect(find({ M: 5, Q: 40, I: 6 })).toMatchObject({ total: 51, valid: 11 })
  expect(find({}).class).toBeNull()
})

test('QM 5.2 nothing but questionable answers is no class, by either rule: no second, no lead, nothing to rely on', () => {
  for (const rule of ['frequency', 'blauth'] as const)
    expect(find({ Q: 30 }, { rule })).toMatchObject({
      total: 30,
      valid: 0,
      class: null,
      second: null,
      top: null,
      categoryStrength: null,
      significant: false,
      mixed: false,
      questionable: true,
      provisional: true,
    })
  expect(find({ Q: 30, M: 1 })).toMatchObject({ class: 'M', valid: 1 })
})

test('QM 5.3 on a tie the safer class wins: M before O before A before I', () => {
  expect(find({ M: 10, O: 10, A: 10, I: 10 }).class).toBe('M')
  expect(find({ O: 10, A: 10, I: 10 }).class).toBe('O')
  expect(find({ A: 10, I: 10 }).class).toBe('A')
  expect(find({ I: 10, R: 10 }).class).toBe('I')
})

test('QM 5.4 the Blauth rule compares the two halves first, and stands in place of the frequency', () => {
  // I is the most frequent, yet those who feel something are more
  const torn = { M: 20, O: 19, A: 18, I: 40, R: 2, Q: 1 }
  expect(find(torn).class).toBe('I')
  expect(find(torn, { rule: 'blauth' }).class).toBe('M')
  // equal halves are not greater
  expect(find({ O: 10, M: 10, I: 15, Q: 5 }, { rule: 'blauth' }).class).toBe('I')
  expect(find({ M: 10, I: 4, Q: 9 }, { rule: 'blauth' }).class).toBe('Q')
})

test('QM 5.5 category strength is the lead of the first class, total strength the share of M, O and A', () => {
  const worked = find({ A: 10, O: 30, M: 50, I: 10 })
  expect(worked).toMatchObject({ class: 'M', second: 'O', mixed: false })
  expect(worked.categoryStrength).toBeCloseTo(0.2, 10)
  expect(worked.totalStrength).toBeCloseTo(0.9, 10)
})

test('QM 5.5 a lead below 6 percent reads as mixed, also where so many answered that it is no chance', () => {
  expect(find({ M: 52_500, O: 47_500 }).mixed).toBe(true)
  expect(find({ M: 52_500, O: 47_500 }).significant).toBe(true)
  expect(find({ M: 53_000, O: 47_000 }).mixed).toBe(false)
})

test('QM 5.5 a lead that chance could have made reads as mixed (Fong)', () => {
  expect(fongLimit(123, 95, 296)).toBeCloseTo(19.36, 2)
  expect(find({ M: 28, O: 22, I: 10 })).toMatchObject({ significant: false, mixed: true })
  expect(find({ M: 40, O: 10, I: 10 })).toMatchObject({ significant: true, mixed: false })
})

test('QM 5.6 more than 5 percent of questionable answers flag the question, exactly 5 do not', () => {
  expect(find({ M: 95, Q: 5 }).questionable).toBe(false)
  expect(find({ M: 94, Q: 6 }).questionable).toBe(true)
})

test('QM 5.7 more than 20 percent of reverse answers flag the item', () => {
  expect(find({ M: 80, R: 20 }).reverse).toBe(false)
  expect(find({ M: 79, R: 21 }).reverse).toBe(true)
})

test('QM 5.8 below 30 valid pairs the class is provisional; questionable ones are not valid', () => {
  expect(find({ M: 29, Q: 5 }).provisional).toBe(true)
  expect(find({ M: 30 }).provisional).toBe(false)
  expect(find({ M: 30 }, { smallestSample: 50 }).provisional).toBe(true)
})

test('QM 6 Better and Worse of the worked example', () => {
  const { better, worse } = find({ A: 10, O: 30, M: 50, I: 10 })
  expect(better?.share).toBeCloseTo(0.4, 10)
  expect(worse?.share).toBeCloseTo(-0.8, 10)
})

test('QM 6 R and Q are left out; with nothing else both coefficients are undefined', () => {
  expect(find({ A: 10, O: 30, M: 50, I: 10, R: 70, Q: 9 }).better?.share).toBeCloseTo(0.4, 10)
  expect(find({ R: 7, Q: 3 })).toMatchObject({ better: null, worse: null })
})

test('QM 6 the intervals hold the coefficient and lie within its range, whatever was counted', () => {
  const count = fc.nat(500)
  fc.assert(
    fc.property(count, count, count, count, count, count, (M, O, A, I, R, Q) => {
      const { better, worse, top, counts: kept, total } = find({ M, O, A, I, R, Q })
      expect(total).toBe(M + O + A + I + R + Q)
      expect(kept).toEqual({ M, O, A, I, R, Q })
      for (const share of [better, top]) {
        if (!share) continue
        expect(share.low).toBeLessThanOrEqual(share.share + 1e-12)
        expect(share.high).toBeGreaterThanOrEqual(share.share - 1e-12)
        expect(share.low).toBeGreaterThanOrEqual(0)
        expect(share.high).toBeLessThanOrEqual(1)
      }
      if (worse) {
        expect(worse.share).toBeGreaterThanOrEqual(-1)
        expect(worse.low).toBeLessThanOrEqual(worse.share + 1e-12)
        expect(worse.high).toBeLessThanOrEqual(0)
      }
    }),
  )
})

test('the Wilson interval of 0 and of 10 in 10, as they are tabled', () => {
  expect(wilson(0, 10)?.high).toBeCloseTo(0.2775, 4)
  expect(wilson(10, 10)?.low).toBeCloseTo(0.7225, 4)
  expect(wilson(5, 10)).toEqual({ share: 0.5, low: expect.closeTo(0.2366, 4), high: expect.closeTo(0.7634, 4) })
  expect(wilson(0, 0)).toBeNull()
})

test.each(PUBLISHED.map((p) => [p.name, p] as const))(
  'QM 5 QM 6 a published evaluation comes out to its printed digits: %s',
  (_name, printed) => {
    const found = find(printed.counts)
    expect(found.class).toBe(printed.class)
    expect(`${Math.round((found.totalStrength ?? 0) * 100)}%`).toBe(printed.totalStrength)
    expect(`${Math.round((found.categoryStrength ?? 0) * 100)}%`).toBe(printed.categoryStrength)
    expect(found.better?.share.toFixed(3)).toBe(printed.plus)
    expect(found.worse?.share.toFixed(3)).toBe(printed.minus)
    const [difference, limit, verdict] = printed.fong
    const [a = 0, b = 0] = Object.entries(printed.counts)
      .filter(([code]) => code !== 'Q')
      .map(([, n]) => n)
      .sort((x, y) => y - x)
    expect(a - b).toBe(difference)
    expect(fongLimit(a, b, found.total).toFixed(1)).toBe(limit)
    expect(found.significant).toBe(verdict === 'sig.')
  },
)

test.each(DUAL_RESPONSE.map((p) => [p.name, p] as const))(
  'QM 5 QM 6 the table of a paper comes out to its three digits, by both rules of the class: %s',
  (_name, printed) => {
    const found = find(printed.counts)
    expect(found.class).toBe(printed.frequency)
    expect(find(printed.counts, { rule: 'blauth' }).class).toBe(printed.blauth)
    expect(found.better?.share.toFixed(3)).toBe(printed.plus)
    expect(found.worse?.share.toFixed(3)).toBe(printed.minus)
  },
)

test.each(SKI.map((p) => [p.name, p] as const))(
  'QM 5 QM 6 the ski survey of 1996 comes out to its two digits: %s',
  (_name, printed) => {
    const found = find(printed.counts)
    expect(found.class).toBe(printed.class)
    if (printed.plus) expect(found.better?.share.toFixed(2)).toBe(printed.plus)
    expect(found.worse?.share.toFixed(2)).toBe(printed.minus)
  },
)
