import { expect, test } from 'vitest'
import type { SurveyQuestion } from '#contract/survey-questions.ts'
import { checkQuestions, pairsIn } from './questions.rules.ts'

const question = (no: number, more: Partial<SurveyQuestion> = {}): SurveyQuestion => ({
  no,
  touchpoint: 'T12',
  itemId: null,
  zh: `属性${no}`,
  en: `Attribute ${no}`,
  asks: ['pair'],
  classDefault: null,
  effort: null,
  ...more,
})
const many = (n: number) => Array.from({ length: n }, (_, i) => question(i + 1))

test('QM 4 at most 40 pairs for residents, and the refusal says how many there are and may be', () => {
  expect(checkQuestions('kano', many(40), 40)).toBeUndefined()
  expect(checkQuestions('kano', many(41), 40)).toMatchObject({
    code: 'E_PAIR_LIMIT',
    field: 'body.questions',
    details: { maximum: 40, pairs: 41 },
  })
  // single questions do not count
  const single = many(60).map((q) => ({ ...q, asks: ['satisfaction' as const] }))
  expect(checkQuestions('yearly', single, 40)).toBeUndefined()
  expect(pairsIn(single)).toBe(0)
})

test('QM 4 one attribute a pair: neither a number nor a name stands twice', () => {
  expect(checkQuestions('kano', [question(1), question(1, { zh: '别的' })], 40)).toMatchObject({
    code: 'E_DUPLICATE',
    field: 'body.questions.1.no',
  })
  expect(checkQuestions('kano', [question(1), question(2, { zh: '属性1' })], 40)).toMatchObject({
    field: 'body.questions.1.zh',
  })
})

test('an item belongs to its touchpoint', () => {
  expect(checkQuestions('kano', [question(1, { itemId: 'T12-F-01' })], 40)).toBeUndefined()
  expect(checkQuestions('kano', [question(1, { itemId: 'T11-F-01' })], 40)).toMatchObject({ code: 'E_INPUT' })
  expect(checkQuestions('kano', [question(1, { touchpoint: null, itemId: 'T11-F-01' })], 40)).toMatchObject({
    code: 'E_INPUT',
  })
})

test('QM 4 Kano surveys are kept apart from daily ratings: each kind asks what is its own', () => {
  const asks = (kind: Parameters<typeof checkQuestions>[0], ...list: SurveyQuestion['asks']) =>
    checkQuestions(kind, [question(1, { asks: list })], 40)?.code
  expect(asks('kano', 'pair', 'importance', 'satisfaction')).toBeUndefined()
  expect(asks('kano', 'satisfaction')).toBe('E_INPUT')
  expect(asks('satisfaction', 'pair')).toBe('E_INPUT')
  expect(asks('transaction', 'importance')).toBe('E_INPUT')
  expect(asks('yearly', 'pair')).toBeUndefined()
  expect(asks('yearly', 'satisfaction', 'importance')).toBeUndefined()
})
