import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fenOf, yuanText } from './money.tsx'

test('fen are shown as yuan with two decimals and groups of three', () => {
  expect(yuanText(0)).toBe('0.00')
  expect(yuanText(5)).toBe('0.05')
  expect(yuanText(123_456_789)).toBe('1,234,567.89')
  expect(yuanText(-250)).toBe('−2.50')
})

test('a typed amount becomes whole fen, anything else is refused', () => {
  expect(fenOf('12.3')).toBe(1230)
  expect(fenOf('1,000')).toBe(100_000)
  for (const wrong of ['', '1.234', 'abc', '-5', '1e3', '.5']) expect(fenOf(wrong), wrong).toBeUndefined()
})

test('what is shown can be typed again without losing a fen', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 99_999_999_999 }), (fen) => fenOf(yuanText(fen)) === fen))
})
