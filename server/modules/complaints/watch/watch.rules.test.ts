import { expect, test } from 'vitest'
import type { WorkCalendar } from '#platform/calendar/working-days.rules.ts'
import { type ChecksNeeded, checksNeeded, nightsDue } from './watch.rules.ts'

const calendar: WorkCalendar = {
  timeZone: 'Asia/Shanghai',
  workStart: '09:00',
  workEnd: '18:00',
  // a Saturday that is worked, a Thursday that is not
  days: new Map([
    ['2026-10-10', 'work'],
    ['2026-10-01', 'off'],
  ]),
  knownThrough: '2026-12-31',
}
const needed: ChecksNeeded = { online: { workingDay: 2, dayOff: 1 }, box: { workingDay: 1, dayOff: 0 } }
const old = { id: 'w', kind: 'online' as const, active: true, created_at: '2026-01-01T00:00:00.000Z' }

test('CP-110 twice on a working day, once on a day off, by the calendar with its holidays and make-up days', () => {
  const of = (date: string) => checksNeeded(calendar, date, old, needed)
  expect([of('2026-11-20'), of('2026-11-21'), of('2026-10-10'), of('2026-10-01')]).toEqual([2, 1, 2, 1])
})

test('CP-080 a suggestion box is emptied on every working day, make-up days too, and on no day off', () => {
  const of = (date: string) => checksNeeded(calendar, date, { ...old, kind: 'box' }, needed)
  expect([of('2026-11-20'), of('2026-11-21'), of('2026-10-10'), of('2026-10-01')]).toEqual([1, 0, 1, 0])
})

test('CP-110 a place no longer watched owes nothing, nor one on the day on which it was entered', () => {
  expect(checksNeeded(calendar, '2026-11-20', { ...old, active: false }, needed)).toBe(0)
  const fresh = { ...old, created_at: '2026-11-20T01:00:00.000Z' }
  expect(checksNeeded(calendar, '2026-11-20', fresh, needed)).toBe(0)
  expect(checksNeeded(calendar, '2026-11-21', fresh, needed)).toBe(1)
})

test('CP-110 the night looks at days that are over and were not looked at, none before the estate was there', () => {
  const since = '2026-11-18T16:00:00.000Z'
  expect(nightsDue(calendar, '2026-11-21T16:30:00.000Z', null, since)).toEqual([
    '2026-11-19',
    '2026-11-20',
    '2026-11-21',
  ])
  expect(nightsDue(calendar, '2026-11-21T15:59:00.000Z', '2026-11-19', since)).toEqual(['2026-11-20'])
  expect(nightsDue(calendar, '2026-11-21T16:30:00.000Z', '2026-11-21', since)).toEqual([])
})
