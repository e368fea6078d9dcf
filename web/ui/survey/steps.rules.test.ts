import { expect, test } from 'vitest'
import { type Asked, answerAt, halves, mergeFilled, resumeAt, stepsOf, tidy, valueAt } from './steps.rules.ts'

const question = (no: number, asks: Asked['asks'], more: Partial<Asked> = {}): Asked => ({
  no,
  touchpoint: null,
  itemId: null,
  zh: `题${no}`,
  en: `Question ${no}`,
  asks,
  ...more,
})
const steps = stepsOf([question(1, ['pair']), question(2, ['satisfaction', 'importance'])], true)
const NOTHING = { answers: [], comments: [] }

test('QM 4 a pair is asked on two screens, with it first; free text and sending come last', () => {
  expect(steps.map((s) => (s.kind === 'ask' ? `${s.question.no}${s.part}` : s.kind))).toEqual([
    '1f',
    '1d',
    '2s',
    '2w',
    'comments',
    'send',
  ])
  expect(stepsOf([], false).map((s) => s.kind)).toEqual(['send'])
})

test('an answer is given, changed and taken back', () => {
  const one = answerAt(NOTHING, 1, 'f', 5)
  expect(one.answers).toEqual([{ no: 1, f: 5 }])
  expect(answerAt(one, 1, 'f', 2).answers).toEqual([{ no: 1, f: 2 }])
  expect(answerAt(one, 1, 'f', undefined).answers).toEqual([])
  const [first] = steps
  expect(first && valueAt(one, first)).toBe(5)
})

test('who comes back goes on after the last answer, and not at what was passed over', () => {
  expect(resumeAt(steps, NOTHING)).toBe(0)
  expect(resumeAt(steps, { ...NOTHING, answers: [{ no: 2, s: 4 }] })).toBe(3)
  expect(resumeAt(steps, { ...NOTHING, answers: [{ no: 2, w: 4 }] })).toBe(4)
})

test('half a pair is found by the half that is missing', () => {
  expect(halves(steps, { ...NOTHING, answers: [{ no: 1, f: 5 }] })).toEqual([1])
  expect(
    halves(steps, {
      ...NOTHING,
      answers: [
        { no: 1, d: 5 },
        { no: 2, s: 1 },
      ],
    }),
  ).toEqual([0])
  expect(halves(steps, { ...NOTHING, answers: [{ no: 1, f: 5, d: 1 }] })).toEqual([])
})

test('two pages put together lose nothing, and what was typed here wins', () => {
  const theirs = { answers: [{ no: 1, f: 1, d: 2 }], comments: [{ touchpoint: null, text: '慢' }] }
  const mine = {
    answers: [
      { no: 1, f: 5 },
      { no: 2, s: 3 },
    ],
    comments: [
      { touchpoint: null, text: ' 慢 ' },
      { touchpoint: 'T12' as const, text: '吵' },
    ],
  }
  expect(mergeFilled(theirs, mine)).toEqual({
    answers: [
      { no: 1, f: 5, d: 2 },
      { no: 2, s: 3 },
    ],
    comments: mine.comments,
  })
  expect(tidy({ answers: [], comments: [{ touchpoint: null, text: '  ' }] }).comments).toEqual([])
})
