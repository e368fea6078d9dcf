import { expect, test } from 'vitest'
import { percentile, ratio, spreadOf } from './figures.ts'

const hundred = Array.from({ length: 100 }, (_, i) => 100 - i)

test('a percentile is the smallest value that this share of all values does not exceed', () => {
  expect(percentile(hundred, 0.5)).toBe(50)
  expect(percentile(hundred, 0.99)).toBe(99)
  expect(percentile([7], 0.99)).toBe(7)
  expect(percentile([1, 2, 3], 1)).toBe(3)
})

test('a percentile sorts by size, not as text', () => {
  expect(percentile([9, 10, 100], 0.5)).toBe(10)
})

test('a spread holds the number of values, the percentiles and the worst', () => {
  expect(spreadOf(hundred)).toEqual({ count: 100, p50: 50, p95: 95, p99: 99, most: 100 })
})

test('nothing measured gives an error, never a figure', () => {
  expect(() => percentile([], 0.5)).toThrow('no values')
  expect(() => ratio(1, 0)).toThrow('no ratio')
  expect(ratio(3, 4)).toBe(0.75)
})
