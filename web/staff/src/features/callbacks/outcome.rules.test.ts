import { expect, test } from 'vitest'
import { AttemptCallback } from '#contract/callbacks.ts'
import { ANSWERS, attemptOf, closesAtOnce, gapsOf, keyOf } from './outcome.rules.ts'

const typed = { words: '', offerComplaint: false, nextAt: undefined }

test('OS-017 each answer has one key, and satisfied is the first', () => {
  expect(ANSWERS.map(keyOf)).toEqual(['1', '2', '3', '4', '5', '6', '7'])
  expect(keyOf('satisfied')).toBe('1')
})

test('OS-018 who is not content says what is missing; who wants a later call says when', () => {
  expect(ANSWERS.filter((answer) => gapsOf(answer, typed).length > 0)).toEqual(['notSatisfied', 'later'])
  expect(gapsOf('notSatisfied', { ...typed, words: '水管还在滴' })).toEqual([])
  expect(gapsOf('later', { ...typed, nextAt: '2026-11-20T08:00:00.000Z' })).toEqual([])
})

test('OS-017 what is sent fits the contract for every answer and carries nothing foreign to it', () => {
  const full = { words: ' 很满意 ', offerComplaint: true, nextAt: '2026-11-20T08:00:00.000Z' }
  for (const answer of ANSWERS)
    expect(AttemptCallback.safeParse({ version: 1, ...attemptOf(answer, full) }).success, answer).toBe(true)
  expect(attemptOf('satisfied', full)).toEqual({ outcome: 'reached', satisfaction: 'satisfied', words: '很满意' })
  expect(attemptOf('notSatisfied', full)).toMatchObject({ offerComplaint: true })
  expect(attemptOf('later', full)).toMatchObject({ outcome: 'later', nextAt: full.nextAt })
})

test('FD-414 only a content customer closes the matter in the same breath, and only where nothing more is asked', () => {
  expect(closesAtOnce('satisfied', [])).toBe(true)
  expect(closesAtOnce('satisfied', ['result'])).toBe(false)
  expect(closesAtOnce('neutral', [])).toBe(false)
})
