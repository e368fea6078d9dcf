import fc from 'fast-check'
import { expect, test } from 'vitest'
import { busySpans, dayWindow, freeGaps, placeOf, type Span, slotsIn } from './free-gaps.rules.ts'

const ZONE = 'Asia/Shanghai'
const window = dayWindow('2026-11-20', ZONE)
const at = (time: string) => Date.parse(`2026-11-20T${time}:00+08:00`)
const order = (from: string, to: string, state = 'ACCEPTED') => ({
  from: new Date(at(from)).toISOString(),
  to: new Date(at(to)).toISOString(),
  state,
})
const told = (spans: readonly Span[]) =>
  spans.map(({ from, to }) =>
    [from, to].map((ms) => new Date(ms + 8 * 3_600_000).toISOString().slice(11, 16)).join('-'),
  )

test('FD-410 the next free time of a technician is the first gap from now on that is long enough', () => {
  const busy = busySpans([order('13:30', '15:00'), order('09:00', '11:00')], window)
  const gaps = freeGaps(busy, window, at('10:10'))
  expect(told(gaps)).toEqual(['11:00-13:30', '15:00-20:00'])
  expect(told(slotsIn(gaps, 120, window))).toEqual(['11:00-13:00', '15:00-17:00', '17:00-19:00'])
  expect(told(slotsIn(gaps, 240, window))).toEqual(['15:00-19:00'])
})

test('FD-410 a time offered begins at a full or half hour that has not gone by', () => {
  const gaps = freeGaps([], window, at('10:10'))
  expect(told(slotsIn(gaps, 60, window)).slice(0, 2)).toEqual(['10:30-11:30', '11:30-12:30'])
  expect(told(slotsIn(freeGaps([], window, at('19:40')), 60, window))).toEqual([])
})

test('FD-714 finished orders and those that wait for another day hold nobody', () => {
  expect(busySpans([order('09:00', '11:00', 'DONE'), order('11:00', '12:00', 'CUSTOMER_ABSENT')], window)).toEqual([])
})

test('FD-410 gaps never overlap an order, never lie in the past and with the orders fill the day', () => {
  const hour = fc.integer({ min: 0, max: 95 })
  const span = fc.tuple(hour, fc.integer({ min: 1, max: 20 })).map(([start, length]) => ({
    from: window.from + (start - 16) * 900_000,
    to: window.from + (start - 16 + length) * 900_000,
  }))
  fc.assert(
    fc.property(
      fc.array(span, { maxLength: 8 }),
      fc.integer({ min: window.from - 3_600_000, max: window.to }),
      (spans, now) => {
        const iso = (ms: number) => new Date(ms).toISOString()
        const busy = busySpans(
          spans.map((s) => ({ from: iso(s.from), to: iso(s.to), state: 'ACCEPTED' })),
          window,
        )
        const gaps = freeGaps(busy, window, now)
        for (const gap of gaps) {
          expect(gap.from).toBeLessThan(gap.to)
          expect(gap.from).toBeGreaterThanOrEqual(Math.max(now, window.from))
          for (const one of busy) expect(gap.to <= one.from || gap.from >= one.to).toBe(true)
        }
      },
    ),
  )
})

test('FD-410 the drawing keeps inside its bar', () => {
  expect(placeOf(window, window)).toEqual({ left: 0, width: 100 })
  expect(placeOf({ from: at('14:00'), to: at('17:00') }, window)).toEqual({ left: 50, width: 25 })
})
