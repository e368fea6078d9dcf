import { expect, test } from 'vitest'
import type { Fault, Highlight } from '#contract/experience.ts'
import { DEFAULT_SETTINGS } from '#platform/settings/settings.ts'
import { weightsOf } from '../scores/explain.rules.ts'
import { scoreModelOf } from '../scores/score-model.ts'
import type { Priorities } from '../scores/survey-port.ts'
import { nextStepsOf } from './next-steps.rules.ts'

type Given = Parameters<typeof nextStepsOf>[0]
const text = (zh: string) => ({ zh, en: zh })
const fault = (itemId: string, severity: Fault['severity'], more: Partial<Fault> = {}): Fault => ({
  itemId,
  touchpoint: 'T12',
  statement: text(itemId),
  severity,
  kano: 'must-be',
  surveyed: null,
  count: 1,
  places: [
    {
      place: { id: 'p', code: 'L-1', name: '1栋电梯' },
      on: '2025-03-10',
      lookId: 'look',
      finding: { id: `finding of ${itemId}`, number: '25-1', state: 'ASSIGNED' },
    },
  ],
  ...more,
})
const highlight = (itemId: string, standing: Highlight['standing'], over: Partial<Highlight> = {}): Highlight => ({
  itemId,
  touchpoint: 'T19',
  statement: text(itemId),
  conditions: [],
  standing,
  present: standing === 'shines' ? 1 : 0,
  looked: standing === 'unseen' ? 0 : 2,
  surveyed: null,
  ...over,
})
const rated = (rate: number) => ({ answered: 100, passed: 100 * rate, rate })
const GIVEN: Given = {
  mustBe: {
    standing: 'met',
    rate: rated(0.97),
    before: 0.96,
    gate: 100,
    gateBy: 'none',
    items: { all: 10, seen: 8 },
    broken: [],
    putRight: 0,
  },
  oneDimensional: {
    standing: 'same',
    rate: rated(1),
    before: 1,
    items: { all: 2, seen: 2 },
    touchpoints: [],
    measured: [],
    weak: [],
  },
  attractive: { rate: null, before: null, bonus: 0, items: { all: 0, seen: 0 }, highlights: [] },
  model: weightsOf(scoreModelOf(DEFAULT_SETTINGS)),
  scores: { touchpoints: [], coverage: { places: 1, seen: 1, unseen: 0, never: 0, afterDays: 30 } },
  complaintsBefore: new Map(),
  priorities: null,
  annoyances: [],
}
const touchpoint = (code: string, complaints: number, score: number | null) =>
  ({ touchpoint: code, complaints, score }) as unknown as Given['scores']['touchpoints'][number]
const priorities = (items: Partial<Priorities['items'][number]>[]): Priorities => ({
  survey: { id: 's', title: text('问卷'), on: '2025-02-28' },
  items: items.map((i) => ({
    touchpoint: null,
    itemId: null,
    name: text('属性'),
    class: 'M',
    n: 50,
    repair: null,
    build: null,
    ...i,
  })),
})
const kinds = (given: Partial<Given>) => nextStepsOf({ ...GIVEN, ...given }).map((s) => s.kind)

test('quality-model 2 the order of the formula: must-be before the level before what delights', () => {
  const steps = nextStepsOf({
    ...GIVEN,
    mustBe: { ...GIVEN.mustBe, broken: [fault('T12-F-13', 'critical'), fault('T12-F-01', 'minor')] },
    oneDimensional: {
      ...GIVEN.oneDimensional,
      touchpoints: [{ touchpoint: 'T17', rate: rated(0.8), before: 0.9, satisfaction: null, complaints: 0 }],
      weak: [fault('T17-P-01', 'major', { touchpoint: 'T17', kano: 'one-dimensional' })],
    },
    attractive: { ...GIVEN.attractive, highlights: [highlight('T19-P-12', 'absent')] },
    scores: {
      touchpoints: [touchpoint('T18', 3, 70)],
      coverage: { places: 9, seen: 1, unseen: 4, never: 2, afterDays: 30 },
    },
    complaintsBefore: new Map([['T18', 1]]),
    priorities: priorities([
      { itemId: 'T10-F-06', class: 'M', repair: 0.5 },
      { class: 'A', build: 0.7 },
      { class: 'R' },
    ]),
  })
  expect(steps.map((s) => s.kind)).toEqual([
    'critical',
    'mustBe',
    'complaints',
    'levelDown',
    'repair',
    'reverse',
    'look',
    'highlight',
    'build',
  ])
  expect(steps[0]).toMatchObject({
    itemId: 'T12-F-13',
    findingId: 'finding of T12-F-13',
    figures: { count: 1, place: '1栋电梯', on: '2025-03-10', gate: 59 },
  })
  expect(steps[2]).toMatchObject({ touchpoint: 'T18', figures: { count: 3, before: 1, score: '70.0' } })
  expect(steps[3]).toMatchObject({ itemId: 'T17-P-01', figures: { rate: '80.0', before: '90.0', count: 1 } })
  expect(steps[6]?.figures).toEqual({ count: 4, days: 30, items: 2 })
})

