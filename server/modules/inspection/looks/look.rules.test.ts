import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CATALOGUE_ITEMS } from '#content/touchpoint-catalogue.ts'
import { SentAnswer } from '#contract/inspections.ts'
import { judge } from '#contract/rules/threshold.ts'
import type { CheckItem, Threshold } from '#contract/touchpoints.ts'
import { lacksOf } from '../../../../web/field/src/features/place/answer.rules.ts'
import { NO_ANSWER } from '../../../../web/field/src/store/draft.ts'
import { agreementOf, bothAnswered } from './agreement.rules.ts'
import { faultOfAnswers, sortAnswers } from './look.rules.ts'
import { phoneClock } from './phone-clock.rules.ts'

const FILE = '0193a0b0-7c00-7000-8000-000000000001'
const item = (id: string): CheckItem => {
  const found = CATALOGUE_ITEMS.find((i) => i.id === id)
  if (!found) throw new Error(`no item ${id}`)
  return found
}
const PHOTO = CATALOGUE_ITEMS.find((i) => i.touchpoint === 'T13' && i.evidence === 'photo')?.id ?? ''
const given = { proofOnPass: false, date: '2026-11-20', files: { missing: [], pictures: new Set([FILE]) } }
const fault = (answer: object, over: object = {}) => {
  const answers = [SentAnswer.parse(answer)]
  const counted = answers.map((a) => ({ answer: a, item: item(a.itemId) }))
  const found = faultOfAnswers(counted, { ...given, answers, ...over })
  return found && [found.code, found.field]
}

test('FD-770 a failure needs its photo, always; a pass only where the plan asks for it', () => {
  expect(fault({ itemId: PHOTO, answer: 'fail' })).toEqual(['E_PHOTO_MISSING', 'body.answers.0.fileIds'])
  expect(fault({ itemId: PHOTO, answer: 'fail', fileIds: [FILE] })).toBeUndefined()
  const sound = { files: { missing: [], pictures: new Set<string>() } }
  expect(fault({ itemId: PHOTO, answer: 'fail', fileIds: [FILE] }, sound)?.[0]).toBe('E_PHOTO_MISSING')
  expect(fault({ itemId: PHOTO, answer: 'pass' })).toBeUndefined()
  expect(fault({ itemId: PHOTO, answer: 'pass' }, { proofOnPass: true })?.[0]).toBe('E_PHOTO_MISSING')
  expect(fault({ itemId: 'T13-F-01', answer: 'pass' }, { proofOnPass: true })).toBeUndefined()
})

test('FD-770 a record passes by the date or count in it; one without is shown or named where the plan asks for proof', () => {
  const missing = ['E_MEASUREMENT_MISSING', 'body.answers.0.value']
  expect(fault({ itemId: 'T12-F-13', answer: 'pass' })).toEqual(missing)
  expect(fault({ itemId: 'T06-F-06', answer: 'pass' })).toEqual(missing)
  expect(fault({ itemId: 'T06-F-06', answer: 'pass', value: 1 })).toBeUndefined()
  expect(fault({ itemId: 'T12-F-13', answer: 'fail', fileIds: [FILE] })).toBeUndefined()
  expect(fault({ itemId: 'T05-F-30', answer: 'pass' })).toBeUndefined()
  const proof = { proofOnPass: true }
  expect(fault({ itemId: 'T05-F-30', answer: 'pass' }, proof)).toEqual(['E_RECORD_MISSING', 'body.answers.0.note'])
  expect(fault({ itemId: 'T05-F-30', answer: 'pass', note: '11月检查表' }, proof)).toBeUndefined()
  expect(fault({ itemId: 'T05-F-30', answer: 'pass', fileIds: [FILE] }, proof)).toBeUndefined()
  expect(fault({ itemId: 'T05-F-30', answer: 'na', note: '没有地库' }, proof)).toBeUndefined()
})

test('FD-770 phone and server ask the same evidence of every item of the catalogue', () => {
  const passed = { ...NO_ANSWER, answer: 'pass' as const }
  const LACK = { photo: 'E_PHOTO_MISSING', record: 'E_RECORD_MISSING', value: 'E_MEASUREMENT_MISSING' } as const
  for (const one of CATALOGUE_ITEMS)
    for (const proofOnPass of [false, true]) {
      const [lack] = lacksOf(one, passed, { day: given.date, proofOnPass })
      const asked = lack === undefined ? undefined : LACK[lack as keyof typeof LACK]
      expect(fault({ itemId: one.id, answer: 'pass' }, { proofOnPass })?.[0], one.id).toBe(asked)
    }
})

test('FD-770 not applicable needs its reason, a measurement its figure, a file its sender', () => {
  expect(fault({ itemId: PHOTO, answer: 'na' })).toEqual(['E_REASON_MISSING', 'body.answers.0.note'])
  expect(fault({ itemId: PHOTO, answer: 'na', note: '维修中' })).toBeUndefined()
  expect(fault({ itemId: 'T13-F-17', answer: 'pass' })).toEqual(['E_MEASUREMENT_MISSING', 'body.answers.0.value'])
  expect(fault({ itemId: 'T13-F-17', answer: 'pass', value: 16 })).toBeUndefined()
  const foreign = { files: { missing: [FILE], pictures: new Set<string>() } }
  expect(fault({ itemId: PHOTO, answer: 'fail', fileIds: [FILE] }, foreign)?.[0]).toBe('E_FILE_FOREIGN')
})

