import { expect, test } from 'vitest'
import { isRefusal } from '#contract/refusal.ts'
import { checkHappened, happenedAt } from './happened.rules.ts'

const code = (value: unknown) => (isRefusal(value) ? value.code : value)
const now = '2026-11-20T08:00:00.000Z'

test('FD-760 a time that a phone kept is taken, unless it lies ahead or before the report', () => {
  const reported = '2026-11-20T07:00:00.000Z'
  expect(checkHappened('2026-11-20T15:30:00+08:00', 'body.arrivedAt', reported, now)).toBeUndefined()
  expect(code(checkHappened('2026-11-20T08:10:00.000Z', 'body.arrivedAt', reported, now))).toBe('E_TIME_FUTURE')
  expect(code(checkHappened('2026-11-20T06:59:59.000Z', 'body.arrivedAt', reported, now))).toBe('E_TIME_RANGE')
  expect(happenedAt('2026-11-20T08:01:00.000Z', now)).toBe(now)
  expect(happenedAt('2026-11-20T15:30:00+08:00', now)).toBe('2026-11-20T07:30:00.000Z')
  expect(happenedAt(undefined, now)).toBe(now)
})

test('FD-760 a phone that tells how wrong its clock is, is not refused for it, and no time lies before the report', () => {
  const reported = '2026-11-20T07:00:00.000Z'
  for (const at of ['2026-11-20T08:10:00.000Z', '2026-11-20T06:59:59.000Z'])
    expect(checkHappened(at, 'body.arrivedAt', reported, now, 10_800_000)).toBeUndefined()
  expect(happenedAt('2026-11-20T06:59:59.000Z', now, reported)).toBe(reported)
  expect(happenedAt('2026-11-20T07:30:00.000Z', now, reported)).toBe('2026-11-20T07:30:00.000Z')
})
