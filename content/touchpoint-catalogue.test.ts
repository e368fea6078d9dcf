import { expect, test } from 'vitest'
import { z } from 'zod'
import { TOUCHPOINTS } from '#contract/complaint-categories.ts'
import { CheckItem, CONDITIONS, FREQUENCIES, TRAITS } from '#contract/touchpoints.ts'
import { standardTexts } from './texts/standards.ts'
import { CATALOGUE, CATALOGUE_ITEMS } from './touchpoint-catalogue.ts'

test('the catalogue has all twenty touchpoints and 466 items, each as its contract says', () => {
  expect(CATALOGUE.touchpoints.map((t) => t.code)).toEqual([...TOUCHPOINTS])
  expect(z.array(CheckItem).safeParse(CATALOGUE_ITEMS).error).toBeUndefined()
  expect(CATALOGUE_ITEMS).toHaveLength(466)
  expect(new Set(CATALOGUE_ITEMS.map((i) => i.id)).size).toBe(466)
  expect(CATALOGUE_ITEMS.filter((i) => !i.id.startsWith(i.touchpoint))).toEqual([])
})

test('every frequency, condition and trait has its words', () => {
  const words: Record<string, unknown> = standardTexts
  const keys = [
    ...FREQUENCIES.map((f) => `frequency.${f}`),
    ...CONDITIONS.map((c) => `condition.${c}`),
    ...TRAITS.map((t) => `trait.${t}`),
  ]
  expect(keys.filter((key) => words[key] === undefined)).toEqual([])
})

test('severities and classes are those that the scoring model was worked out for', () => {
  const count = (of: (i: CheckItem) => string) =>
    Object.fromEntries([...Map.groupBy(CATALOGUE_ITEMS, of)].map(([key, items]) => [key, items.length]))
  expect(count((i) => i.severity)).toEqual({ critical: 57, major: 124, minor: 285 })
  expect(count((i) => i.kano)).toEqual({ 'must-be': 422, 'one-dimensional': 35, attractive: 9 })
  expect(count((i) => i.evidence)).toEqual({ photo: 243, observation: 179, record: 37, measurement: 7 })
})
