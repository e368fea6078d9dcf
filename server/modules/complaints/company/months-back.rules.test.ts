import fc from 'fast-check'
import { expect, test } from 'vitest'
import { halvesOf, stretchesBack } from './months-back.rules.ts'

test('the newest month first, then ever more at a time, down to the first one', () => {
  const stretches = stretchesBack('2021-12-03', '2026-11-20')
  expect(stretches.map((s) => [s.from, s.to, s.months.length])).toEqual([
    ['2026-11-01', '2026-11-30', 1],
    ['2026-06-01', '2026-10-31', 5],
    ['2024-12-01', '2026-05-31', 18],
    ['2021-12-01', '2024-11-30', 36],
  ])
  expect(stretchesBack('2026-11-02', '2026-11-20').map((s) => s.months)).toEqual([['2026-11']])
})

test('whatever the days, every month between them comes once, newest first, and halves hold what the whole held', () => {
  const day = fc.date({ min: new Date('2015-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(day, day, (a, b) => {
      const [first, last] = [a, b].map((d) => d.toISOString().slice(0, 10)).sort() as [string, string]
      const stretches = stretchesBack(first, last)
      const months = stretches.flatMap((s) => s.months)
      expect(months).toEqual([...new Set(months)].toSorted().toReversed())
      expect([months.at(-1), months.at(0)]).toEqual([first.slice(0, 7), last.slice(0, 7)])
      for (const whole of stretches) {
        const halves = halvesOf(whole)
        if (halves === undefined) expect(whole.months).toHaveLength(1)
        else {
          expect(halves.flatMap((half) => half.months)).toEqual(whole.months)
          expect([halves[1].from, halves[0].to]).toEqual([whole.from, whole.to])
        }
      }
    }),
  )
})
