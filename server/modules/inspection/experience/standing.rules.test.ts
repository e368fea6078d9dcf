import { expect, test } from 'vitest'
import { CATALOGUE_ITEMS } from '#content/touchpoint-catalogue.ts'
import type { SurveyedClass } from '#contract/survey-results.ts'
import type { CheckItem, KanoClass } from '#contract/touchpoints.ts'
import { DEFAULT_SETTINGS } from '#platform/settings/settings.ts'
import { scoreModelOf } from '../scores/score-model.ts'
import type { LastWordRow, OpenFindingRow } from './experience.store.ts'
import { levelStanding, levelsOf, mustBeOf } from './formula.rules.ts'
import { carriedOf, faultsOf, highlightsOf, type Standing, seenOf, sharesOf, standingsOf } from './standing.rules.ts'

const MODEL = scoreModelOf(DEFAULT_SETTINGS)
const NONE = new Map<string, SurveyedClass>()
const LIFT = CATALOGUE_ITEMS.filter((i) => i.touchpoint === 'T12')
const itemOf = (id: string): CheckItem => {
  const item = CATALOGUE_ITEMS.find((i) => i.id === id)
  if (!item) throw new Error(id)
  return item
}
const CERTIFICATE = 'T12-F-13'
const MINOR = LIFT.find((i) => i.severity === 'minor')?.id ?? ''

const word = (id: string, answer: 'pass' | 'fail' | 'na', more: Partial<LastWordRow> = {}): LastWordRow =>
  ({
    place_id: '1',
    place_code: 'L-1',
    place_name: '1栋电梯',
    item_id: id,
    answer,
    on_date: '2025-03-10',
    look_id: 'look',
    standard_id: 's',
    variant_id: null,
    finding_id: null,
    finding_number: null,
    finding_state: null,
    closed_on: null,
    ...more,
  }) as LastWordRow
const found = (state: string, closed_on: string | null): Partial<LastWordRow> => ({
  finding_id: 'f',
  finding_number: '25-000001',
  finding_state: state,
  closed_on,
})
const standing = (rows: readonly LastWordRow[], items: readonly CheckItem[] = CATALOGUE_ITEMS, until = '2025-03-31') =>
  standingsOf(rows, (row) => items.find((i) => i.id === row.item_id), until)
const lift = (failed: readonly string[], more: Partial<LastWordRow> = {}) =>
  standing(LIFT.map((i) => (failed.includes(i.id) ? word(i.id, 'fail', more) : word(i.id, 'pass'))))
const verdict = (now: readonly Standing[]) => mustBeOf(sharesOf(now, MODEL), faultsOf(now, 'must-be', NONE), MODEL)

test('quality-model 7 the worked example of the lift: one minor fault leaves the must-be met at 61 of 62', () => {
  const now = lift([MINOR])
  expect(sharesOf(now, MODEL).mustBe).toEqual({ answered: 62, passed: 61, rate: 61 / 62 })
  expect(verdict(now)).toEqual({ standing: 'met', gate: 100, gateBy: 'none' })
  expect(faultsOf(now, 'must-be', NONE)).toMatchObject([{ itemId: MINOR, count: 1, severity: 'minor' }])
})

test('quality-model 7 one critical must-be item gates the whole estate although 57 of 62 would pass the mark', () => {
  expect(verdict(lift([CERTIFICATE]))).toEqual({ standing: 'broken', gate: 59, gateBy: 'criticalFailed' })
})

test('quality-model 7 below nine in ten of the must-be the mark is missed; unanswered it is not known, and not met', () => {
  const minor = LIFT.filter((i) => i.severity === 'minor').slice(0, 10)
  const rows = minor.map((i, n) => word(i.id, n < 2 ? 'fail' : 'pass'))
  expect(verdict(standing(rows))).toEqual({ standing: 'low', gate: 79, gateBy: 'mustBeLow' })
  expect(verdict([])).toEqual({ standing: 'unseen', gate: 100, gateBy: 'none' })
})

test('quality-model 2 what was put right and passed the second look is met again, from the day it was closed', () => {
  const closed = found('CLOSED', '2025-03-20')
  const now = lift([CERTIFICATE], closed)
  expect(verdict(now).standing).toBe('met')
  expect(now.filter((s) => s.putRight).map((s) => s.item.id)).toEqual([CERTIFICATE])
  const earlier = standing([word(CERTIFICATE, 'fail', closed)], CATALOGUE_ITEMS, '2025-03-19')
  expect(verdict(earlier).standing).toBe('broken')
})

test('what was no fault after all, was not applicable or is of no version says nothing', () => {
  const rows = [word(CERTIFICATE, 'fail', found('REJECTED', '2025-03-11')), word(MINOR, 'na'), word('T12-X-99', 'fail')]
  expect(standing(rows)).toEqual([])
})

