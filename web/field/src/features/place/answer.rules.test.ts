import { expect, test } from 'vitest'
import { CATALOGUE_ITEMS } from '#content/touchpoint-catalogue.ts'
import { judge } from '#contract/rules/threshold.ts'
import type { CheckItem } from '#contract/touchpoints.ts'
import { NO_ANSWER } from '../../store/draft.ts'
import {
  gapsOf,
  inGroups,
  lacksOf,
  marked,
  measured,
  restOf,
  sentAnswers,
  tallyOf,
  toneOf,
  valueKind,
} from './answer.rules.ts'

const DAY = '2026-11-30'
const item = (id: string): CheckItem => {
  const found = CATALOGUE_ITEMS.find((one) => one.id === id)
  if (!found) throw new Error(`no item ${id}`)
  return found
}
const limit = (
  op: '=' | '>=' | '<=' | '>' | '<' | 'range' | 'in',
  value: never | number | string | [number, number],
) => ({
  metric: 'm',
  op,
  value,
  unit: '',
})

test('a value is held against its limit at once', () => {
  expect(judge(limit('>=', 300), 299, DAY)).toBe('fail')
  expect(judge(limit('>=', 300), 300, DAY)).toBe('pass')
  expect(judge(limit('<=', 3), 4, DAY)).toBe('fail')
  expect(judge(limit('>', 15), 15, DAY)).toBe('fail')
  expect(judge(limit('<', 15), 14.9, DAY)).toBe('pass')
  expect(judge(limit('=', 24), 24, DAY)).toBe('pass')
  expect(judge(limit('range', [18, 26]), 27, DAY)).toBe('fail')
  expect(judge(limit('range', [18, 26]), 18, DAY)).toBe('pass')
  expect(judge(limit('in', 'normal-zone'), 'outside', DAY)).toBe('fail')
})

test('a certificate must be valid today; a limit the estate has not set leaves the answer to the person', () => {
  const certificate = item('T12-F-13').threshold
  expect(judge(certificate, '2026-11-29', DAY)).toBe('fail')
  expect(judge(certificate, DAY, DAY)).toBe('pass')
  expect(judge(item('T15-F-03').threshold, 30, DAY)).toBe('open')
  expect(judge(null, 5, DAY)).toBe('open')
})

test('every item of the catalogue is asked in a way that its limit can be held against', () => {
  for (const one of CATALOGUE_ITEMS) {
    const kind = valueKind(one)
    if (one.evidence === 'measurement') expect(kind, one.id).not.toBe('none')
    if (kind === 'number' && typeof one.threshold?.value === 'number')
      expect(judge(one.threshold, one.threshold.value, DAY), one.id).not.toBe('open')
  }
})

test('required evidence cannot be skipped: failing needs a photo, measuring its value, not applicable its reason', () => {
  const [plain, gauge] = [item('T01-P-01'), item('T13-F-07')]
  expect(lacksOf(plain, undefined, { day: DAY })).toEqual(['answer'])
  expect(lacksOf(plain, { ...NO_ANSWER, answer: 'pass' }, { day: DAY })).toEqual([])
  expect(lacksOf(plain, { ...NO_ANSWER, answer: 'fail' }, { day: DAY })).toEqual(['photo'])
  // a voice note is no picture
  expect(lacksOf(plain, { ...NO_ANSWER, answer: 'fail', voiceIds: ['v'] }, { day: DAY })).toEqual(['photo'])
  expect(lacksOf(plain, { ...NO_ANSWER, answer: 'fail', photoIds: ['p'] }, { day: DAY })).toEqual([])
  // quality-model 8.3: the absence of what delights is no fault that would have to be shown
  expect(lacksOf(item('T20-P-19'), { ...NO_ANSWER, answer: 'fail' }, { day: DAY })).toEqual([])
  expect(lacksOf(plain, { ...NO_ANSWER, answer: 'na', note: ' ' }, { day: DAY })).toEqual(['reason'])
  expect(lacksOf(gauge, { ...NO_ANSWER, answer: 'pass' }, { day: DAY })).toEqual(['value'])
  // a round that asks for proof wants a photo also of what passes, where a photo is the evidence
  const shown = item('T13-F-02')
  expect(lacksOf(shown, { ...NO_ANSWER, answer: 'pass' }, { day: DAY, proofOnPass: true })).toEqual(['photo'])
  expect(lacksOf(shown, { ...NO_ANSWER, answer: 'pass', photoIds: ['p'] }, { day: DAY, proofOnPass: true })).toEqual([])
  expect(lacksOf(plain, { ...NO_ANSWER, answer: 'pass' }, { day: DAY, proofOnPass: true })).toEqual([])
  expect(lacksOf(gauge, { ...NO_ANSWER, answer: 'na', note: '无灭火器' }, { day: DAY })).toEqual([])
})

test('a record that passes says its date or count; what has none is shown or named where the round asks for proof', () => {
  const [certificate, register, hours] = [item('T12-F-13'), item('T05-F-30'), item('T17-P-13')]
  const lacks = (of: CheckItem, answer: object, proofOnPass = false) =>
    lacksOf(of, { ...NO_ANSWER, answer: 'pass', ...answer }, { day: DAY, proofOnPass })
  expect(lacks(certificate, {})).toEqual(['value'])
  expect(lacks(certificate, { value: '2026-11-29' })).toEqual(['limit'])
  expect(lacks(certificate, { value: DAY })).toEqual([])
  // there is none on the wall: that fails with its photo
  expect(lacks(certificate, { answer: 'fail', photoIds: ['p'] })).toEqual([])
  expect([lacks(hours, {}), lacks(hours, { value: 24 })]).toEqual([['value'], []])
  expect(lacks(register, {})).toEqual([])
  expect(lacks(register, {}, true)).toEqual(['record'])
  expect(lacks(register, { note: '11月检查表，张工签字' }, true)).toEqual([])
  expect(lacks(register, { photoIds: ['p'] }, true)).toEqual([])
  expect(restOf([certificate, register], { answers: {} }).map(({ id }) => id)).toEqual(['T05-F-30'])
  expect(restOf([register], { answers: {}, proofOnPass: true })).toEqual([])
})

