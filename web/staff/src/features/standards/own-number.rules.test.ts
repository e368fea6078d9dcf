import { expect, test } from 'vitest'
import { nextOwnId } from './own-number.rules.ts'

test('an own item is numbered above all that were ever numbered at its touchpoint', () => {
  expect(nextOwnId([], 'T08')).toBe('T08-X-01')
  expect(nextOwnId(['T08-X-01', 'T08-X-03', 'T09-X-07', 'T08-X-01'], 'T08')).toBe('T08-X-04')
  expect(nextOwnId(['T08-X-99'], 'T08')).toBeUndefined()
})