test('FD-770 a figure beyond its limit cannot pass; one within it may fail for what else is seen', () => {
  expect(fault({ itemId: 'T13-F-17', answer: 'pass', value: 15 })).toEqual(['E_THRESHOLD', 'body.answers.0.answer'])
  expect(fault({ itemId: 'T13-F-17', answer: 'fail', value: 20, fileIds: [FILE] })).toBeUndefined()
  expect(fault({ itemId: 'T13-F-17', answer: 'pass', value: '16' })).toEqual(['E_INPUT', 'body.answers.0.value'])
  expect(fault({ itemId: 'T12-F-13', answer: 'pass', value: '2026-11-19' })?.[0]).toBe('E_THRESHOLD')
  expect(fault({ itemId: 'T12-F-13', answer: 'pass', value: '2026-11-20' })).toBeUndefined()
})

test('thresholds: range, today, booleans, words of a gauge, and a figure that the site has not set', () => {
  const lux: Threshold = { metric: 'lux', op: 'range', value: [50, 150], unit: 'lx' }
  expect([49.9, 50, 150, 150.1].map((v) => judge(lux, v, '2026-11-20'))).toEqual(['fail', 'pass', 'pass', 'fail'])
  expect(judge({ ...lux, value: 'site-defined' }, 3, '2026-11-20')).toBe('open')
  const date = item('T12-F-13').threshold
  expect(['2026-11-19', '2026-11-20', '2027-01-01', 'soon'].map((v) => judge(date, v, '2026-11-20'))).toEqual([
    'fail',
    'pass',
    'pass',
    'wrongKind',
  ])
  const sober = item('T01-P-15').threshold
  expect([false, true, 0].map((v) => judge(sober, v, '2026-11-20'))).toEqual(['pass', 'fail', 'wrongKind'])
  expect(judge(item('T13-F-07').threshold, 'normal-zone', '2026-11-20')).toBe('pass')
  expect(judge(item('T13-F-07').threshold, 'low', '2026-11-20')).toBe('fail')
  expect(judge(item('T17-P-01').threshold, 4, '2026-11-20')).toBe('fail')
  expect(judge(null, 4, '2026-11-20')).toBe('open')
})

test('answers of another version, another touchpoint, or what the place does not ask are kept apart', () => {
  const known = CATALOGUE_ITEMS
  const items = known.filter((i) => i.touchpoint === 'T12' && i.id !== 'T12-F-06')
  const answers = ['T12-F-13', 'T12-F-06', 'T13-F-01', 'T12-X-77'].map((itemId) =>
    SentAnswer.parse({ itemId, answer: 'pass' }),
  )
  const { counted, apart } = sortAnswers({ items, known, answers })
  expect(counted.map((c) => c.item.id)).toEqual(['T12-F-13'])
  expect(apart.map((a) => [a.answer.itemId, a.why])).toEqual([
    ['T12-F-06', 'switchedOff'],
    ['T13-F-01', 'otherTouchpoint'],
    ['T12-X-77', 'notInVersion'],
  ])
})

test('a phone whose clock is wrong: the difference is known, its times are put right, none lies in the future', () => {
  const now = '2026-11-20T04:00:00.000Z'
  const ahead = phoneClock('2026-11-20T12:10:00+08:00', now)
  expect([ahead.offMs, ahead.truly('2026-11-20T12:05:00+08:00')]).toEqual([600_000, '2026-11-20T03:55:00.000Z'])
  expect(phoneClock('2020-01-01T00:00:00Z', now).truly('2019-12-31T23:00:00Z')).toBe('2026-11-20T03:00:00.000Z')
  expect(phoneClock(now, now).truly('2026-11-20T09:00:00Z')).toBe(now)
})

test('FD-766 two inspectors: percent and Cohen’s kappa as the textbook reckons them', () => {
  const table = (bothYes: number, yesNo: number, noYes: number, bothNo: number) => [
    ...Array<[boolean, boolean]>(bothYes).fill([true, true]),
    ...Array<[boolean, boolean]>(yesNo).fill([true, false]),
    ...Array<[boolean, boolean]>(noYes).fill([false, true]),
    ...Array<[boolean, boolean]>(bothNo).fill([false, false]),
  ]
  // observed 0.7, by chance 0.5
  expect(agreementOf(table(20, 5, 10, 15))).toEqual({ items: 50, same: 35, percent: 70, kappa: 0.4 })
  expect(agreementOf(table(45, 15, 25, 15))).toEqual({ items: 100, same: 60, percent: 60, kappa: 0.13 })
  expect(agreementOf(table(7, 0, 0, 0))).toEqual({ items: 7, same: 7, percent: 100, kappa: null })
  expect(agreementOf([])).toEqual({ items: 0, same: 0, percent: null, kappa: null })
  const first = new Map([
    ['a', 'pass'],
    ['b', 'na'],
    ['c', 'fail'],
    ['d', 'pass'],
  ] as const)
  const second = new Map([
    ['a', 'fail'],
    ['b', 'pass'],
    ['c', 'na'],
  ] as const)
  expect(bothAnswered(first, second)).toEqual([{ itemId: 'a', marks: [true, false] }])
})

test('FD-766 kappa never leaves -1 to 1, and is 1 exactly where all is the same and both answers occur', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.boolean(), fc.boolean()), { minLength: 1, maxLength: 40 }), (pairs) => {
      const { kappa, same, items } = agreementOf(pairs)
      if (kappa === null) return
      expect(Math.abs(kappa)).toBeLessThanOrEqual(1)
      expect(kappa === 1).toBe(same === items)
    }),
  )
})
