import { expect, test } from 'vitest'
import { paretoOf, shareOf, sheetOf } from './tables.rules.ts'

test('CP-133 the order by weight ends with the whole, and what never happened is left out', () => {
  const ranked = paretoOf([
    { name: 'method', count: 2 },
    { name: 'man', count: 6 },
    { name: 'machine', count: 0 },
    { name: 'material', count: 2 },
  ])
  expect(ranked.map(({ of, share, cumulative }) => [of.name, share, cumulative])).toEqual([
    ['man', 0.6, 0.6],
    ['method', 0.2, 0.8],
    ['material', 0.2, 1],
  ])
  expect(paretoOf([])).toEqual([])
})

test('CP-132 a share of nothing is no share, and what nobody counted is nothing', () => {
  expect(shareOf(0, 0)).toBeNull()
  expect(shareOf(1, 3)).toBe(0.3333)
  expect(sheetOf([]).of('now', 'total', null)).toEqual({})
})
