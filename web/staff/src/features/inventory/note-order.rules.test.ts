import { expect, test } from 'vitest'
import { missingOf, nextWithoutNote } from './note-order.rules.ts'

const items = [
  { matterId: 'a', note: '已约明天' },
  { matterId: 'b', note: null },
  { matterId: 'c', note: null },
  { matterId: 'd', note: '待料' },
]

test('FD-404 after a note the cursor goes to the next matter without one, round the list', () => {
  expect(nextWithoutNote(items, 'b')).toBe('c')
  expect(nextWithoutNote(items, 'c')).toBe('b')
  expect(nextWithoutNote(items, 'd')).toBe('b')
  expect(
    nextWithoutNote(
      items.map((item) => ({ ...item, note: 'x' })),
      'b',
    ),
  ).toBeUndefined()
})

test('FD-404 a refused signature names the matters that lack their note, whatever else it carries', () => {
  const named = { id: 'b', number: '26-000101', title: '漏水' }
  expect(missingOf({ count: 60, missing: [named, { id: 1 }, null] })).toEqual({ missing: [named], count: 60 })
  expect(missingOf({})).toEqual({ missing: [], count: 0 })
})
