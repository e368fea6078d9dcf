import { expect, test } from 'vitest'
import { localText, untilText } from './local-text.ts'

const ZONE = 'Asia/Shanghai'

test('a time is written as the clocks of the estate show it', () => {
  expect(localText('2026-11-20T08:40:59.999Z', ZONE)).toBe('2026-11-20 16:40')
  expect(localText('2026-12-31T16:00:00.000Z', ZONE)).toBe('2027-01-01 00:00')
})

test('what is due at midnight is due at the end of the day before, also over the end of a year', () => {
  expect(untilText('2026-12-31T16:00:00.000Z', ZONE)).toBe('2026-12-31 24:00')
  expect(untilText('2026-12-31T16:00:00.000Z', 'Europe/London')).toBe('2026-12-31 16:00')
  expect(untilText('2026-12-31T16:01:00.000Z', ZONE)).toBe('2027-01-01 00:01')
})