test('a must-be below the pass mark says by how much, and names more of what holds it down', () => {
  const broken = Array.from({ length: 8 }, (_, i) => fault(`T12-F-0${i}`, 'minor'))
  const low = nextStepsOf({ ...GIVEN, mustBe: { ...GIVEN.mustBe, rate: rated(0.85), broken } })
  expect(low.map((s) => s.kind)).toEqual(Array(5).fill('mustBeLow'))
  expect(low[0]?.figures).toMatchObject({ rate: '85.0', pass: '90.0' })
  expect(kinds({ mustBe: { ...GIVEN.mustBe, broken } })).toEqual(Array(3).fill('mustBe'))
})

test('of several places the list says more than the first finding', () => {
  const broken = [fault('T12-F-13', 'critical', { count: 2 })]
  const [step] = nextStepsOf({ ...GIVEN, mustBe: { ...GIVEN.mustBe, broken } })
  expect(step).toMatchObject({ findingId: null, lookId: 'look' })
})

test('complaints where inspections see nothing wrong are a step of their own; one complaint is none', () => {
  const scores = (complaints: number, score: number | null) => ({
    ...GIVEN.scores,
    touchpoints: [touchpoint('T13', complaints, score)],
  })
  expect(kinds({ scores: scores(2, 95) })).toEqual(['complaintsUnseen'])
  expect(kinds({ scores: scores(2, null) })).toEqual(['complaints'])
  expect(kinds({ scores: scores(1, 20) })).toEqual([])
})

test('quality-model 6 repair by abs(Worse) × (1 − performance), build by Better / effort, the highest first, nothing twice', () => {
  const named = (zh: string) => ({ name: text(zh) })
  const steps = nextStepsOf({
    ...GIVEN,
    mustBe: { ...GIVEN.mustBe, broken: [fault('T12-F-13', 'critical')] },
    attractive: { ...GIVEN.attractive, highlights: [highlight('T08-F-16', 'shines')] },
    priorities: priorities([
      { ...named('低'), class: 'O', repair: 0.1 },
      { ...named('高'), class: 'M', repair: 0.6 },
      { ...named('已列'), itemId: 'T12-F-13', class: 'M', repair: 0.9 },
      { ...named('不在意'), class: 'I' },
      { ...named('已有'), itemId: 'T08-F-16', class: 'A', build: 0.9 },
      { ...named('新'), class: 'A', build: 0.4 },
    ]),
  })
  expect(steps.map((s) => [s.kind, s.name?.zh])).toEqual([
    ['critical', 'T12-F-13'],
    ['repair', '高'],
    ['repair', '低'],
    ['build', '新'],
  ])
  expect(steps[1]).toMatchObject({ surveyId: 's', figures: { value: '0.60', n: 50 } })
})

test('quality-model 8.3 an absent highlight is proposed unless residents do not care for it', () => {
  const surveyed = { class: 'I', provisional: false } as Highlight['surveyed']
  const highlights = [
    highlight('T19-P-12', 'absent', { surveyed }),
    highlight('T15-I-02', 'absent'),
    highlight('T17-I-01', 'unseen'),
  ]
  const steps = nextStepsOf({ ...GIVEN, attractive: { ...GIVEN.attractive, highlights } })
  expect(steps.map((s) => [s.kind, s.itemId])).toEqual([['highlight', 'T15-I-02']])
})

test('quality-model 5.8 the few answers of a provisional class do not overrule the catalogue: the highlight is proposed', () => {
  const said = (code: 'I' | 'R', provisional: boolean) =>
    ({ surveyed: { class: code, provisional } as Highlight['surveyed'] }) as const
  const proposed = (given: Partial<Highlight>) =>
    kinds({ attractive: { ...GIVEN.attractive, highlights: [highlight('T19-P-12', 'absent', given)] } })
  for (const code of ['I', 'R'] as const) {
    expect(proposed(said(code, true)), code).toEqual(['highlight'])
    expect(proposed(said(code, false)), code).toEqual([])
  }
})

test('quality-model 8.4 what customers feel pestered by is named, most first; one complaint may be chance', () => {
  const annoyance = (key: 'messages' | 'selling' | 'calls' | 'noise', count: number) => ({
    key,
    touchpoint: 'T17' as const,
    zh: key,
    en: key,
    terms: [key],
    count,
  })
  const steps = nextStepsOf({
    ...GIVEN,
    annoyances: [annoyance('messages', 2), annoyance('selling', 1), annoyance('calls', 5), annoyance('noise', 3)],
  })
  expect(steps.map((s) => [s.kind, s.name?.zh, s.pester, s.figures.count])).toEqual([
    ['annoys', 'calls', 'calls', 5],
    ['annoys', 'noise', 'noise', 3],
  ])
})

test('when all is well and nobody was asked there is nothing to do', () => {
  expect(nextStepsOf(GIVEN)).toEqual([])
})
