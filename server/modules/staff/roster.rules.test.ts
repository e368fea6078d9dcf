import fc from 'fast-check'
import { expect, test } from 'vitest'
import { daysOfWeek, mondayOf, plusDays, startOfDay, stretchOf, timesFit } from './local-time.rules.ts'
import { gapsIn, overlapsOf, publishedSpan } from './roster.rules.ts'

const at = (hour: number) => `2026-11-20T${String(hour).padStart(2, '0')}:00:00.000Z`
const day = { from: at(0), to: '2026-11-21T00:00:00.000Z' }

test('CP-033 duties that meet leave no gap; an hour between them is named', () => {
  expect(
    gapsIn(
      [
        { from: at(8), to: day.to },
        { from: at(0), to: at(8) },
      ],
      day,
    ),
  ).toEqual([])
  expect(
    gapsIn(
      [
        { from: at(0), to: at(8) },
        { from: at(9), to: at(20) },
      ],
      day,
    ),
  ).toEqual([
    { from: at(8), to: at(9) },
    { from: at(20), to: day.to },
  ])
  expect(gapsIn([], day)).toEqual([day])
})

test('CP-033 a long duty hides the shorter ones inside it, and what lies outside the day does not count', () => {
  expect(
    gapsIn(
      [
        { from: at(0), to: at(22) },
        { from: at(3), to: at(5) },
      ],
      day,
    ),
  ).toEqual([{ from: at(22), to: day.to }])
  const before = { from: '2026-11-19T00:00:00.000Z', to: at(1) }
  expect(gapsIn([before, { from: at(2), to: '2026-11-25T00:00:00.000Z' }], day)).toEqual([{ from: at(1), to: at(2) }])
})

const hours = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 23 }))
const stretches = fc
  .array(hours, { maxLength: 12 })
  .map((all) => all.filter(([a, b]) => a < b).map(([a, b]) => ({ from: at(a), to: at(b) })))

test('CP-033 an hour is in a gap exactly when nobody holds it, whatever the duties', () => {
  fc.assert(
    fc.property(stretches, (held) => {
      const gaps = gapsIn(held, day)
      for (let h = 0; h < 24; h += 1) {
        const inside = (s: { from: string; to: string }) => s.from <= at(h) && at(h) < s.to
        expect(gaps.some(inside)).toBe(!held.some(inside))
      }
    }),
  )
})

test('a person in two places at once is found, also behind a long duty, and meeting duties are not', () => {
  const staffId = 'a'
  expect(
    overlapsOf([
      { staffId, from: at(0), to: at(8) },
      { staffId, from: at(8), to: at(16) },
    ]),
  ).toEqual([])
  expect(
    overlapsOf([
      { staffId, from: at(9), to: at(10) },
      { staffId, from: at(0), to: at(12) },
    ]),
  ).toEqual([{ first: 0, second: 1, staffId, from: at(9), to: at(10) }])
  expect(
    overlapsOf([
      { staffId, from: at(9), to: at(10) },
      { staffId: 'b', from: at(9), to: at(10) },
    ]),
  ).toEqual([])
})

test('overlaps are found exactly when two stretches of a person share an hour', () => {
  fc.assert(
    fc.property(stretches, (own) => {
      const pairs = own.some((a, i) => own.some((b, j) => i < j && a.from < b.to && b.from < a.to))
      expect(overlapsOf(own.map((s) => ({ ...s, staffId: 'a' }))).length > 0).toBe(pairs)
    }),
  )
})

test('CP-033 a week answers for each of its days, a running one from today on, one that is over for nothing', () => {
  const zone = 'Asia/Shanghai'
  const week = '2026-11-30'
  expect(publishedSpan(zone, week, '2026-11-20T00:00:00.000Z', false)).toEqual({
    from: '2026-11-29T16:00:00.000Z',
    to: '2026-12-06T16:00:00.000Z',
  })
  expect(publishedSpan(zone, week, '2026-12-03T05:00:00.000Z', true)).toEqual({
    from: '2026-12-02T16:00:00.000Z',
    to: '2026-12-07T16:00:00.000Z',
  })
  expect(publishedSpan(zone, week, '2026-12-06T16:00:00.000Z', false)).toBeUndefined()
})

test('weeks run on across the ends of months and years, the 31st and a leap day included', () => {
  expect(daysOfWeek('2026-12-28')).toEqual([
    '2026-12-28',
    '2026-12-29',
    '2026-12-30',
    '2026-12-31',
    '2027-01-01',
    '2027-01-02',
    '2027-01-03',
  ])
  expect(daysOfWeek('2028-02-28')[1]).toBe('2028-02-29')
  expect(plusDays('2026-08-31', 1)).toBe('2026-09-01')
  for (const d of daysOfWeek('2026-12-28')) expect(mondayOf(d)).toBe('2026-12-28')
})

test('a night shift ends on the next day, also from the 31st', () => {
  expect(stretchOf('Asia/Shanghai', { date: '2026-12-31', from: '20:00', to: '08:00', overMidnight: true })).toEqual({
    from: '2026-12-31T12:00:00.000Z',
    to: '2027-01-01T00:00:00.000Z',
  })
  expect(timesFit({ from: '20:00', to: '08:00', overMidnight: true })).toBe(true)
  expect(timesFit({ from: '20:00', to: '08:00', overMidnight: false })).toBe(false)
  expect(timesFit({ from: '08:00', to: '20:00', overMidnight: true })).toBe(false)
  expect(timesFit({ from: '08:00', to: '08:00', overMidnight: true })).toBe(true)
})

test('CP-033 two shifts that meet hold the day without a gap also when the clocks change', () => {
  for (const date of ['2026-03-29', '2026-10-25', '2026-03-28', '2026-10-24']) {
    const zone = 'Europe/Berlin'
    const shifts = [
      stretchOf(zone, { date: plusDays(date, -1), from: '22:00', to: '02:30', overMidnight: true }),
      stretchOf(zone, { date, from: '02:30', to: '14:00', overMidnight: false }),
      stretchOf(zone, { date, from: '14:00', to: '00:00', overMidnight: true }),
    ]
    const whole = { from: startOfDay(zone, date), to: startOfDay(zone, plusDays(date, 1)) }
    expect(gapsIn(shifts, whole), date).toEqual([])
    expect(overlapsOf(shifts.map((s) => ({ ...s, staffId: 'a' }))), date).toEqual([])
  }
})
