import { expect, test } from 'vitest'
import { monthScope, wordQuery, wordsIn } from './scoped-words.ts'

const ESTATE = 'estate 0190c000-0002-7000-8000-000000000007'

test('each word stands once a scope, with the code that the database reckons too', () => {
  // left(md5('month complaint 2026-11'), 6)
  expect(wordsIn('漏水', [monthScope('complaint', '2026-11')])).toEqual(['3ff5e9漏水'])
  const both = wordsIn('卫生间漏水', [ESTATE, monthScope('complaint', '2026-11')])
  expect(both.filter((word) => word.endsWith('漏水'))).toHaveLength(2)
  expect(new Set(both.map((word) => word.slice(0, 6))).size).toBe(2)
})

test('a query asks for all words, in its scope; without a word there is none', () => {
  expect(wordQuery('漏水 电梯', null)).toBe(`'漏水' & '电梯'`)
  expect(wordQuery('漏水 电梯', monthScope('complaint', '2026-11'))).toBe(`'3ff5e9漏水' & '3ff5e9电梯'`)
  expect(wordQuery('，。！', ESTATE)).toBeNull()
})

test('quotes and overlong words break neither what is written nor what is asked', () => {
  const text = `it's a\\b ${'x'.repeat(3_000)} 漏水`
  const words = wordsIn(text, [ESTATE])
  expect(words).not.toHaveLength(0)
  expect(words.every((word) => word.length <= 106 && !/['\\]/.test(word))).toBe(true)
  expect(wordQuery(text, null)).toContain(`'漏水'`)
})
