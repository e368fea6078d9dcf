import { expect, test } from 'vitest'
import { FRESH, recurrenceIn, windowsIn } from './typed.rules.ts'

test('a recurrence that is no whole one yet stays as it was typed', () => {
  const weekly = { kind: 'weekdays', days: [], every: 2, daysOff: 'skip', times: 1 }
  expect(recurrenceIn(weekly)).toEqual(weekly)
  expect(recurrenceIn({ kind: 'monthDays', days: [] })).toEqual({ ...FRESH.monthDays, days: [] })
  expect(recurrenceIn({ kind: 'workingDay', nth: 0, times: 1 })).toMatchObject({ kind: 'workingDay', nth: 0 })
  expect(recurrenceIn(undefined)).toEqual(FRESH.days)
  expect(recurrenceIn({ kind: 'never' })).toMatchObject({ every: 1 })
})

test('one time box that is emptied takes no window away', () => {
  expect(
    windowsIn([
      { from: '09:00', to: '' },
      { from: '14:00', to: '17:00' },
    ]),
  ).toEqual([
    { from: '09:00', to: '' },
    { from: '14:00', to: '17:00' },
  ])
  expect(windowsIn([{ from: '09:00' }, null])).toEqual([{ from: '09:00' }, {}])
  expect(windowsIn(undefined)).toEqual([])
})
