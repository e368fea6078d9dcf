import { expect, test } from 'vitest'
import { largestCategories, OTHERS } from './largest.rules.ts'

test('CP-132 a trend names the largest categories and gathers the rest, so that the bars add up to the total', () => {
  const month = (...counts: number[]) => counts.map((count, at) => ({ category: `C${at + 1}`, count }))
  const series = largestCategories([month(1, 9, 3, 4, 5, 6, 7, 0), month(2, 9, 3, 4, 5, 6, 7, 0)])
  expect(series.map(({ id }) => id)).toEqual(['C2', 'C7', 'C6', 'C5', 'C4', OTHERS])
  expect(series.at(-1)?.values).toEqual([4, 5])
})

test('CP-132 as many categories as there are colours are all named, and those without complaints are left out', () => {
  const series = largestCategories([[{ category: 'C1', count: 2 }], [{ category: 'C3', count: 0 }]])
  expect(series).toEqual([{ id: 'C1', values: [2, 0] }])
})
