import { expect, test } from 'vitest'
import { z } from 'zod'
import { parseSearch, stringifySearch } from '../search-params.ts'
import { activeFilters, parseFilters, writeFilters } from './filters.ts'

const Filter = z.object({
  q: z.string().trim().max(5).optional(),
  line: z.array(z.enum(['repair', 'cleaning'])).default([]),
  page: z.coerce.number().int().default(1),
  sort: z.enum(['due', 'received']).default('due'),
})

test('one broken value in an address does not lose the others', () => {
  const raw = parseSearch('?q=漏水&line=repair&page=x&sort=nonsense&other=1')
  expect(parseFilters(Filter, raw)).toEqual({ q: '漏水', line: ['repair'], page: 1, sort: 'due' })
})

test('defaults and emptied filters leave the address, foreign names stay', () => {
  const raw = parseSearch('?q=abc&line=repair&tab=2')
  expect(writeFilters(Filter, raw, { q: '', line: [], sort: 'due' })).toEqual({ tab: '2' })
  expect(writeFilters(Filter, raw, { line: ['repair', 'cleaning'], sort: 'received' })).toEqual({
    q: 'abc',
    line: ['repair', 'cleaning'],
    sort: 'received',
    tab: '2',
  })
})

test('active filters are those that differ from the defaults', () => {
  expect(activeFilters(Filter, parseSearch('?line=repair&sort=due'))).toEqual(['line'])
})

test('an address reads back as it was written', () => {
  const search = { q: '3栋 1203&', line: ['repair', 'cleaning'] }
  expect(parseSearch(stringifySearch(search))).toEqual(search)
  expect(stringifySearch({ q: '', none: undefined })).toBe('')
})
