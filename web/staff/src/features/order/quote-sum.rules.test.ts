import fc from 'fast-check'
import { expect, test } from 'vitest'
import { gapsOf, isBlank, quantityOf, sumOf, totalOf } from './quote-sum.rules.ts'

test('FD-713 the sum of a line is rounded to whole fen, half a fen up', () => {
  expect(sumOf({ qty: 1.5, unitFen: 1001 })).toBe(1502)
  expect(sumOf({ qty: 0.25, unitFen: 10 })).toBe(3)
  expect(sumOf({ qty: 3, unitFen: 8800 })).toBe(26_400)
  expect(sumOf({ qty: '3x', unitFen: 8800 })).toBeUndefined()
})

test('FD-713 the total is the sum of the rounded lines, never of unrounded ones', () => {
  const line = fc.record({
    qty: fc.integer({ min: 1, max: 99_999 }).map((n) => n / 100),
    unitFen: fc.integer({ min: 0, max: 1_000_000 }),
  })
  fc.assert(
    fc.property(fc.array(line, { maxLength: 20 }), (items) => {
      expect(totalOf(items)).toBe(items.reduce((sum, item) => sum + (sumOf(item) ?? Number.NaN), 0))
      expect(Number.isInteger(totalOf(items))).toBe(true)
    }),
  )
})

test('FD-713 a quantity has at most two decimals and is more than nothing', () => {
  expect(quantityOf('1.5')).toBe(1.5)
  expect(quantityOf(' 2 ')).toBe(2)
  expect(quantityOf('0.29')).toBe(0.29)
  for (const wrong of ['', '0', '-1', '1.234', '两个', '1e3']) expect(quantityOf(wrong), wrong).toBeUndefined()
})

test('FD-713 a row with anything in it must be whole; an empty one is not sent', () => {
  expect(isBlank({ name: ' ' })).toBe(true)
  expect(isBlank({ qty: 1 })).toBe(false)
  expect(gapsOf({ name: '角阀', qty: 1, unit: '个', unitFen: 3500 }, true)).toEqual([])
  expect(gapsOf({ name: '角阀', qty: 1, unit: '个' }, false)).toEqual([])
  expect(gapsOf({ name: '角阀', qty: 'x', unitFen: '三十' }, true)).toEqual(['qty', 'unit', 'unitFen'])
})
