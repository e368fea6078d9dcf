import { expect, test } from 'vitest'
import { ruleRequired } from './penalty.rules.ts'

test('CP-160 a centre of the limit or more, or one built in phases, must have a penalty rule', () => {
  const centre = { floorAreaM2: 99_999, largeFromM2: 100_000, inPhases: false }
  expect(ruleRequired(centre)).toBe(false)
  expect(ruleRequired({ ...centre, floorAreaM2: 100_000 })).toBe(true)
  expect(ruleRequired({ ...centre, inPhases: true })).toBe(true)
})
