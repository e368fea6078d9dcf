import { expect, test } from 'vitest'
import { phoneClock } from './phone-clock.rules.ts'

const ARRIVED = '2026-12-04T04:00:00.000Z'

test('FD-770 a time of a phone is set right by how far its clock is off, and is never after it arrived', () => {
  const ahead = phoneClock('2026-12-04T05:00:00.000Z', ARRIVED)
  expect(ahead.offMs).toBe(3_600_000)
  expect(ahead.truly('2026-12-04T04:30:00.000Z')).toBe('2026-12-04T03:30:00.000Z')
  expect(ahead.truly('2026-12-04T05:00:00.001Z')).toBe(ARRIVED)
  expect(phoneClock('2020-01-01T00:00:00.000Z', ARRIVED).truly('2019-12-31T23:50:00.000Z')).toBe(
    '2026-12-04T03:50:00.000Z',
  )
})

test('FD-770 a time that cannot be, of a clock put right before it was sent, counts as when it arrived', () => {
  const right = phoneClock(ARRIVED, ARRIVED)
  expect(right.truly('2020-01-01T00:10:00.000Z')).toBe(ARRIVED)
  expect(right.truly('2026-02-01T00:00:00.000Z')).toBe('2026-02-01T00:00:00.000Z')
})
