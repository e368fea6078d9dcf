import { expect, test } from 'vitest'
import { isOwn, sharesWords } from './similar.rules.ts'

test('two texts are alike when they share at least two characters in a row or a word', () => {
  expect(sharesWords('水龙头又漏水了', '卫生间水龙头漏水,关不紧')).toBe(true)
  expect(sharesWords('游泳池几点开放', '卫生间水龙头漏水,关不紧')).toBe(false)
  expect(sharesWords('The lift is stuck', 'Lift of building 3')).toBe(true)
  expect(sharesWords('水', '水')).toBe(false)
})

test('a matter belongs to the household by its room or its customer', () => {
  const row = { unit: { id: 'u' }, customer: null }
  expect([isOwn(row, 'u', undefined), isOwn(row, 'v', 'c'), isOwn(row, undefined, undefined)]).toEqual([
    true,
    false,
    false,
  ])
})
