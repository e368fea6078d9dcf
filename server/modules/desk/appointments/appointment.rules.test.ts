import { expect, test } from 'vitest'
import type { WorkCalendar } from '#platform/calendar/working-days.rules.ts'
import { isPast, needsWord, startOf } from './appointment.rules.ts'

const calendar: WorkCalendar = {
  timeZone: 'Asia/Shanghai',
  workStart: '09:00',
  workEnd: '18:00',
  days: new Map(),
  knownThrough: '2026-12-31',
}
// 10:00 in Shanghai
const now = '2026-11-20T02:00:00.000Z'

test('FD-018 an appointment begins at its time, or with its day when no time was said', () => {
  expect(startOf(calendar, { date: '2026-11-21', time: '09:30' }, now)).toBe('2026-11-21T01:30:00.000Z')
  expect(startOf(calendar, { date: '2026-11-21' }, now)).toBe('2026-11-20T16:00:00.000Z')
  expect(startOf(calendar, { date: '2026-11-20' }, now)).toBe('2026-11-19T16:00:00.000Z')
})

test('FD-018 a day or a time gone by is refused', () => {
  expect(startOf(calendar, { date: '2026-11-19' }, now)).toMatchObject({ code: 'E_TIME_PAST', field: 'body.date' })
  expect(startOf(calendar, { date: '2026-11-20', time: '10:00' }, now)).toMatchObject({
    code: 'E_TIME_PAST',
    field: 'body.time',
  })
  expect(startOf(calendar, { date: '9999-12-31' }, now)).toMatchObject({ code: 'E_TIME_RANGE' })
})

test('FD-018 one without a time is past only when its day is over', () => {
  const booked = { state: 'booked', on_date: '2026-11-20', at_time: null, starts_at: '2026-11-19T16:00:00.000Z' }
  expect(isPast(calendar, booked, now)).toBe(false)
  expect(isPast(calendar, booked, '2026-11-20T16:00:00.000Z')).toBe(true)
  expect(isPast(calendar, { ...booked, at_time: '09:00', starts_at: '2026-11-20T01:00:00.000Z' }, now)).toBe(true)
  expect(isPast(calendar, { ...booked, state: 'done' }, '2027-01-01T00:00:00.000Z')).toBe(false)
})

test('FD-018 missed and called off need a word why, kept does not', () => {
  expect(needsWord('done', undefined)).toBeUndefined()
  expect(needsWord('missed', undefined)).toMatchObject({ code: 'E_REASON_MISSING' })
  expect(needsWord('cancelled', '客户改期')).toBeUndefined()
})
