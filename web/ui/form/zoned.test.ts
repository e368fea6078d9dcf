import { expect, test } from 'vitest'
import { instantOfWall, wallOfInstant } from './zoned.ts'

test('wall time of the estate and instant are two sides of one moment', () => {
  expect(instantOfWall('2026-11-20T16:40', 'Asia/Shanghai')).toBe('2026-11-20T08:40:00.000Z')
  expect(wallOfInstant('2026-11-20T16:00:00.000Z', 'Asia/Shanghai')).toBe('2026-11-21T00:00')
  expect(instantOfWall('2026-07-01T00:00', 'Europe/London')).toBe('2026-06-30T23:00:00.000Z')
})
