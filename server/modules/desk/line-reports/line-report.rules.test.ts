import { expect, test } from 'vitest'
import type { WorkCalendar } from '#platform/calendar/working-days.rules.ts'
import { DEFAULT_SETTINGS } from '#platform/settings/settings.ts'
import { slotState, slotsOf, untoldMissing } from './line-report.rules.ts'

const calendar: WorkCalendar = {
  timeZone: 'Asia/Shanghai',
  workStart: '09:00',
  workEnd: '18:00',
  days: new Map(),
  knownThrough: '2026-12-31',
}
const slots = slotsOf(calendar, DEFAULT_SETTINGS, '2026-11-20')
const [morning] = slots
if (!morning) throw new Error('no slot')

test('FD-403 each line reports at 11:30 and 17:00 unless the estate says otherwise, with a quarter of an hour of grace', () => {
  expect(slots).toHaveLength(10)
  expect(morning).toEqual({ line: 'repair', date: '2026-11-20', slot: '11:30', until: '2026-11-20T03:45:00.000Z' })
})

test('FD-403 a slot is due until its time has run out, then missing; the first report decides in or late', () => {
  expect(slotState(morning, undefined, '2026-11-20T03:45:00.000Z')).toBe('due')
  expect(slotState(morning, undefined, '2026-11-20T03:45:00.001Z')).toBe('missing')
  expect(slotState(morning, { late: false }, '2026-11-21T00:00:00.000Z')).toBe('in')
  expect(slotState(morning, { late: true }, '2026-11-21T00:00:00.000Z')).toBe('late')
})

test('FD-403 what was reported or told of before is not told again', () => {
  const noon = '2026-11-20T04:00:00.000Z'
  const key = { line: 'repair', on_date: '2026-11-20', slot: '11:30' }
  expect(untoldMissing(slots, [], [], noon).map((s) => s.line)).toEqual([
    'repair',
    'housekeeping',
    'cleaning',
    'greening',
    'security',
  ])
  expect(untoldMissing(slots, [key], [], noon)).toHaveLength(4)
  expect(untoldMissing(slots, [], [key], noon)).toHaveLength(4)
  expect(untoldMissing(slots, [], [], '2026-11-20T02:00:00.000Z')).toEqual([])
})
