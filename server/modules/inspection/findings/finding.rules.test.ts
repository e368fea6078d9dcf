import { expect, test } from 'vitest'
import { dueAt } from '#platform/calendar/due.rules.ts'
import { DEFAULT_SETTINGS } from '#platform/settings/settings.ts'
import { at, cal } from '#test/work-calendars.ts'
import { spanOf } from './finding.rules.ts'

const due = (severity: 'critical' | 'major' | 'minor', from: string) =>
  dueAt(cal, at(from), spanOf(severity, DEFAULT_SETTINGS)).due

test('FD-770 a critical fault has four hours at any time, a major one the next working day, a minor one seven days', () => {
  // a Friday evening before a weekend, and the last evening before the National Day week
  expect(due('critical', '2026-11-20 22:30')).toBe(at('2026-11-21 02:30'))
  expect(due('major', '2026-11-20 15:00')).toBe(at('2026-11-23 18:00'))
  expect(due('major', '2026-09-30 20:00')).toBe(at('2026-10-08 18:00'))
  expect(due('minor', '2026-11-20 15:00')).toBe(at('2026-11-27 24:00'))
})
