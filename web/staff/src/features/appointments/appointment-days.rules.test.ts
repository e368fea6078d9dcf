import { expect, test } from 'vitest'
import type { Appointment } from '#contract/desk.ts'
import { byDay, needsNote } from './appointment-days.rules.ts'

const appointment = (id: string, date: string, time: string | null): Appointment => ({
  id,
  state: 'booked',
  what: '退装修押金',
  reason: '当天备用金不足',
  becauseOf: null,
  date,
  time,
  startsAt: '2026-11-20T02:00:00.000Z',
  past: false,
  customer: null,
  customerName: '周丽华',
  contactPhone: null,
  unit: null,
  matter: null,
  createdBy: { id: 'p', name: '林晓雨' },
  createdAt: '2026-11-19T02:00:00.000Z',
  endedAt: null,
  note: null,
  version: 1,
})

test('FD-018 appointments stand under their day in the order of the clock, those without a time first', () => {
  const days = byDay([
    appointment('b', '2026-11-21', '15:00'),
    appointment('c', '2026-11-20', null),
    appointment('a', '2026-11-21', '09:30'),
  ])
  expect(days.map(({ date, appointments }) => [date, appointments.map((one) => one.id)])).toEqual([
    ['2026-11-20', ['c']],
    ['2026-11-21', ['a', 'b']],
  ])
})

test('FD-018 whoever did not come or was put off leaves a word why', () => {
  expect(needsNote('done')).toBe(false)
  expect(needsNote('missed')).toBe(true)
  expect(needsNote('cancelled')).toBe(true)
})
