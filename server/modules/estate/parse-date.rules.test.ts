import fc from 'fast-check'
import { expect, test } from 'vitest'
import { excelSerialDate, isCalendarDate, parseDate, parseDateRange } from './parse-date.rules.ts'

test('date: every usual form of a day gives the day', () => {
  const forms: ((y: number, m: number, d: number) => string)[] = [
    (y, m, d) => `${y}-${m}-${d}`,
    (y, m, d) => `${y}/${m}/${d}`,
    (y, m, d) => `${y}.${m}.${d}`,
    (y, m, d) => `${y}年${m}月${d}日`,
    (y, m, d) => `${y} 年 ${m} 月 ${d} 号`,
    (y, m, d) => `${y}${String(m).padStart(2, '0')}${String(d).padStart(2, '0')}`,
    (y, m, d) => `${y}-${m}-${d} 00:00:00`,
    (y, m, d) => `${y - 2000}.${m}.${d}`,
  ]
  const day = fc.tuple(
    fc.integer({ min: 2010, max: 2060 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  fc.assert(
    fc.property(day, fc.constantFrom(...forms), ([y, m, d], form) => {
      expect(parseDate(form(y, m, d))).toBe(`${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`)
    }),
  )
})

test.each([
  ['２０１９年６月９日', '2019-06-09'],
  ['二〇一九年六月九日', '2019-06-09'],
  ['二零一九年十二月二十一日', '2019-12-21'],
  ['6/25/2019', '2019-06-25'],
  ['25/6/2019', '2019-06-25'],
  ['9-Jun-2019', '2019-06-09'],
  ['June 9, 2019', '2019-06-09'],
  ['43625', '2019-06-09'],
  ['2020-02-29', '2020-02-29'],
  ['2019-02-29', null],
  ['2019-13-40', null],
  ['6/9/2019', null],
  ['2019年6月', null],
  ['12345', null],
  ['123456', null],
  ['待定', null],
])('date: %s is %s', (text, date) => {
  expect(parseDate(text)).toBe(date)
})

test('date: Excel serial numbers of both epochs, with the day that never was', () => {
  expect(excelSerialDate(1)).toBe('1900-01-01')
  expect(excelSerialDate(59)).toBe('1900-02-28')
  expect(excelSerialDate(61)).toBe('1900-03-01')
  expect(excelSerialDate(43625.5)).toBe('2019-06-09')
  expect(excelSerialDate(43625 - 1462, true)).toBe('2019-06-09')
  expect(excelSerialDate(0)).toBeNull()
  expect(excelSerialDate(1e9)).toBeNull()
})

test.each([
  ['2026年3月至2027年2月', '2026-03-01', '2027-02-28'],
  ['2026.3.1-2027.2.28', '2026-03-01', '2027-02-28'],
  ['2026/3/1－2027/2/28', '2026-03-01', '2027-02-28'],
  ['2026-03-01至2027-02-28', '2026-03-01', '2027-02-28'],
  ['20260301~20270228', '2026-03-01', '2027-02-28'],
  ['2026.3-2027.2', '2026-03-01', '2027-02-28'],
  ['2026年3月-12月', '2026-03-01', '2026-12-31'],
  ['租期2027年12月1日到2028年2月止', '2027-12-01', '2028-02-29'],
])('date: the span %s', (text, from, to) => {
  expect(parseDateRange(text)).toEqual({ from, to })
})

test.each(['一年', '长期', '2026年3月', '2026年13月至2027年2月', '19900001088'])('date: %s is no span', (text) => {
  expect(parseDateRange(text)).toBeNull()
})

test('date: the calendar has its days and no others', () => {
  expect(isCalendarDate(2024, 2, 29)).toBe(true)
  expect(isCalendarDate(1900, 2, 29)).toBe(false)
  expect(isCalendarDate(2026, 4, 31)).toBe(false)
  expect(isCalendarDate(2026, 0, 1)).toBe(false)
  expect(isCalendarDate(2026, 1, 1.5)).toBe(false)
})
