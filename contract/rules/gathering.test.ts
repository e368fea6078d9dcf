import { expect, test } from 'vitest'
import { gathering } from './gathering.ts'

const groups = (...counts: number[]) => counts.map((count) => ({ count }))

test('CP-132 complaints gather where a group holds twice the mean of those that hold any', () => {
  expect(gathering(groups(3, 14, 9, 3, 2, 2, 1, 1, 1, 0, 0))).toEqual(groups(14, 9))
  expect(gathering(groups(8, 7, 7, 5, 1, 1, 0))).toEqual([])
})

test('CP-132 one or two complaints are no gathering, nor is a single group', () => {
  expect(gathering(groups(2, 0, 0))).toEqual([])
  expect(gathering(groups(2, 1, 0))).toEqual([])
  expect(gathering(groups(12))).toEqual([])
  expect(gathering([])).toEqual([])
})
