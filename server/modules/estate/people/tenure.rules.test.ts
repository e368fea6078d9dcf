import fc from 'fast-check'
import { expect, test } from 'vitest'
import { holds, overlap, type Period } from './period.rules.ts'
import { tenureOf } from './tenure.rules.ts'

const MONTHS = [6, 12, 24] as const

test.each([
  ['2026-05-21', '2026-11-20', 'new'],
  ['2026-05-21', '2026-11-21', 'adjusting'],
  ['2026-05-21', '2027-05-20', 'adjusting'],
  ['2026-05-21', '2027-05-21', 'stable'],
  ['2026-05-21', '2028-05-20', 'stable'],
  ['2026-05-21', '2028-05-21', 'longStanding'],
  ['2026-08-31', '2027-02-27', 'new'],
  ['2026-08-31', '2027-02-28', 'adjusting'],
  ['2024-02-29', '2025-02-28', 'stable'],
  ['2026-05-21', '2026-05-21', 'new'],
])('FD-732 moved in %s, on %s the tenure is %s: the day a class is reached belongs to it', (movedIn, today, tenure) => {
  expect(tenureOf(movedIn, today, MONTHS)).toBe(tenure)
})

test('FD-732 without a day of moving in, or before it, there is no tenure', () => {
  expect(tenureOf(null, '2026-11-20', MONTHS)).toBeNull()
  expect(tenureOf('2026-11-21', '2026-11-20', MONTHS)).toBeNull()
})

test('FD-732 the edges are settings', () => {
  expect(tenureOf('2026-10-01', '2026-11-20', [1, 2, 3])).toBe('adjusting')
})

const day = fc.integer({ min: 1, max: 28 }).map((d) => `2026-03-${String(d).padStart(2, '0')}`)
const period = fc
  .tuple(fc.option(day), fc.option(day))
  .map(([a, b]): Period => (a !== null && b !== null && a > b ? { from: b, until: a } : { from: a, until: b }))

test('two periods overlap exactly when some day lies in both', () => {
  const days = Array.from({ length: 28 }, (_, i) => `2026-03-${String(i + 1).padStart(2, '0')}`)
  fc.assert(
    fc.property(period, period, (a, b) => {
      const shared = days.some((d) => holds(a, d) && holds(b, d))
      expect(overlap(a, b)).toBe(shared)
      expect(overlap(b, a)).toBe(shared)
    }),
  )
})
