import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, anniversary, daysBetween, periodEnd, periods } from './dates.rules.ts'

test.each([
  ['2025-06-09', 1, '2025-07-08'],
  ['2025-06-09', 3, '2025-09-08'],
  ['2025-05-01', 1, '2025-05-31'],
  ['2025-12-15', 1, '2026-01-14'],
  ['2025-01-28', 1, '2025-02-27'],
  ['2025-01-29', 1, '2025-02-28'],
  ['2024-01-29', 1, '2024-02-28'],
  ['2024-01-30', 1, '2024-02-29'],
  ['2025-01-31', 1, '2025-02-28'],
  ['2025-01-31', 2, '2025-03-30'],
  ['2025-01-31', 3, '2025-04-30'],
  ['2025-02-28', 1, '2025-03-27'],
  ['2024-02-29', 12, '2025-02-28'],
  ['2025-08-31', 6, '2026-02-28'],
  ['2025-12-01', 3, '2026-02-28'],
  ['2025-11-30', 3, '2026-02-28'],
  ['2025-06-09', 12, '2026-06-08'],
  ['2025-06-09', 24, '2027-06-08'],
])('FD-001 FD-002 FD-004 from %s %i months end with %s', (start, months, end) => {
  expect(periodEnd(start, months)).toBe(end)
})

test('FD-003 month by month the anchor day is kept', () => {
  expect(periods('2025-01-31', 5).map(({ start, end }) => `${start}…${end}`)).toEqual([
    '2025-01-31…2025-02-28',
    '2025-03-01…2025-03-30',
    '2025-03-31…2025-04-30',
    '2025-05-01…2025-05-30',
    '2025-05-31…2025-06-30',
  ])
})

test('FD-003 a period that follows another alone ends where the chain would', () => {
  expect(periodEnd('2025-03-01', 1, 31)).toBe('2025-03-30')
  expect(periodEnd('2025-03-01', 1)).toBe('2025-03-31')
  expect(periodEnd('2025-03-01', 12, 29)).toBe('2026-02-28')
  expect(anniversary('2025-03-01', 1, 31)).toBe('2025-03-31')
})

test('FD-003 a start that the anchor day cannot have is a fault', () => {
  expect(() => periodEnd('2025-06-05', 1, 31)).toThrow(RangeError)
  expect(() => periodEnd('2025-02-01', 1, 31)).toThrow(RangeError)
  expect(() => periodEnd('2025-03-01', 1, 32)).toThrow(RangeError)
  expect(() => periodEnd('2025-06-09', 0)).toThrow(RangeError)
  expect(() => periodEnd('2025-06-09', 1.5)).toThrow(RangeError)
  expect(() => periodEnd('2025-02-30', 1)).toThrow(RangeError)
})

const date = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('2000-01-01', days))
const months = fc.integer({ min: 1, max: 24 })

test('FD-002 consecutive periods lose no day and count none twice', () => {
  fc.assert(
    fc.property(date, fc.integer({ min: 1, max: 30 }), months, (start, count, length) => {
      const chain = periods(start, count, { months: length })
      expect(chain).toHaveLength(count)
      expect(chain[0]?.start).toBe(start)
      expect(chain.at(-1)?.end).toBe(periodEnd(start, count * length))
      for (const [k, period] of chain.entries()) {
        expect(period.start <= period.end).toBe(true)
        const next = chain[k + 1]
        if (next) expect(next.start).toBe(addDays(period.end, 1))
      }
      const days = chain.reduce((sum, period) => sum + daysBetween(period.start, period.end) + 1, 0)
      expect(days).toBe(daysBetween(start, periodEnd(start, count * length)) + 1)
    }),
  )
})

test('FD-003 periods bought one after another equal the chain bought at once, and never drift from the anchor', () => {
  fc.assert(
    fc.property(date, fc.array(months, { minLength: 1, maxLength: 20 }), (first, lengths) => {
      const anchorDay = Number(first.slice(8))
      let start = first
      let total = 0
      for (const length of lengths) {
        total += length
        const end = periodEnd(start, length, anchorDay)
        expect(end).toBe(periodEnd(first, total))
        start = addDays(end, 1)
        const day = Number(start.slice(8))
        expect(day === anchorDay || (day === 1 && anchorDay > 28)).toBe(true)
      }
    }),
  )
})

test('FD-001 a later start never ends earlier, and more months never end earlier', () => {
  fc.assert(
    fc.property(date, fc.integer({ min: 0, max: 400 }), months, (start, days, n) => {
      expect(periodEnd(addDays(start, days), n) >= periodEnd(start, n)).toBe(true)
      expect(periodEnd(start, n + 1) > periodEnd(start, n)).toBe(true)
    }),
  )
})
