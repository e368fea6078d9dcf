import { expect, test } from 'vitest'
import { sumsOf } from './sums.rules.ts'

test('QM 4 of an item that many answered by its pair and two by how they feel, the two are not shown', () => {
  const pairs = { grp: null, no: 1, kind: 'pair', x: 5, y: 1, n: 8 } as const
  const felt = { grp: null, no: 1, kind: 's', x: 1, y: 0, n: 2 } as const
  expect(sumsOf([pairs, felt], 5)).toEqual({ 1: { kano: [0, 8, 0, 0, 0, 0], felt: [0, 0, 0, 0, 0] } })
  expect(sumsOf([felt], 5)).toEqual({})
})