test('a reading outside its limit cannot pass, as on the server; one within it may still fail', () => {
  const minutes = item('T13-F-17')
  const lacks = (answer: 'pass' | 'fail', value: number) =>
    lacksOf(minutes, { ...NO_ANSWER, answer, value, photoIds: ['p'] }, { day: DAY })
  expect(lacks('pass', 10)).toEqual(['limit'])
  expect(lacks('pass', 16)).toEqual([])
  expect(lacks('fail', 16)).toEqual([])
})

test('a place that needs its label is not sent without it', () => {
  const answers = { 'T01-P-01': { ...NO_ANSWER, answer: 'pass' as const } }
  const gaps = (draft: object, place: object) =>
    gapsOf(
      { answers, labelToken: null, position: null, ...draft },
      [item('T01-P-01')],
      { scanNeeded: false, positionNeeded: false, ...place },
      DAY,
    )
  expect(gaps({}, { scanNeeded: true })).toEqual({ scan: true, position: false, items: [] })
  expect(gaps({ labelToken: 'T' }, { scanNeeded: true }).scan).toBe(false)
  expect(gaps({}, {}).scan).toBe(false)
  const position = { latitude: 31.23, longitude: 121.47, accuracyM: 12 }
  const lacksPosition = (draft: object) => gaps(draft, { positionNeeded: true }).position
  expect([{}, { positionMissing: ' ' }, { positionMissing: '地下室' }, { position }].map(lacksPosition)).toEqual([
    true,
    true,
    false,
    false,
  ])
  expect(gaps({}, {}).position).toBe(false)
})

test('"the rest passes" leaves what was answered and what must be measured', () => {
  const items = [item('T13-F-07'), item('T13-F-01'), item('T13-F-02')]
  const answers = { 'T13-F-01': { ...NO_ANSWER, answer: 'fail' as const } }
  expect(restOf(items, { answers }).map(({ id }) => id)).toEqual(['T13-F-02'])
  // of T13-F-02 a photo is the evidence
  expect(restOf(items, { answers, proofOnPass: true })).toEqual([])
})

test('the same button again takes an answer back; a value gives the answer where its limit decides', () => {
  expect(marked(NO_ANSWER, 'pass').answer).toBe('pass')
  expect(marked({ ...NO_ANSWER, answer: 'pass' }, 'pass').answer).toBeNull()
  expect(measured(NO_ANSWER, { threshold: limit('>', 15) }, 10, DAY)).toMatchObject({ value: 10, answer: 'fail' })
  const open = { ...NO_ANSWER, answer: 'pass' as const }
  expect(measured(open, { threshold: null }, 10, DAY)).toMatchObject({ value: 10, answer: 'pass' })
  expect(measured({ ...open, value: 10 }, { threshold: null }, undefined, DAY)).not.toHaveProperty('value')
})

test('groups go by what they are about, the gravest first, and lose no item', () => {
  const items = CATALOGUE_ITEMS.filter(({ touchpoint }) => touchpoint === 'T12')
  const groups = inGroups(items)
  expect(groups.flatMap((group) => group.items)).toHaveLength(items.length)
  expect(items).not.toHaveLength(0)
  expect(groups.every((group) => group.items.every(({ aspect }) => aspect === group.aspect))).toBe(true)
})

test('what is sent names every answer once, with photos and voice, without those that were not given', () => {
  const items = [item('T01-P-01'), item('T01-P-02'), item('T01-P-03')]
  const answers = {
    'T01-P-01': { answer: 'fail' as const, photoIds: ['p'], voiceIds: ['v'], note: ' 未微笑 ' },
    'T01-P-02': { answer: 'na' as const, photoIds: ['x'], voiceIds: [], note: '无人' },
  }
  expect(sentAnswers({ items, answers })).toEqual([
    { itemId: 'T01-P-01', answer: 'fail', fileIds: ['p', 'v'], note: '未微笑' },
    // what was taken before it turned out not to apply is not lost
    { itemId: 'T01-P-02', answer: 'na', fileIds: ['x'], note: '无人' },
  ])
  expect(tallyOf(items, answers)).toEqual({ well: 0, fault: 1, na: 1, open: 1 })
})

test('quality model 7, 8.3: a reverse statement that is true is a fault, a delight that is absent neither that nor well', () => {
  const of = (kano: CheckItem['kano']) => (['pass', 'fail', 'na'] as const).map((answer) => toneOf({ kano }, answer))
  expect(of('must-be')).toEqual(['well', 'fault', 'neither'])
  expect(of('reverse')).toEqual(['fault', 'well', 'neither'])
  expect(of('attractive')).toEqual(['well', 'neither', 'neither'])
  const items = (['must-be', 'reverse', 'attractive'] as const).map((kano) => ({ id: kano, kano }))
  const all = (answer: 'pass' | 'fail') => Object.fromEntries(items.map(({ id }) => [id, { ...NO_ANSWER, answer }]))
  expect(tallyOf(items, all('pass'))).toEqual({ well: 2, fault: 1, na: 0, open: 0 })
  expect(tallyOf(items, all('fail'))).toEqual({ well: 1, fault: 1, na: 0, open: 0 })
})
