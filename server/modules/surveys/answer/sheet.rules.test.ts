import { expect, test } from 'vitest'
import type { SurveyQuestion } from '#contract/survey-questions.ts'
import { type KnownPapers, readSheet, sheetColumns } from './sheet.rules.ts'

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
const KNOWN: KnownPapers = {
  anonymous: false,
  papers: new Set(['P9']),
  slips: new Map([
    [1, false],
    [2, true],
    [3, false],
  ]),
}
const read = (list: Record<string, string>[], known: Partial<KnownPapers> = {}) =>
  readSheet(
    questions,
    true,
    list.map((cells, i) => ({ row: i + 2, cells })),
    { ...KNOWN, ...known },
  )
const problems = (cells: Record<string, string>, known: Partial<KnownPapers> = {}) =>
  read([cells], known)[0]?.problems.map((p) => `${p.column} ${p.code}`)

test('the sheet has a column for each thing that is asked', () => {
  expect(sheetColumns(questions, true).map((c) => c.key)).toEqual([
    'paperNo',
    'slipNo',
    '1f',
    '1d',
    '2s',
    '2w',
    'comment',
  ])
  expect(sheetColumns(questions, false).map((c) => c.key)).not.toContain('comment')
})

test('a right row is read whole', () => {
  const [line] = read([{ paperNo: 'P1', slipNo: '1', '1f': '5', '1d': '1', '2s': '4', '2w': '9', comment: '电梯慢' }])
  expect(line).toMatchObject({
    row: 2,
    paperNo: 'P1',
    slipNo: 1,
    answered: 2,
    problems: [],
    answers: [
      { no: 1, f: 5, d: 1 },
      { no: 2, s: 4, w: 9 },
    ],
    comment: '电梯慢',
  })
})

test('every problem of a row is named with its column, and the row keeps what it says', () => {
  expect(problems({ slipNo: '1', '2s': '4' })).toEqual(['paperNo paperMissing'])
  expect(problems({ paperNo: 'P9', slipNo: '1', '2s': '4' })).toEqual(['paperNo paperKnown'])
  expect(problems({ paperNo: 'P1', '2s': '4' })).toEqual(['slipNo slipMissing'])
  expect(problems({ paperNo: 'P1', slipNo: '7', '2s': '4' })).toEqual(['slipNo slipUnknown'])
  expect(problems({ paperNo: 'P1', slipNo: 'x', '2s': '4' })).toEqual(['slipNo slipUnknown'])
  expect(problems({ paperNo: 'P1', slipNo: '2', '2s': '4' })).toEqual(['slipNo slipUsed'])
  expect(problems({ paperNo: 'P1', slipNo: '1', '2s': '6', '1f': '满意' })).toEqual(['1f value', '2s value'])
  expect(problems({ paperNo: 'P1', slipNo: '1', '1f': '5' })).toEqual(['1d pairHalf'])
  expect(problems({ paperNo: 'P1', slipNo: '1' })).toEqual([' nothing'])
  expect(read([{ paperNo: 'P1', slipNo: '1', '2s': '6' }])[0]?.cells).toEqual({ paperNo: 'P1', slipNo: '1', '2s': '6' })
})

test('answers are read as people type them: full-width, with their word, the word alone, a dash for none', () => {
  const answersOf = (cells: Record<string, string>) => {
    const [line] = read([{ paperNo: 'P1', slipNo: '1', ...cells }])
    return [line?.answers, line?.problems.map((p) => `${p.column} ${p.code}`)]
  }
  const pair = { '1f': '５', '1d': '1.0' }
  expect(answersOf({ ...pair, '2s': '4分', '2w': ' 9 ' })).toEqual([
    [
      { no: 1, f: 5, d: 1 },
      { no: 2, s: 4, w: 9 },
    ],
    [],
  ])
  expect(answersOf({ '1f': '喜欢', '1d': '1 不喜欢', '2s': '4、满意' })).toEqual([
    [
      { no: 1, f: 5, d: 1 },
      { no: 2, s: 4 },
    ],
    [],
  ])
  expect(answersOf({ '1f': 'i expect it', '1d': '3. I am neutral', '2s': 'Very  satisfied', '2w': '—' })).toEqual([
    [
      { no: 1, f: 4, d: 3 },
      { no: 2, s: 5 },
    ],
    [],
  ])
  // a number that contradicts its word, a half, a word of the other scale, two at once: none of them is guessed at
  for (const wrong of ['5 不喜欢', '4.5', '满意', '4/5', '45', '0', '-1'])
    expect(answersOf({ '1f': wrong, '1d': '1', '2s': '3' })[1], wrong).toContain('1f value')
})

test('numbers of sheets and slips are the same however they are typed, and nothing is cut short unseen', () => {
  expect(problems({ paperNo: 'ｐ９', slipNo: '１', '2s': '4' })).toEqual(['paperNo paperKnown'])
  const lines = read([
    { paperNo: 'p 1', slipNo: '1', '2s': '4' },
    { paperNo: 'Ｐ  1', slipNo: '3.0', '2s': '4' },
  ])
  expect(lines.map((l) => l.problems.map((p) => p.code))).toEqual([[], ['paperTwice']])
  expect(problems({ paperNo: '7'.repeat(41), slipNo: '1', '2s': '4' })).toEqual(['paperNo long'])
  const long = '慢'.repeat(1001)
  const [line] = read([{ paperNo: 'P1', slipNo: '1', '2s': '4', comment: long }])
  expect(line?.problems).toEqual([{ column: 'comment', code: 'long', value: '1000' }])
  expect(line?.cells.comment).toBe(long)
})

test('a sheet or a slip that stands twice in one file is taken once', () => {
  const lines = read([
    { paperNo: 'P1', slipNo: '1', '2s': '4' },
    { paperNo: 'P1', slipNo: '1', '2s': '4' },
  ])
  expect(lines[0]?.problems).toEqual([])
  expect(lines[1]?.problems.map((p) => p.code)).toEqual(['paperTwice', 'slipTwice'])
})

test('an anonymous survey takes sheets from a box, without a slip', () => {
  expect(problems({ paperNo: 'P1', '2s': '4' }, { anonymous: true })).toEqual([])
})
