import { expect, test } from 'vitest'
import { endTime, relativeView, spanParts, timeLeftView, wallTime, windowView } from './time.rules.ts'

const SHANGHAI = 'Asia/Shanghai'
const at = (text: string) => Date.parse(text)
const MIN = 60_000

test('a span shows its two largest units and is never rounded up', () => {
  expect(spanParts(59_000)).toEqual([])
  expect(spanParts(130 * MIN)).toEqual([
    { unit: 'hours', count: 2 },
    { unit: 'minutes', count: 10 },
  ])
  expect(spanParts(-(24 * 60 + 61) * MIN)).toEqual([
    { unit: 'days', count: 1 },
    { unit: 'hours', count: 1 },
  ])
  expect(spanParts(24 * 60 * MIN + 5 * MIN)).toEqual([{ unit: 'days', count: 1 }])
})

test('a running clock warns from four fifths of its period and turns late at the due time', () => {
  const startedMs = 0
  const dueMs = 100 * MIN
  expect(timeLeftView({ startedMs, dueMs, nowMs: 79 * MIN }).tone).toBe('neutral')
  expect(timeLeftView({ startedMs, dueMs, nowMs: 80 * MIN }).tone).toBe('waiting')
  expect(timeLeftView({ startedMs, dueMs, nowMs: 100 * MIN }).kind).toBe('left')
  expect(timeLeftView({ startedMs, dueMs, nowMs: 101 * MIN })).toEqual({ kind: 'over', ms: -MIN, tone: 'late' })
})

test('a clock without a known start warns in its last hour', () => {
  expect(timeLeftView({ dueMs: 61 * MIN, nowMs: 0 }).tone).toBe('neutral')
  expect(timeLeftView({ dueMs: 60 * MIN, nowMs: 0 }).tone).toBe('waiting')
})

test('an ended clock stands still: met stays good, a breach keeps its length', () => {
  const reading = { dueMs: 10 * MIN, nowMs: 999 * MIN, endedMs: 15 * MIN }
  expect(timeLeftView({ ...reading, state: 'met' })).toMatchObject({ kind: 'met', tone: 'good' })
  expect(timeLeftView({ ...reading, state: 'breached' })).toEqual({ kind: 'over', ms: -5 * MIN, tone: 'late' })
  expect(timeLeftView({ ...reading, state: 'paused' }).kind).toBe('paused')
  expect(timeLeftView({ ...reading, state: 'stopped' }).tone).toBe('ended')
})

test('wall time is that of the estate, with midnight as 00', () => {
  expect(wallTime(at('2026-11-20T16:00:00.000Z'), SHANGHAI)).toEqual({ date: '2026-11-21', time: '00:00' })
  expect(wallTime(at('2026-11-20T16:00:00.000Z'), 'Europe/London').date).toBe('2026-11-20')
})

test('relative times name the day of the estate, not of the device', () => {
  const now = at('2026-11-20T16:30:00.000Z') // 00:30 on the 21st in Shanghai
  expect(relativeView(now - 30_000, now, SHANGHAI)).toEqual({ kind: 'now' })
  expect(relativeView(now - 5 * MIN, now, SHANGHAI)).toEqual({ kind: 'ago', ms: -5 * MIN })
  expect(relativeView(now + 5 * MIN, now, SHANGHAI)).toEqual({ kind: 'in', ms: 5 * MIN })
  expect(relativeView(now - 120 * MIN, now, SHANGHAI)).toEqual({ kind: 'yesterday', time: '22:30' })
  expect(relativeView(now + 120 * MIN, now, SHANGHAI)).toEqual({ kind: 'today', time: '02:30' })
  expect(relativeView(now + 26 * 60 * MIN, now, SHANGHAI)).toEqual({ kind: 'tomorrow', time: '02:30' })
  expect(relativeView(now - 10 * 1440 * MIN, now, SHANGHAI)).toEqual({ kind: 'date', text: '11-11 00:30' })
  expect(relativeView(at('2025-01-05T01:00:00.000Z'), now, SHANGHAI)).toEqual({
    kind: 'date',
    text: '2025-01-05 09:00',
  })
})

test('FD-810 a round over the whole day is one of that day; what ends at midnight ends with it', () => {
  const view = (from: string, to: string) => windowView(at(from), at(to), SHANGHAI)
  const day = '2026-11-20'
  const whole = view('2026-11-19T16:00:00.000Z', '2026-11-20T16:00:00.000Z')
  expect(whole).toEqual({
    from: { date: day, time: '00:00' },
    to: { date: day, time: '24:00' },
    sameDay: true,
    wholeDay: true,
  })
  const half = view('2026-11-20T04:00:00.000Z', '2026-11-20T16:00:00.000Z')
  expect(half).toMatchObject({ from: { time: '12:00' }, to: { time: '24:00' }, sameDay: true, wholeDay: false })
  const night = view('2026-11-20T14:00:00.000Z', '2026-11-20T22:00:00.000Z')
  expect(night).toMatchObject({ to: { date: '2026-11-21', time: '06:00' }, sameDay: false, wholeDay: false })
  // two whole days are not one
  expect(view('2026-11-19T16:00:00.000Z', '2026-11-21T16:00:00.000Z').wholeDay).toBe(false)
  expect(endTime(at('2026-11-20T15:59:00.000Z'), SHANGHAI)).toEqual({ date: day, time: '23:59' })
})
