import { expect, test } from 'vitest'
import { weakAmong } from './weak.rules.ts'

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
