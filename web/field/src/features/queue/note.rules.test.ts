import { expect, test } from 'vitest'
import type { AnswerMark } from '#contract/inspections.ts'
import { registerMatter } from '#contract/matters.ts'
import { answerWord, isFault, PLAIN_ITEM } from '#contract/rules/fault.ts'
import type { Act, Deed } from '../../queue/act.rules.ts'
import { factsOf, noteDeed } from './note.rules.ts'

const ID = '0193a0b0-7c00-7000-8000-000000000001'
const deed: Deed = {
  type: 'inspection',
  body: {
    id: ID,
    placeId: ID,
    beganAt: '2026-11-30T01:00:00.000Z',
    endedAt: '2026-11-30T01:05:00.000Z',
    kind: 'self',
    standardId: ID,
    variantId: null,
    answers: [
      { itemId: 'T01-P-01', answer: 'pass', fileIds: [] },
      { itemId: 'T01-P-02', answer: 'fail', fileIds: [ID], note: '过长' },
      { itemId: 'T01-P-03', answer: 'na', fileIds: [], note: '没有这台设备' },
      { itemId: 'T01-P-04', answer: 'pass', fileIds: [], value: 21 },
      { itemId: 'T01-R-01', answer: 'pass', fileIds: [], note: '广告太多' },
      { itemId: 'T01-A-01', answer: 'fail', fileIds: [] },
    ],
  },
}

/** One statement is better not true, one thing only delights, the others are plain. */
const KANO = { 'T01-R-01': 'reverse', 'T01-A-01': 'attractive' } as const
const kanoOf = (itemId: string) => ({ kano: KANO[itemId as keyof typeof KANO] ?? PLAIN_ITEM.kano })
const SAY = {
  time: '2026-11-30 09:05',
  item: (itemId: string) => `<${itemId}>`,
  place: (placeId: string) => `[${placeId}]`,
  mark: (itemId: string, answer: AnswerMark) => answerWord(kanoOf(itemId), answer),
  isFault: (itemId: string, answer: AnswerMark) => isFault(kanoOf(itemId), answer),
  untaken: (fileId: string) => `(${fileId})`,
}

test('what could not be sent reaches the desk in words: what is at fault, when it was seen, and with which photos', () => {
  const act = { userId: ID, about: '1号门岗', at: '2026-11-30T01:05:00.000Z', deed } as unknown as Act
  const facts = factsOf(act, SAY)
  expect(facts.split('\n')).toEqual([
    '1号门岗 (2026-11-30 09:05)',
    'fail: <T01-P-02> · 过长',
    'yes: <T01-R-01> · 广告太多',
    'na: <T01-P-03> · 没有这台设备',
    'pass: <T01-P-04> · 21',
  ])
  const note = noteDeed(act, '请看照片', facts)
  expect(note).toMatchObject({ type: 'report', body: { fileIds: [ID], collectedById: ID, collectedAt: act.at } })
  if (note.type === 'report') expect(registerMatter.body.safeParse(note.body).error).toBeUndefined()
})

test('the reasons for places that were not looked at reach the desk too, for one stop and at the end of a round', () => {
  const at = '2026-11-30T01:00:00.000Z'
  const skip: Deed = { type: 'tickStop', roundId: ID, placeId: 'p', body: { at, skippedReason: '门锁着' } }
  expect(factsOf({ deed: skip, about: '消杀 · 机房', refused: null }, SAY)).toBe(
    '消杀 · 机房 (2026-11-30 09:05)\n门锁着',
  )
  const skipped = [
    { placeId: 'p', reason: '门锁着' },
    { placeId: 'q', reason: '施工围挡' },
  ]
  const end: Deed = { type: 'finishRound', roundId: ID, body: { at, skipped, note: '灯坏了' } }
  expect(factsOf({ deed: end, about: '早班', refused: null }, SAY).split('\n')).toEqual([
    '早班 (2026-11-30 09:05)',
    '[p]: 门锁着',
    '[q]: 施工围挡',
    '灯坏了',
  ])
})

test('a note carries no file that the server cannot take, and says which is missing', () => {
  const files = ['taken', 'refused', 'left']
  const act = {
    userId: ID,
    about: '1号门岗',
    at: '2026-11-30T01:05:00.000Z',
    deed: { type: 'tickStop', roundId: ID, placeId: 'p', body: { at: '2026-11-30T01:00:00.000Z', fileIds: files } },
    leftOut: [{ fileId: 'left', words: '(left)' }],
    refused: { code: 'E_FILE_TYPE', field: null, details: {}, at: '', fileId: 'refused' },
  } as unknown as Act
  const note = noteDeed(act, '请看照片', factsOf(act, SAY))
  expect(note).toMatchObject({ type: 'report', body: { fileIds: ['taken'] } })
  if (note.type === 'report') expect(note.body.customerSaid).toMatch(/\(left\)\n\(refused\)$/)
})
