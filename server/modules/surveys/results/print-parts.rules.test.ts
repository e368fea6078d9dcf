import { expect, test } from 'vitest'
import type { SurveyQuestion } from '#contract/survey-questions.ts'
import type { ItemFinding, SurveyResults } from '#contract/survey-results.ts'
import { words } from '#platform/documents/words.ts'
import { meanOf, prioritiesOf } from './items.rules.ts'
import { findKano, NO_COUNTS } from './kano.rules.ts'
import { beforeTable, groupTable, itemTable, priorityTables } from './print-parts.rules.ts'

const question: SurveyQuestion = {
  no: 3,
  touchpoint: 'T12',
  itemId: null,
  zh: '电梯干净',
  en: 'Clean lifts',
  asks: ['pair', 'satisfaction'],
  classDefault: 'must-be',
  effort: 2,
}
const none = { better: null, worse: null, satisfaction: null }
const find = (counts: Partial<typeof NO_COUNTS>) =>
  findKano(
    { ...NO_COUNTS, ...counts },
    { rule: 'frequency', mixedPercent: 6, questionablePercent: 5, reversePercent: 20, smallestSample: 30 },
  )
const kano = find({ A: 10, O: 30, M: 50, I: 10 })
const satisfaction = meanOf(
  new Map([
    [5, 50],
    [3, 50],
  ]),
)
const item: ItemFinding = {
  question,
  kano,
  quadrant: 'must-be',
  satisfaction,
  importance: null,
  performance: 0.75,
  repair: 0.2,
  build: null,
  importanceQuadrant: null,
  before: {
    surveyId: '0197f000-0000-7000-8000-000000000001',
    on: '2025-11-12',
    class: 'A',
    better: 0.8,
    worse: -0.3,
    satisfaction: null,
    n: 90,
    changed: { better: 'down', worse: 'up', satisfaction: null },
  },
  groups: [
    {
      key: 'owner',
      n: 70,
      provisional: false,
      class: 'M',
      better: kano.better,
      worse: kano.worse,
      satisfaction,
      differs: { ...none, worse: 'up' },
    },
    { key: 'tenant', n: 9, provisional: true, class: 'O', better: null, worse: null, satisfaction, differs: none },
  ],
}
const results: SurveyResults = {
  surveyId: '0197f000-0000-7000-8000-000000000002',
  answered: 100,
  invited: 200,
  boxed: 0,
  rate: null,
  rule: 'frequency',
  cut: { better: 0.5, worse: 0.5 },
  importanceCut: null,
  smallestSample: 30,
  smallestGroup: 5,
  small: false,
  by: 'tenure',
  groups: [
    { key: 'owner', name: 'owner', n: 70 },
    { key: 'tenant', name: 'tenant', n: 9 },
  ],
  ungrouped: 21,
  comparedWith: { id: '0197f000-0000-7000-8000-000000000001', titleZh: '去年', titleEn: 'Last', on: '2025-11-12' },
  comparable: [],
  comments: 0,
  items: [item],
  asOf: '2026-11-12T02:00:00.000Z',
}
const zh = { lang: 'zh', t: words('zh') } as const
const en = { lang: 'en', t: words('en') } as const

test('QM 6 printed: every figure with its 95 % interval under it, the class beside the default', () => {
  // importance was not asked, so it has no column
  expect(itemTable(results, zh).rows).toEqual([
    ['3. 电梯干净', '必要品质', '必要品质', '100', '0.40\n0.31 – 0.50', '-0.80\n-0.87 – -0.71', '4.00\n3.80 – 4.20'],
  ])
})

test('QM 6 printed: the mean of one answer has no interval but says so', () => {
  const one = { ...results, items: [{ ...item, satisfaction: meanOf(new Map([[4, 1]])) }] }
  expect(itemTable(one, zh).rows[0]).toContain('4.00\n人数太少')
  expect(itemTable(one, en).rows[0]).toContain('4.00\ntoo few')
})

test('QM 6 printed: what to repair and to build first, each only where it can be said', () => {
  expect(priorityTables(results, en)).toMatchObject([
    { title: 'Repair first', note: expect.stringContaining('abs(Worse)'), rows: [['3. Clean lifts', '0.20']] },
    { title: 'Build first', note: expect.stringMatching(/^Nothing .* attractive or one-dimensional/), rows: [] },
  ])
  // where no pairs were asked there is nothing to advise from
  expect(priorityTables({ ...results, items: [{ ...item, kano: null, repair: null }] }, en)).toEqual([])
})

test('QM 5.8 QM 6 printed: what most reject and what three like is not advised, and in both languages it says why', () => {
  const of = (counts: Partial<typeof NO_COUNTS>) => {
    const found = find(counts)
    return { ...item, kano: found, ...prioritiesOf(found, 0.5, 1) }
  }
  const printed = (items: ItemFinding[], named: typeof zh | typeof en) =>
    priorityTables({ ...results, items }, named).map(({ rows, note }) => [rows, note])
  const rejected = of({ R: 70, A: 25, I: 5 })
  expect(printed([rejected], en)[1]).toEqual([[], expect.stringMatching(/^Nothing/)])
  expect(printed([rejected], zh)[1]).toEqual([[], expect.stringContaining('魅力品质或一维品质')])
  const lucky = of({ A: 3 })
  expect(printed([lucky], en)).toEqual(Array(2).fill([[], expect.stringContaining('smallest sample: 30')]))
  expect(printed([lucky], zh)).toEqual(Array(2).fill([[], expect.stringContaining('不足 30 份')]))
})

test('QM 4 printed: the earlier survey beside this one, and in words what has changed by more than chance', () => {
  const [table] = beforeTable(results, en)
  expect(table?.title).toBe('Compared with “Last” (2025-11-12)')
  expect(table?.rows).toEqual([
    [
      '3. Clean lifts',
      'Attractive → Must-be',
      '90',
      '0.80 → 0.40',
      '-0.30 → -0.80',
      '– → 4.00',
      'Delights less, Its lack hurts more',
    ],
  ])
  expect(beforeTable({ ...results, comparedWith: null }, en)).toEqual([])
})

test('QM 4 printed: the groups with their intervals, small samples marked, differences as words, and how they were tested', () => {
  const [table] = groupTable(results, zh)
  expect(table?.note).toContain('霍尔姆校正')
  expect(table?.note).toContain('人数不足而未分组：21')
  expect(table?.rows).toEqual([
    { heading: '3. 电梯干净' },
    ['业主', '70', '必要品质', '0.40\n0.31 – 0.50', '-0.80\n-0.87 – -0.71', '4.00\n3.80 – 4.20', '缺了比其他组更不满'],
    ['租户', '9＊', '一维品质', '–', '–', '4.00\n3.80 – 4.20', '–'],
  ])
  expect(groupTable({ ...results, by: null }, zh)).toEqual([])
})
