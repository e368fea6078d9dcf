import { expect, test } from 'vitest'
import {
  CALENDAR,
  daysOwed,
  periodBefore,
  periodsBefore,
  publicationsOwed,
  statMonth,
  statMonthsUntil,
} from './periods.rules.ts'

test('CP-128b a statistical month runs from the day after the cut-off to the cut-off, and calendar months are those cut on the last day', () => {
  expect(statMonth('2026-11-25', 25)).toEqual({ from: '2026-10-26', to: '2026-11-25' })
  expect(statMonth('2026-11-26', 25)).toEqual({ from: '2026-11-26', to: '2026-12-25' })
  expect(statMonth('2026-02-10', CALENDAR)).toEqual({ from: '2026-02-01', to: '2026-02-28' })
})

test('CP-128b months follow one another without gap or overlap, whatever the cut-off day', () => {
  for (const cutoff of [1, 15, 25, 28, 29, 30, CALENDAR]) {
    const months = statMonthsUntil('2026-03-31', 13, cutoff)
    expect(months).toHaveLength(13)
    for (const [i, month] of months.entries()) {
      const before = months[i - 1]
      if (before) expect(statMonth(before.to, cutoff)).toEqual(before)
      if (before) expect(Date.parse(month.from) - Date.parse(before.to), `${cutoff} ${month.from}`).toBe(86_400_000)
      expect(month.from <= month.to).toBe(true)
    }
  }
})

test('CP-132 what is usual is read from so many periods before, none of which begins before the first complaint', () => {
  const november = { from: '2026-10-26', to: '2026-11-25' }
  const of = (count: number, first: string | null, period = november) => periodsBefore(period, count, 25, first)
  expect(of(6, '2020-01-01').map((p) => p.from)).toEqual([
    '2026-09-26',
    '2026-08-26',
    '2026-07-26',
    '2026-06-26',
    '2026-05-26',
    '2026-04-26',
  ])
  expect(of(6, '2026-08-26')).toHaveLength(2)
  expect(of(6, '2026-08-27')).toHaveLength(1)
  expect(of(6, '2026-10-01')).toEqual([])
  expect(of(6, null)).toEqual([])
  // a quarter is compared with quarters, a year with nothing
  expect(of(2, '2020-01-01', { from: '2026-09-26', to: '2026-12-25' }).map((p) => p.from)).toEqual([
    '2026-06-26',
    '2026-03-26',
  ])
  expect(of(6, '2020-01-01', { from: '2026-01-01', to: '2026-12-31' })).toEqual([])
})

test('CP-132 the period before is as many months of the same kind, else as many days', () => {
  expect(periodBefore({ from: '2026-10-26', to: '2026-11-25' }, 25)).toEqual({ from: '2026-09-26', to: '2026-10-25' })
  expect(periodBefore({ from: '2026-09-26', to: '2026-12-25' }, 25)).toEqual({ from: '2026-06-26', to: '2026-09-25' })
  expect(periodBefore({ from: '2026-03-01', to: '2026-03-31' }, 25)).toEqual({ from: '2026-02-01', to: '2026-02-28' })
  expect(periodBefore({ from: '2026-11-16', to: '2026-11-20' }, 25)).toEqual({ from: '2026-11-11', to: '2026-11-15' })
  expect(periodBefore({ from: '2026-11-20', to: '2026-11-20' }, 25)).toEqual({ from: '2026-11-19', to: '2026-11-19' })
})

test('CP-127 a tally is owed for each day that is over since the estate is there', () => {
  const month = { from: '2026-10-26', to: '2026-11-25' }
  expect(daysOwed(month, '2020-01-01', '2026-12-01')).toBe(31)
  expect(daysOwed(month, '2020-01-01', '2026-11-20')).toBe(25)
  expect(daysOwed(month, '2026-11-18', '2026-11-20')).toBe(2)
  expect(daysOwed(month, '2026-11-20', '2026-11-20')).toBe(0)
  expect(daysOwed(month, '2020-01-01', '2026-10-26')).toBe(0)
})

test('CP-139 a publication is owed when its day has passed within the period', () => {
  const month = { from: '2026-10-26', to: '2026-11-25' }
  expect(publicationsOwed(month, 5, '2020-01-01', '2026-11-20')).toEqual(['2026-10'])
  expect(publicationsOwed(month, 5, '2020-01-01', '2026-11-05')).toEqual([])
  expect(publicationsOwed(month, 5, '2026-11-01', '2026-11-20')).toEqual([])
  expect(publicationsOwed({ from: '2026-09-26', to: '2026-12-25' }, 5, '2020-01-01', '2027-01-01')).toEqual([
    '2026-09',
    '2026-10',
    '2026-11',
  ])
})
