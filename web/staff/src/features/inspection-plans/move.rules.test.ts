import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dropAt, keyMove, moved } from './move.rules.ts'

test('FD-770 a place of a route moves to where it is put, the others keep their order', () => {
  expect(moved(['a', 'b', 'c', 'd'], 0, 2)).toEqual(['b', 'c', 'a', 'd'])
  expect(moved(['a', 'b', 'c', 'd'], 3, 0)).toEqual(['d', 'a', 'b', 'c'])
  expect(moved(['a', 'b'], 0, 9)).toEqual(['b', 'a'])
  expect(moved(['a', 'b'], 5, 0)).toEqual(['a', 'b'])
  fc.assert(
    fc.property(fc.uniqueArray(fc.string()), fc.nat(20), fc.nat(20), (list, from, to) => {
      const next = moved(list, from, to)
      expect([...next].sort()).toEqual([...list].sort())
      const one = list[from]
      expect(next.filter((x) => x !== one)).toEqual(list.filter((x) => x !== one))
    }),
  )
})

test('FD-770 keys move a place by one or to an end, and nothing beyond it', () => {
  expect(['ArrowUp', 'ArrowDown', 'Home', 'End', 'Tab'].map((key) => keyMove(key, 1, 4))).toEqual([
    0,
    2,
    0,
    3,
    undefined,
  ])
  expect(['ArrowUp', 'Home'].map((key) => keyMove(key, 0, 4))).toEqual([undefined, undefined])
  expect(['ArrowDown', 'End'].map((key) => keyMove(key, 3, 4))).toEqual([undefined, undefined])
})

test('a dragged place stands where the hand is', () => {
  const at = (from: number) => [5, 15, 35, 99].map((y) => dropAt([10, 30, 50], from, y))
  expect(at(0)).toEqual([0, 0, 1, 2])
  expect(at(1)).toEqual([0, 1, 1, 2])
  expect(at(2)).toEqual([0, 1, 2, 2])
})
