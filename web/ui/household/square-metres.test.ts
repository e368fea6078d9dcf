import { expect, test } from 'vitest'
import { areaOf, areaText } from './square-metres.ts'

test('an area is kept in hundredths of a square metre, exactly', () => {
  expect(areaOf('89.5')).toBe(8950)
  expect(areaOf('123.75')).toBe(12375)
  expect(areaOf('1,200')).toBe(120_000)
  expect(areaOf('89.50㎡')).toBe(8950)
  expect(areaText(8950)).toBe('89.50')
  expect(areaOf(areaText(12345))).toBe(12345)
})

test('what is no area is not taken for one', () => {
  for (const typed of ['', 'abc', '89.505', '-3', '1e3']) expect(areaOf(typed), typed).toBeUndefined()
})
