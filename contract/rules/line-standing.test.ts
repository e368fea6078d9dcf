import { expect, test } from 'vitest'
import { standingsOf, weakAmong } from './line-standing.ts'

const group = (name: string, count: number, late: number, notSatisfied = 0) => ({ name, count, late, notSatisfied })
const names = (groups: readonly { name: string }[]) => groups.map(({ name }) => name)

test('CP-132 a line is weak when a larger part of its complaints went wrong than of all together', () => {
  const lines = [group('repair', 10, 1), group('security', 4, 1, 1), group('cleaning', 6, 0)]
  expect(names(weakAmong(lines))).toEqual(['security'])
})

test('CP-132 no line is weak where nothing went wrong, nor where all went wrong alike', () => {
  expect(weakAmong([group('repair', 10, 0), group('security', 4, 0)])).toEqual([])
  expect(weakAmong([group('repair', 10, 5), group('security', 4, 2)])).toEqual([])
})

const GROWTH = { from: 5, percent: 150 }
const line = (
  name: string,
  count: number,
  mean: number | null,
  trouble: { late?: number; notSatisfied?: number } = {},
) => ({
  ...group(name, count, trouble.late ?? 0, trouble.notSatisfied ?? 0),
  usual: mean === null ? null : { mean, periods: 6 },
})
const said = (
  lines: readonly ReturnType<typeof line>[],
  growth: typeof GROWTH | null = GROWTH,
  asOf = '2026-11-26T04:00:00.000Z',
) => standingsOf({ lines, growth, to: '2026-11-25', asOf }).map(({ standing, of }) => `${of.name} ${standing}`)

test('CP-132 a line has grown from five complaints and half as many again as usual on, both exactly', () => {
  expect(said([line('cleaning', 6, 4)])).toEqual(['cleaning grown'])
  expect(said([line('cleaning', 6, 4.01)])).toEqual([])
  expect(said([line('cleaning', 5, 3.33)])).toEqual(['cleaning grown'])
  expect(said([line('cleaning', 4, 1)])).toEqual([])
  // out of nothing, too
  expect(said([line('cleaning', 5, 0)])).toEqual(['cleaning grown'])
})

test('CP-132 nothing has grown where nobody knows what is usual, as in figures of before this was asked', () => {
  expect(said([line('cleaning', 60, null)])).toEqual([])
  expect(said([line('cleaning', 60, 4)], null)).toEqual([])
})

test('CP-132 a line is strong with fewer complaints than usual of which none went wrong', () => {
  expect(said([line('finance', 1, 2)])).toEqual(['finance strong'])
  expect(said([line('finance', 0, 1)])).toEqual(['finance strong'])
  expect(said([line('finance', 2, 2)])).toEqual([])
  expect(said([line('finance', 0, 0.9)])).toEqual([])
  expect(said([line('finance', 1, 2), line('repair', 3, 4, { late: 1 })])).toEqual(['repair weak', 'finance strong'])
})

test('CP-132 nobody is strong for having few complaints in a period that still runs', () => {
  expect(said([line('finance', 1, 2)], GROWTH, '2026-11-25T15:59:00.000Z')).toEqual([])
  expect(said([line('cleaning', 6, 4)], GROWTH, '2026-11-10T04:00:00.000Z')).toEqual(['cleaning grown'])
})

test('CP-132 a line may be named for its number and for its handling at once', () => {
  expect(said([line('repair', 20, 18), line('cleaning', 9, 4, { notSatisfied: 3 })])).toEqual([
    'cleaning grown',
    'cleaning weak',
  ])
})