test('quality-model 7 the statement of a reverse item counts inverted and as a level; an indifferent one is left out', () => {
  const as = (kano: KanoClass) => [{ ...itemOf(MINOR), kano }]
  const reverse = standing([word(MINOR, 'fail')], as('reverse'))
  expect(reverse).toMatchObject([{ right: true }])
  expect(sharesOf(reverse, MODEL).oneDimensional).toMatchObject({ answered: 1, passed: 1 })
  const wrong = standing([word(MINOR, 'pass')], as('reverse'))
  expect(sharesOf(wrong, MODEL).oneDimensional).toMatchObject({ passed: 0 })
  expect(faultsOf(wrong, 'one-dimensional', NONE)).toHaveLength(1)
  expect(standing([word(MINOR, 'fail')], as('indifferent'))).toEqual([])
})

test('a critical finding that is open from before gates too, until somebody sees the item to be right', () => {
  const open = [
    { ...word(CERTIFICATE, 'fail', found('ASSIGNED', null)), last_on: '2025-02-10' },
  ] as unknown as OpenFindingRow[]
  const carried = carriedOf(open, [], itemOf)
  expect(carried).toMatchObject([{ carried: true, at: { on: '2025-02-10', lookId: null, finding: { id: 'f' } } }])
  expect(sharesOf(carried, MODEL).mustBe).toBeNull()
  expect(verdict(carried).standing).toBe('broken')
  expect(seenOf(LIFT, carried, 'must-be')).toEqual({ all: LIFT.length, seen: 0 })
  expect(carriedOf(open, standing([word(CERTIFICATE, 'pass')]), itemOf)).toEqual([])
  expect(carriedOf(open, standing([word(CERTIFICATE, 'fail')]), itemOf)).toEqual([])
  const before = standing([word(CERTIFICATE, 'pass', { on_date: '2025-02-01' })])
  expect(carriedOf(open, before, itemOf)).toHaveLength(1)
})

test('faults of one item are one line with its places, the gravest first', () => {
  const now = standing([
    word(MINOR, 'fail'),
    word(MINOR, 'fail', { place_id: '2', on_date: '2025-03-02', place_name: '2栋电梯' }),
    word(CERTIFICATE, 'fail'),
  ])
  const surveyed: SurveyedClass = {
    class: 'O',
    n: 40,
    on: '2025-01-31',
    surveyId: 's',
    title: { zh: '问卷', en: 'Survey' },
    significant: true,
    provisional: false,
  }
  const faults = faultsOf(now, 'must-be', new Map([[MINOR, surveyed]]))
  expect(faults.map((f) => [f.itemId, f.count])).toEqual([
    [CERTIFICATE, 1],
    [MINOR, 2],
  ])
  // quality-model 8.5: the surveyed class beside the default, never over it
  expect(faults[1]).toMatchObject({ kano: 'must-be', surveyed: { class: 'O' } })
  expect(faults[1]?.places.map((p) => p.place.name)).toEqual(['2栋电梯', '1栋电梯'])
})

test('quality-model 8.3 an attractive item shines, is absent or was not looked for; its absence is no fault', () => {
  const now = standing([word('T15-I-02', 'pass'), word('T19-P-12', 'fail')])
  const items = ['T15-I-02', 'T19-P-12', 'T17-I-01', CERTIFICATE].map(itemOf)
  expect(highlightsOf(items, now, NONE).map((h) => [h.itemId, h.standing, h.present, h.looked])).toEqual([
    ['T15-I-02', 'shines', 1, 1],
    ['T19-P-12', 'absent', 0, 1],
    ['T17-I-01', 'unseen', 0, 0],
  ])
  expect(faultsOf(now, 'must-be', NONE)).toEqual([])
  expect(verdict(now).standing).toBe('unseen')
})

test('quality-model 8.2 the level stands against the month before, beside satisfaction and complaints of its touchpoint', () => {
  expect([levelStanding(null, 1), levelStanding(0.9, null), levelStanding(0.9, 0.8), levelStanding(0.8, 0.9)]).toEqual([
    'unseen',
    'first',
    'up',
    'down',
  ])
  expect(levelStanding(0.80001, 0.8)).toBe('same')
  const beside = [
    { touchpoint: 'T01', survey: null, complaints: 3 },
    { touchpoint: 'T17', survey: { satisfaction: 4, answers: 9 }, complaints: 1 },
    { touchpoint: 'T20', survey: null, complaints: 0 },
  ] as unknown as Parameters<typeof levelsOf>[3]
  const now = standing([word('T17-P-01', 'pass'), word('T17-P-02', 'fail')])
  const before = standing([word('T17-P-01', 'fail')])
  expect(levelsOf(new Set(['T20']), now, before, beside, MODEL)).toEqual([
    {
      touchpoint: 'T17',
      rate: { answered: 4, passed: 3, rate: 0.75 },
      before: 0,
      satisfaction: { satisfaction: 4, answers: 9 },
      complaints: 1,
    },
    { touchpoint: 'T20', rate: null, before: null, satisfaction: null, complaints: 0 },
  ])
})
