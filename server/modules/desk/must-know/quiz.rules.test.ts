import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { SheetField } from '#contract/must-know.ts'
import { completeSheet } from '#test/must-know-sheet.ts'
import { gradeQuiz, makeQuiz, type Question, validUntil } from './quiz.rules.ts'
import { fieldsOf } from './sheet-fields.rules.ts'

const fields = fieldsOf(completeSheet())

test('FD-024 every question is about a field of the sheet, has one right answer and no doubles, whatever the seed', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.integer({ min: 5, max: 20 }), (seed, count) => {
      const quiz = makeQuiz(fields, seed, count)
      expect(quiz).toHaveLength(count)
      expect(new Set(quiz.map((q) => `${q.key} ${q.name}`)).size).toBe(count)
      for (const q of quiz) {
        const field = fields.find((f: SheetField) => f.key === q.key && f.name === q.name)
        expect(q.choices[q.right]).toBe(field?.value)
        expect(q.choices.filter((c) => c === field?.value)).toHaveLength(1)
        expect(new Set(q.choices).size).toBe(q.choices.length)
        expect(q.choices.length).toBeGreaterThanOrEqual(2)
      }
    }),
    { numRuns: 60 },
  )
})

test('FD-024 the same quiz comes from the same seed, another from another', () => {
  expect(makeQuiz(fields, 'a', 10)).toEqual(makeQuiz(fields, 'a', 10))
  expect(makeQuiz(fields, 'b', 10)).not.toEqual(makeQuiz(fields, 'a', 10))
})

test('FD-024 the right answer is not always in the same place', () => {
  const places = new Set(Array.from({ length: 40 }, (_, i) => makeQuiz(fields, `seed ${i}`, 1)[0]?.right))
  expect(places.size).toBeGreaterThanOrEqual(3)
})

test('FD-024 a field from which no wrong answer can be made is not asked', () => {
  expect(
    makeQuiz([{ key: 'facilities.other', group: 'facilities', name: null, value: '无', note: null }], 'x', 5),
  ).toEqual([])
})

const questions: Question[] = Array.from({ length: 10 }, (_, i) => ({
  key: `k${i}`,
  name: null,
  choices: ['a', 'b'],
  right: i % 2,
}))
const answers = (right: number) => questions.map((q, i) => (i < right ? q.right : null))

test('KN-003 ninety per cent passes, less does not; unanswered is wrong', () => {
  expect(gradeQuiz(questions, answers(9), 90)).toEqual({ correct: 9, percent: 90, passed: true })
  expect(gradeQuiz(questions, answers(8), 90)).toEqual({ correct: 8, percent: 80, passed: false })
  expect(gradeQuiz(questions, [], 90)).toMatchObject({ percent: 0, passed: false })
  expect(
    gradeQuiz(
      questions,
      questions.map(() => 9),
      90,
    ),
  ).toMatchObject({ percent: 0 })
})

test('KN-003 a passed quiz holds a quarter by the trade’s months', () => {
  expect(validUntil('2026-11-20', 3)).toBe('2027-02-19')
  expect(validUntil('2026-11-30', 3)).toBe('2027-02-28')
})
