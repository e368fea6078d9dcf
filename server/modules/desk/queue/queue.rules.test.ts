import { expect, test } from 'vitest'
import { helpIsOver, needsHelp, waitedSeconds } from './queue.rules.ts'

test('FD-017 help is called when more wait than the threshold, not when just as many do', () => {
  expect(needsHelp(2, 2, false)).toBe(false)
  expect(needsHelp(3, 2, false)).toBe(true)
})

test('FD-017 a standing call is not repeated, and ends when the queue is short again', () => {
  expect(needsHelp(9, 2, true)).toBe(false)
  expect(helpIsOver(3, 2)).toBe(false)
  expect(helpIsOver(2, 2)).toBe(true)
})

test('FD-016 waiting is counted until the call, until leaving, or until now', () => {
  const arrived_at = '2026-11-20T02:00:00.000Z'
  const now = '2026-11-20T02:10:00.000Z'
  expect(waitedSeconds({ arrived_at, called_at: null, ended_at: null }, now)).toBe(600)
  expect(waitedSeconds({ arrived_at, called_at: '2026-11-20T02:04:00.000Z', ended_at: now }, now)).toBe(240)
  expect(waitedSeconds({ arrived_at, called_at: null, ended_at: '2026-11-20T02:05:00.000Z' }, now)).toBe(300)
})
