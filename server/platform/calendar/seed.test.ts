import { expect, test } from 'vitest'
import { seedWorkCalendar } from './seed.ts'
import { addWorkingDays, isWorkingDay, type WorkCalendar } from './working-days.rules.ts'

const calendarOf = (...years: number[]): WorkCalendar => {
  const { rows, knownThrough } = seedWorkCalendar(years)
  const days = new Map(rows.map(({ date, kind }) => [date, kind]))
  return { timeZone: 'Asia/Shanghai', workStart: '09:00', workEnd: '18:00', days, knownThrough }
}

test('FD-005 the seed of 2026 holds the days off and the make-up days with their names', () => {
  const { rows, known, missing, knownThrough } = seedWorkCalendar([2026])
  expect({ known, missing, knownThrough }).toEqual({ known: [2026], missing: [], knownThrough: '2026-12-31' })
  expect(rows).toContainEqual({ date: '2026-10-01', kind: 'off', name: '国庆节' })
  expect(rows).toContainEqual({ date: '2026-02-14', kind: 'work', name: '春节' })
  expect(rows.filter(({ kind }) => kind === 'work').map(({ date }) => date)).toEqual([
    '2026-01-04',
    '2026-02-14',
    '2026-02-28',
    '2026-05-09',
    '2026-09-20',
    '2026-10-10',
  ])
  expect(rows.map(({ date }) => date)).toEqual(rows.map(({ date }) => date).sort())
  expect(new Set(rows.map(({ date }) => date)).size).toBe(rows.length)
})

test('FD-005 a year without data is reported, gets no rows and ends what is known', () => {
  expect(seedWorkCalendar([2027])).toEqual({ rows: [], known: [], missing: [2027], knownThrough: null })
  const { rows, known, missing, knownThrough } = seedWorkCalendar([2027, 2025, 2026, 2026])
  expect({ known, missing, knownThrough }).toEqual({ known: [2025, 2026], missing: [2027], knownThrough: '2026-12-31' })
  expect(rows).not.toHaveLength(0)
  expect(rows.every(({ date }) => date < '2027')).toBe(true)
  expect(addWorkingDays(calendarOf(2026, 2027), '2026-12-31', 1).missing).toBe(true)
  expect(seedWorkCalendar([2003, 2004])).toMatchObject({ known: [2004], missing: [2003], knownThrough: null })
  expect(seedWorkCalendar([])).toEqual({ rows: [], known: [], missing: [], knownThrough: null })
})

test('FD-005 every day off of the seed is no working day and every make-up day is one', () => {
  const cal = calendarOf(2024, 2025, 2026)
  const { rows } = seedWorkCalendar([2024, 2025, 2026])
  for (const { date, kind } of rows) expect(isWorkingDay(cal, date), date).toBe(kind === 'work')
})
