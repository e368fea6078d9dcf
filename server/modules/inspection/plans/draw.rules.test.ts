import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bare, cal } from '#test/work-calendars.ts'
import { drawAgain, drawPlaces, seedOf } from './draw.rules.ts'
import { slotsOf } from './slots.rules.ts'

const places = (n: number) => Array.from({ length: n }, (_, i) => ({ id: `place-${i}` }))
const ids = (drawn: readonly { id: string }[]) => drawn.map((p) => p.id)

test('FD-770 the same seed draws the same places in the order of the route; another seed draws others', () => {
  const all = places(60)
  const drawn = ids(drawPlaces(all, 8, 'a', 3))
  expect(ids(drawPlaces(all, 8, 'a', 3))).toEqual(drawn)
  expect(drawn).toEqual(ids(all).filter((id) => drawn.includes(id)))
  expect(ids(drawPlaces(all, 8, 'b', 3))).not.toEqual(drawn)
  expect(ids(drawPlaces([...all].reverse(), 8, 'a', 3)).sort()).toEqual([...drawn].sort())
  expect(seedOf('a', 3)).toBe('a#3')
})

test('FD-770 every place has its turn: no place is left out for ever, and a draw is always full', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 80 }),
      fc.integer({ min: 1, max: 30 }),
      fc.string({ maxLength: 8 }),
      (n, sample, seed) => {
        const all = places(n)
        const draws = Math.ceil(n / sample)
        for (const turn of [0, 1, 5]) {
          const seen = new Set<string>()
          for (let k = 0; k < draws; k += 1) {
            const drawn = ids(drawPlaces(all, sample, seed, turn * draws + k))
            expect(drawn).toHaveLength(Math.min(sample, n))
            expect(new Set(drawn).size).toBe(drawn.length)
            for (const id of drawn) seen.add(id)
          }
          expect(seen.size).toBe(n)
        }
      },
    ),
  )
})

test('FD-770 a draw is repeated from its pool, its quota and the seed that is shown, also one with # in it', () => {
  const all = places(30)
  const pool = ids(all)
  for (const [seed, nth] of [
    ['a', 0],
    ['a#b', 17],
  ] as const)
    expect(drawAgain({ pool, quota: 4, seed: seedOf(seed, nth) })).toEqual(ids(drawPlaces(all, 4, seed, nth)))
  expect(drawAgain({ pool: [...pool, 'place-30'], quota: 4, seed: seedOf('a', 0) })).not.toEqual(
    drawAgain({ pool, quota: 4, seed: seedOf('a', 0) }),
  )
})

test('without a quota a round goes to every place', () => {
  expect(drawPlaces(places(5), null, 'a', 0)).toHaveLength(5)
})

test('FD-810 twice a day is once in each half of its hours, or once in each of two windows', () => {
  const hour = (i: string) => `${i}`
  const whole = slotsOf(cal, '2026-11-20', [], 2)
  expect(whole.map((s) => s.dueAt)).toEqual([hour('2026-11-20T04:00:00.000Z'), '2026-11-20T16:00:00.000Z'])
  const one = slotsOf(cal, '2026-11-20', [{ from: '08:00', to: '12:00' }], 2)
  expect(one.map((s) => [s.fromAt, s.dueAt])).toEqual([
    ['2026-11-20T00:00:00.000Z', '2026-11-20T02:00:00.000Z'],
    ['2026-11-20T02:00:00.000Z', '2026-11-20T04:00:00.000Z'],
  ])
  const two = slotsOf(
    cal,
    '2026-11-20',
    [
      { from: '07:00', to: '11:00' },
      { from: '13:00', to: '17:00' },
    ],
    2,
  )
  expect(two.map((s) => [s.slot, s.dueAt])).toEqual([
    [1, '2026-11-20T03:00:00.000Z'],
    [2, '2026-11-20T09:00:00.000Z'],
  ])
})

test('a window that ends before it begins goes on into the next day; local days keep to the zone when its clocks change', () => {
  const night = slotsOf(cal, '2026-11-20', [{ from: '22:00', to: '06:00' }], 1)
  expect(night[0]).toMatchObject({ fromAt: '2026-11-20T14:00:00.000Z', dueAt: '2026-11-20T22:00:00.000Z' })
  const berlin = { ...bare, timeZone: 'Europe/Berlin' }
  // the night of 29 March 2026 has an hour less, that of 25 October one more
  const spring = slotsOf(berlin, '2026-03-29', [], 1)[0]
  expect(spring).toMatchObject({ fromAt: '2026-03-28T23:00:00.000Z', dueAt: '2026-03-29T22:00:00.000Z' })
  const autumn = slotsOf(berlin, '2026-10-25', [], 1)[0]
  expect(autumn).toMatchObject({ fromAt: '2026-10-24T22:00:00.000Z', dueAt: '2026-10-25T23:00:00.000Z' })
})
