import { expect, test } from 'vitest'
import { callState, countRing, ringOf, seesNumber } from './call.rules.ts'

const ringing = {
  ringing_at: '2026-11-20T02:00:00.000Z',
  answered_at: null,
  missed_at: null,
  ended_at: null,
  answered_by: null,
}
const answered = { ...ringing, answered_at: '2026-11-20T02:00:05.000Z', answered_by: 'me' }

test('KN-211 answered within three rings needs no apology, later does', () => {
  expect(ringOf(ringing.ringing_at, '2026-11-20T02:00:12.000Z', 12)).toEqual({ seconds: 12, late: false })
  expect(ringOf(ringing.ringing_at, '2026-11-20T02:00:12.001Z', 12)).toEqual({ seconds: 12, late: true })
})

test('KN-210 a call rings, is answered or missed, and ends', () => {
  expect(callState(ringing)).toBe('ringing')
  expect(callState(answered)).toBe('answered')
  expect(callState({ ...answered, ended_at: '2026-11-20T02:05:00.000Z' })).toBe('ended')
  expect(callState({ ...ringing, missed_at: '2026-11-20T02:01:00.000Z' })).toBe('missed')
})

test('FD-015 only who serves the call sees its number, and only while they do', () => {
  expect(seesNumber(ringing, 'me', '2026-11-20T02:00:01.000Z')).toBe(false)
  expect(seesNumber(answered, 'me', '2026-11-20T02:10:00.000Z')).toBe(true)
  expect(seesNumber(answered, 'other', '2026-11-20T02:10:00.000Z')).toBe(false)
  const ended = { ...answered, ended_at: '2026-11-20T02:10:00.000Z' }
  expect(seesNumber(ended, 'me', '2026-11-20T02:19:59.000Z')).toBe(true)
  expect(seesNumber(ended, 'me', '2026-11-20T02:20:00.000Z')).toBe(false)
  // an exchange that never tells of the end does not leave the number open for ever
  expect(seesNumber(answered, 'me', '2026-11-20T04:01:00.000Z')).toBe(false)
})

test('KN-210 an exchange may ring so often a minute and no more', () => {
  let window = countRing(undefined, 0, 2)
  window = countRing(window, 10, 2)
  expect(window).toEqual({ since: 0, count: 2 })
  expect(countRing(window, 20, 2)).toBeUndefined()
  expect(countRing(window, 60_000, 2)).toEqual({ since: 60_000, count: 1 })
})
