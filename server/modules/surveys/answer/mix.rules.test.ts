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

/** The first k stay behind; here they are of one house that no test looks at. */
const BEHIND = of('behind', 'owner', 'over5', 5, 100)
const nightly = (before: Counted<number>[], waiting: Waiting[]) => {
  const next = mix(before, [...BEHIND, ...waiting], { day: DAY, k: 5, final: false })
  expect(next.left.slice(0, 5)).toEqual(BEHIND)
  return { counted: next.counted, left: next.left.slice(5) }
}

test('QM 4 traits that at least k share are kept as they are', () => {
  const { counted, left } = nightly([], of('b1', 'owner', 'over5', 5))
  expect(left).toEqual([])
  expect(new Set(counted.map(seen))).toEqual(new Set([`b1|owner|over5|${DAY}`]))
})

test('QM 4 fewer than k wait beside those that stay behind, and nothing of them is counted in', () => {
  const waiting = of('b1', 'owner', 'over5', 4)
  expect(nightly([], waiting)).toEqual({ counted: [], left: waiting })
})

test('what too few share is taken away step by step, never so that one stands out by what is missing', () => {
  // six owners and one tenant of a building: the tenant alone would be "the one of b1 without a tenure"
  const { counted, left } = nightly([], [...of('b1', 'owner', 'over5', 6), ...of('b1', 'tenant', 'under1', 1, 6)])
  expect(counted).toHaveLength(6)
  expect(left.map((w) => w.answer)).toEqual([6])
  const spread = [...of('b1', 'owner', 'over5', 3), ...of('b1', 'owner', 'under1', 3, 3)]
  expect(new Set(nightly([], spread).counted.map(seen))).toEqual(new Set([`b1|owner|null|${DAY}`]))
})

test('QM 4 when the survey is over the last few hide among those that are counted in with them, not among those shown before', () => {
  const before = nightly([], of('b2', 'owner', 'over5', 5, 5)).counted
  const waiting = [...of('b1', 'owner', 'over5', 6, 10), ...of('b3', 'tenant', 'under1', 1, 20)]
  const { counted, left } = mix(before, waiting, { day: '2026-11-30', k: 5, final: true })
  expect(left).toEqual([])
  expect(counted.filter((c) => c.building === 'b2')).toEqual(before)
  expect(counted.filter((c) => c.building === null).map((c) => c.answer)).toEqual([10, 11, 12, 13, 14, 15, 20])
  expect(counted.find((c) => c.answer === 20)).toMatchObject({ building: null, tenure: null, since: null, day: null })
})

test('the last few of a survey whose answers were counted in before any stayed behind hide among the smallest group', () => {
  const shown = [...of('b1', 'owner', 'over5', 5), ...of('b2', 'owner', 'over5', 9, 5)].map((w) => ({ ...w, day: DAY }))
  const { counted } = mix(shown, of('b3', 'tenant', 'under1', 1, 20), { day: '2026-11-30', k: 5, final: true })
  expect(groupSizes(counted).sort((a, b) => a - b)).toEqual([6, 9])
})

test('QM 4 whoever comes when: nothing is lost, nothing doubled, no group that can be seen and no difference of two days is below k', () => {
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
          const shown = new Set(counted.map((c) => c.answer))
          const added = next.counted.filter((c) => !shown.has(c.answer)).length
          // what is shown on one day and was not the day before is never of a few alone
          expect(added === 0 || added >= k || n < k).toBe(true)
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
