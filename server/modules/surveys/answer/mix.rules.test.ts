import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Counted, mix, type Traits } from './mix.rules.ts'

type Waiting = Traits & { answer: number }
const DAY = '2026-11-20'
const of = (building: string, tenure: Traits['tenure'], since: Traits['since'], n: number, from = 0): Waiting[] =>
  Array.from({ length: n }, (_, i) => ({ building, tenure, since, answer: from + i }))
const seen = ({ building, tenure, since, day }: Counted<number>) => `${building}|${tenure}|${since}|${day}`
const groupSizes = (counted: readonly Counted<number>[]) =>
  [...Map.groupBy(counted, seen).values()].map((g) => g.length)

test('QM 4 traits that at least k share are kept as they are', () => {
  const { counted, left } = mix([], of('b1', 'owner', 'over5', 5), { day: DAY, k: 5, final: false })
  expect(left).toEqual([])
  expect(new Set(counted.map(seen))).toEqual(new Set([`b1|owner|over5|${DAY}`]))
})

test('fewer than k wait, and nothing of them is counted in', () => {
  const waiting = of('b1', 'owner', 'over5', 4)
  expect(mix([], waiting, { day: DAY, k: 5, final: false })).toEqual({ counted: [], left: waiting })
})

test('what too few share is taken away step by step, never so that one stands out by what is missing', () => {
  // six owners and one tenant of a building: the tenant alone would be "the one of b1 without a tenure"
  const waiting = [...of('b1', 'owner', 'over5', 6), ...of('b1', 'tenant', 'under1', 1, 6)]
  const { counted, left } = mix([], waiting, { day: DAY, k: 5, final: false })
  expect(counted).toHaveLength(6)
  expect(left.map((w) => w.answer)).toEqual([6])
  const spread = [...of('b1', 'owner', 'over5', 3), ...of('b1', 'owner', 'under1', 3, 3)]
  expect(new Set(mix([], spread, { day: DAY, k: 5, final: false }).counted.map(seen))).toEqual(
    new Set([`b1|owner|null|${DAY}`]),
  )
})

test('when the survey is over the last few hide among the smallest group', () => {
  const before = mix([], [...of('b1', 'owner', 'over5', 5), ...of('b2', 'owner', 'over5', 9, 5)], {
    day: DAY,
    k: 5,
    final: false,
  }).counted
  const { counted, left } = mix(before, of('b3', 'tenant', 'under1', 1, 20), { day: '2026-11-30', k: 5, final: true })
  expect(left).toEqual([])
  expect(counted).toHaveLength(15)
  expect(groupSizes(counted).sort((a, b) => a - b)).toEqual([6, 9])
  expect(counted.find((c) => c.answer === 20)).toMatchObject({ building: null, tenure: null, since: null, day: null })
})

test('QM 4 whoever comes when: nothing is lost, nothing doubled, and no group that can be seen is below k', () => {
  const person = fc.record({
    building: fc.constantFrom('b1', 'b2', 'b3'),
    tenure: fc.constantFrom('owner' as const, 'tenant' as const),
    since: fc.constantFrom('under1' as const, 'over5' as const),
  })
  fc.assert(
    fc.property(
      fc.array(fc.array(person, { maxLength: 25 }), { maxLength: 5 }),
      fc.integer({ min: 2, max: 6 }),
      (days, k) => {
        let counted: Counted<number>[] = []
        let left: Waiting[] = []
        let n = 0
        for (const [i, came] of days.entries()) {
          const waiting = [...left, ...came.map((p) => ({ ...p, answer: n++ }))]
          const next = mix(counted, waiting, { day: `2026-11-${10 + i}`, k, final: i === days.length - 1 })
          counted = next.counted
          left = next.left
        }
        expect([...counted, ...left].map((c) => c.answer).sort((a, b) => a - b)).toEqual(
          Array.from({ length: n }, (_, i) => i),
        )
        if (days.length > 0) expect(left).toEqual([])
        if (n >= k) for (const size of groupSizes(counted)) expect(size).toBeGreaterThanOrEqual(k)
        else for (const one of counted) expect(seen(one)).toBe('null|null|null|null')
      },
    ),
    { numRuns: 300 },
  )
})
