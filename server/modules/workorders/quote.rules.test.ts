import fc from 'fast-check'
import { expect, test } from 'vitest'
import { quoteOf, sumOf } from './quote.rules.ts'

test('FD-713 a line of the offer is quantity times price, half a fen upwards', () => {
  expect(sumOf({ qty: 2, unitFen: 4_950 })).toBe(9_900)
  expect(sumOf({ qty: 1.5, unitFen: 333 })).toBe(500)
  expect(sumOf({ qty: 0.01, unitFen: 49 })).toBe(0)
  expect(sumOf({ qty: 0.01, unitFen: 50 })).toBe(1)
  expect(sumOf({ qty: 0.29, unitFen: 100 })).toBe(29)
})

test('FD-713 the total told to the customer is the sum of the lines the customer reads', () => {
  const items = [
    { name: '软管', qty: 1.5, unit: '米', unitFen: 333 },
    { name: '人工', qty: 1, unit: '次', unitFen: 5_000 },
  ]
  expect(quoteOf(items)).toMatchObject({ items: [{ sumFen: 500 }, { sumFen: 5_000 }], totalFen: 5_500 })
})

test('FD-713 whatever is offered, sums are whole fen and never off by more than half a fen', () => {
  const item = fc.record({
    hundredths: fc.integer({ min: 1, max: 10_000_000 }),
    unitFen: fc.integer({ min: 0, max: 10_000_000 }),
  })
  fc.assert(
    fc.property(item, ({ hundredths, unitFen }) => {
      const sum = sumOf({ qty: hundredths / 100, unitFen })
      const exact = (BigInt(hundredths) * BigInt(unitFen) * 2n + 100n) / 200n
      return Number.isInteger(sum) && BigInt(sum) === exact
    }),
  )
})
