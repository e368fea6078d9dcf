import { expect, test } from 'vitest'
import { changeRows, gapsByDay, mondayOf, weekDayOf } from './week.rules.ts'

const ids = { postId: 'p', staffId: 's', shiftId: null }
const row = (date: string, from: string, to: string) => ({ ...ids, date, from, to, overMidnight: to <= from })

test('CP-033 a gap over midnight is shown on both days, by the clock of the estate', () => {
  const byDay = gapsByDay({
    days: ['2026-11-16', '2026-11-17', '2026-11-18'],
    // 22:00 on the 16th to 06:00 on the 17th in Shanghai
    gaps: [{ from: '2026-11-16T14:00:00.000Z', to: '2026-11-16T22:00:00.000Z' }],
    timeZone: 'Asia/Shanghai',
  })
  expect(byDay.get('2026-11-16')).toEqual([{ from: '22:00', to: '24:00' }])
  expect(byDay.get('2026-11-17')).toEqual([{ from: '00:00', to: '06:00' }])
  expect(byDay.get('2026-11-18')).toEqual([])
})

test('CP-033 a gap that ends at midnight does not touch the next day', () => {
  const byDay = gapsByDay({
    days: ['2026-11-16', '2026-11-17'],
    gaps: [{ from: '2026-11-15T16:00:00.000Z', to: '2026-11-16T16:00:00.000Z' }],
    timeZone: 'Asia/Shanghai',
  })
  expect(byDay.get('2026-11-16')).toEqual([{ from: '00:00', to: '24:00' }])
  expect(byDay.get('2026-11-17')).toEqual([])
})

test('CP-033 weeks begin on Monday, also over the turn of the year', () => {
  expect(mondayOf('2026-11-22')).toBe('2026-11-16')
  expect(mondayOf('2027-01-01')).toBe('2026-12-28')
  expect(weekDayOf('2026-11-16')).toBe(1)
})

test('CP-033 a duty is replaced, and one that stands already is not doubled', () => {
  const day = row('2026-11-16', '08:00', '20:00')
  const night = row('2026-11-16', '20:00', '08:00')
  expect(changeRows([day, night], { out: day, into: [night] })).toEqual([night])
  expect(changeRows([day], { into: [night] })).toEqual([day, night])
})
