import { expect, test } from 'vitest'
import { OUT_OF_USE, OUT_OF_USE_SAID, whyLeftOut } from './left-out.rules.ts'

const DUE = '2026-12-04T04:00:00.000Z'
const toGo = { state: 'planned', missed_at: null } as const
const stop = (over: object = {}) => ({ done_at: null, skipped_reason: null, active: true, ...over })

test('FD-810 a place that was switched off is left out of a round that can be gone, and of no other', () => {
  expect(whyLeftOut(toGo, stop())).toBeNull()
  expect(whyLeftOut(toGo, stop({ active: false }))).toBe(OUT_OF_USE_SAID)
  expect(whyLeftOut({ ...toGo, state: 'started' }, stop({ active: false }))).toBe(OUT_OF_USE_SAID)
  // missed while it was in use
  for (const round of [{ state: 'missed', missed_at: DUE } as const, { state: 'started', missed_at: DUE } as const])
    expect(whyLeftOut(round, stop({ active: false }))).toBeNull()
})

test('FD-810 what was done there or said by a person stands, and what the signature wrote down is said in words', () => {
  expect(whyLeftOut(toGo, stop({ active: false, done_at: DUE }))).toBeNull()
  expect(whyLeftOut(toGo, stop({ active: false, skipped_reason: '门锁着' }))).toBe('门锁着')
  expect(whyLeftOut({ state: 'done', missed_at: null }, stop({ skipped_reason: OUT_OF_USE }))).toBe(OUT_OF_USE_SAID)
})
