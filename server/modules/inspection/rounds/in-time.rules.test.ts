import { expect, test } from 'vitest'
import { isInTime, trulyDoneAt } from './in-time.rules.ts'
import { OUT_OF_USE } from './left-out.rules.ts'

const DUE = '2026-12-04T04:00:00.000Z'
const [BEFORE, AFTER] = ['2026-12-04T03:59:59.000Z', '2026-12-04T04:00:00.001Z']
const ended = (done_at: string) => ({ due_at: DUE, done_at })
const stops = (...done: (string | null)[]) => done.map((done_at) => ({ done_at, skipped_reason: null }))

test('FD-810 a round is done with its last place, at its due time still in time', () => {
  expect(isInTime(ended(AFTER), stops(BEFORE, DUE))).toBe(true)
  expect(isInTime(ended(AFTER), stops(BEFORE, AFTER))).toBe(false)
  expect(isInTime(ended(BEFORE), stops(AFTER))).toBe(false)
  expect(trulyDoneAt(ended(AFTER), stops(DUE, BEFORE))).toBe(DUE)
})

test('FD-810 a place left out is said when the round is signed', () => {
  expect(isInTime(ended(AFTER), stops(BEFORE, null))).toBe(false)
  expect(isInTime(ended(BEFORE), stops(BEFORE, null))).toBe(true)
  expect(isInTime(ended(BEFORE), stops(null))).toBe(true)
  expect(isInTime(ended(AFTER), [])).toBe(false)
})

test('FD-810 a place that was switched off meanwhile is nobody’s to wait for', () => {
  const off = { done_at: null, skipped_reason: OUT_OF_USE }
  expect(isInTime(ended(AFTER), [...stops(BEFORE), off])).toBe(true)
  expect(isInTime(ended(AFTER), [...stops(AFTER), off])).toBe(false)
  expect(isInTime(ended(AFTER), [off])).toBe(false)
})
