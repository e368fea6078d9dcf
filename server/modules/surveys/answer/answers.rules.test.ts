import { expect, test } from 'vitest'
import type { SurveyQuestion } from '#contract/survey-questions.ts'
import { checkAnswers, keptAnswers } from './answers.rules.ts'

const question = (no: number, asks: SurveyQuestion['asks']): SurveyQuestion => ({
  no,
  touchpoint: null,
  itemId: null,
  zh: `题${no}`,
  en: `Question ${no}`,
  asks,
  classDefault: null,
  effort: null,
})
const questions = [question(1, ['pair']), question(2, ['satisfaction', 'importance'])]
const check = (answers: Parameters<typeof keptAnswers>[0], whole = true, texts: string[] = []) =>
  checkAnswers(questions, true, { answers, comments: texts.map((text) => ({ touchpoint: null, text })) }, whole)

test('answers to questions of another survey are refused, and so is what a question does not ask', () => {
  expect(check([{ no: 7, s: 3 }])).toMatchObject({ code: 'E_ANSWER_FOREIGN', details: { no: 7 } })
  expect(check([{ no: 1, s: 3 }])).toMatchObject({ code: 'E_ANSWER_FOREIGN' })
  expect(check([{ no: 2, f: 3, d: 3 }])).toMatchObject({ code: 'E_ANSWER_FOREIGN' })
})

test('a question is answered once', () => {
  expect(
    check([
      { no: 1, f: 5, d: 1 },
      { no: 1, f: 4, d: 1 },
    ])?.code,
  ).toBe('E_DUPLICATE')
})

test('QM 4 a pair by half is kept on the way and refused at the end', () => {
  expect(check([{ no: 1, f: 5 }], false)).toBeUndefined()
  expect(check([{ no: 1, f: 5 }])).toMatchObject({ code: 'E_PAIR_INCOMPLETE', details: { no: 1 } })
  expect(check([{ no: 1, f: 5, d: 1 }])).toBeUndefined()
})

test('questions may be passed over, but not all of them', () => {
  expect(check([{ no: 2, s: 4 }])).toBeUndefined()
  expect(check([])).toMatchObject({ code: 'E_ANSWERS_MISSING' })
  expect(check([{ no: 2 }])).toMatchObject({ code: 'E_ANSWERS_MISSING' })
  expect(check([], true, ['电梯太慢'])).toBeUndefined()
  expect(check([], false)).toBeUndefined()
})

test('free text only where the survey asks for it', () => {
  const said = { answers: [{ no: 2, s: 4 }], comments: [{ touchpoint: 'T12' as const, text: '慢' }] }
  expect(checkAnswers(questions, true, said, true)).toBeUndefined()
  expect(checkAnswers(questions, false, said, true)).toMatchObject({ code: 'E_ANSWER_FOREIGN', field: 'body.comments' })
})

test('what is kept says something and stands in the order of the questions', () => {
  expect(keptAnswers([{ no: 2, w: 9 }, { no: 3 }, { no: 1, f: 1, d: 5 }])).toEqual([
    { no: 1, f: 1, d: 5 },
    { no: 2, w: 9 },
  ])
})
