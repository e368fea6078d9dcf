import { addDays } from '#platform/calendar/dates.rules.ts'
import { seedWorkCalendar } from '#platform/calendar/seed.ts'
import { endOfDate, instantAt, type WorkCalendar } from '#platform/calendar/working-days.rules.ts'

const { rows, knownThrough } = seedWorkCalendar([2025, 2026])
const SEEDED = new Map(rows.map(({ date, kind }) => [date, kind] as const))
/** The days of 2027 as somebody may enter them when they are announced: Spring Festival with two make-up days. */
const ENTERED = new Map([
  ...SEEDED,
  ['2027-01-01', 'off'] as const,
  ...Array.from({ length: 8 }, (_, k) => [addDays('2027-02-05', k), 'off'] as const),
  ['2027-01-31', 'work'] as const,
  ['2027-02-14', 'work'] as const,
])
const zone = { timeZone: 'Asia/Shanghai', workStart: '09:00', workEnd: '18:00' }
/** As seeded: 2025 and 2026 with the real holidays. */
export const cal: WorkCalendar = { ...zone, days: SEEDED, knownThrough }
export const cal2027: WorkCalendar = { ...zone, days: ENTERED, knownThrough: '2027-12-31' }
/** Nobody has entered anything: weekends only. */
export const bare: WorkCalendar = { ...zone, days: new Map(), knownThrough: null }

/** `2026-11-20 24:00` is written as in the examples of the rules. */
export const at = (local: string) => {
  const [date = '', time = ''] = local.split(' ')
  return time === '24:00' ? endOfDate(cal, date) : instantAt(cal, date, time)
}
