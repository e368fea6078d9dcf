import { expect, test } from 'vitest'
import type { Act, Deed } from './act.rules.ts'
import {
  afterAttempt,
  choicesFor,
  countOf,
  heldBy,
  isAheadOf,
  isForgotten,
  nextToSend,
  outcomeOf,
  pauseMs,
  stopsAll,
  wakeAt,
} from './queue.rules.ts'

const look: Deed = {
  type: 'inspection',
  body: {
    id: 'i',
    placeId: 'p',
    kind: 'self',
    beganAt: '2026-11-30T01:00:00.000Z',
    endedAt: '2026-11-30T01:05:00.000Z',
    standardId: 's',
    variantId: null,
    answers: [],
  },
}
const start: Deed = { type: 'startRound', roundId: 'r', body: { at: '2026-11-30T01:00:00.000Z' } }
const finish: Deed = { type: 'finishRound', roundId: 'r', body: { at: '2026-11-30T01:00:00.000Z' } }
const move: Deed = { type: 'orderMove', orderId: 'o', verb: 'accept', version: 1, body: {} }
const report: Deed = {
  type: 'report',
  body: { contactType: 'service', channel: 'on_site', customerSaid: '灯不亮', fileIds: [] },
}

let count = 0
const act = (deed: Deed, more: Partial<Act> = {}): Act => ({
  id: `a${count++}`,
  userId: 'u',
  estateId: 'e',
  subject: deed.type === 'orderMove' ? 'order:o' : 'round:r',
  deed,
  key: 'key',
  at: '2026-11-30T01:00:00.000Z',
  about: '',
  state: 'waiting',
  tries: 0,
  nextAt: 0,
  unanswered: false,
  refused: null,
  answer: null,
  sentAt: null,
  reason: null,
  ...more,
})
const NOW = { ms: 1_000_000, at: '2026-11-30T02:00:00.000Z', newKey: 'new' }

test('acts go out oldest first, and of one order only after the one before was taken', () => {
  const [first, second, other] = [act(move), act(move), act(move, { subject: 'order:x' })]
  expect(nextToSend([first, second, other], 0)).toBe(first)
  expect(nextToSend([{ ...first, state: 'sent' }, second, other], 0)).toBe(second)
  const stuck = { ...first, state: 'refused' as const }
  expect(nextToSend([stuck, second, other], 0)).toBe(other)
  expect(heldBy([stuck, second], second)).toBe(stuck)
})

test('a place that was refused does not hold back the other places, but the end of the round', () => {
  const acts = [act(start, { state: 'sent' }), act(look, { state: 'refused' }), act(look), act(finish)]
  expect(nextToSend(acts, 0)).toBe(acts[2])
  const sent = acts.map((a, at) => (at === 2 ? { ...a, state: 'sent' as const } : a))
  expect(nextToSend(sent, 0)).toBeUndefined()
  const put = sent.map((a, at) => (at === 1 ? { ...a, state: 'dropped' as const } : a))
  expect(nextToSend(put, 0)).toBe(put[3])
})

test('places wait until the beginning of their round has been sent', () => {
  const acts = [act(start, { nextAt: 50 }), act(look)]
  expect(nextToSend(acts, 0)).toBeUndefined()
  expect(nextToSend(acts, 50)).toBe(acts[0])
})

test('after no answer an act waits longer each time, five minutes at the most', () => {
  expect([1, 2, 3, 4, 20].map(pauseMs)).toEqual([5_000, 10_000, 20_000, 40_000, 300_000])
  const change = afterAttempt(act(look, { tries: 1 }), { kind: 'noSignal' }, NOW)
  expect(change).toEqual({ tries: 2, nextAt: 1_010_000, unanswered: true })
  expect(wakeAt([act(look, { nextAt: 70 }), act(report, { nextAt: 40, subject: 'x' })])).toBe(40)
  expect(wakeAt([act(look, { state: 'sent' })])).toBeUndefined()
})

const failure = (code: string, status: number, details = {}) => ({ code, status, details })

test('no answer, a busy server and an expired session keep the act waiting; a refusal asks a person', () => {
  const one = act(look)
  expect(outcomeOf(one, failure('E_NETWORK', 0)).kind).toBe('noSignal')
  expect(outcomeOf(one, failure('E_OVERLOADED', 503)).kind).toBe('busy')
  expect(outcomeOf(one, failure('E_RATE', 429)).kind).toBe('busy')
  expect(outcomeOf(one, failure('E_UNAUTHENTICATED', 401)).kind).toBe('signedOut')
  expect(outcomeOf(one, failure('E_STATE_CHANGED', 409)).kind).toBe('refused')
  expect(afterAttempt(one, { kind: 'signedOut' }, NOW)).toEqual({})
  const refused = afterAttempt(one, outcomeOf(one, failure('E_STATE_CHANGED', 409, { state: 'DONE' })), NOW)
  expect(refused).toMatchObject({ state: 'refused', refused: { code: 'E_STATE_CHANGED', details: { state: 'DONE' } } })
  for (const kind of ['noSignal', 'busy', 'signedOut'] as const) expect(stopsAll({ kind })).toBe(true)
  expect(stopsAll({ kind: 'sent', answer: null })).toBe(false)
})

test('a mismatch after an unanswered sending means that it had arrived', () => {
  const mismatch = failure('E_IDEMPOTENCY_MISMATCH', 422)
  expect(outcomeOf(act(finish, { unanswered: true }), mismatch).kind).toBe('arrived')
  // a look gets its first answer by its own id under a new key
  expect(outcomeOf(act(look, { unanswered: true }), mismatch).kind).toBe('againWithNewKey')
  expect(afterAttempt(act(look), { kind: 'againWithNewKey' }, NOW)).toEqual({ key: 'new', unanswered: false })
  expect(outcomeOf(act(finish), mismatch).kind).toBe('refused')
})

test('what goes wrong with a file never passes for the arrival of its act', () => {
  const again = act(look, { unanswered: true })
  expect(outcomeOf(again, failure('E_IDEMPOTENCY_MISMATCH', 422), 'file').kind).toBe('refused')
  expect(outcomeOf(again, failure('E_ANSWER', 201), 'file').kind).toBe('fault')
  expect(outcomeOf(again, failure('E_ANSWER', 201)).kind).toBe('arrived')
})

test('a fault of the server is tried five times before a person is asked', () => {
  const fault = outcomeOf(act(look), failure('E_INTERNAL', 500))
  expect(afterAttempt(act(look, { tries: 3 }), fault, NOW)).toMatchObject({ tries: 4, nextAt: 1_040_000 })
  expect(afterAttempt(act(look, { tries: 4 }), fault, NOW)).toMatchObject({ state: 'refused' })
})

test('what can be done about a refusal depends on whether sending again can help', () => {
  const refused = (code: string) => ({ code, field: null, details: {}, at: NOW.at })
  expect(choicesFor(act(move, { refused: refused('E_STATE_CHANGED') }))).toEqual(['again', 'note', 'drop'])
  expect(choicesFor(act(move, { refused: refused('E_FORBIDDEN') }))).toEqual(['note', 'drop'])
  expect(choicesFor(act(report, { refused: refused('E_INPUT') }))).toEqual(['drop'])
})

test('a file that cannot be taken is named, and its act may go without it; a file that failed otherwise is not', () => {
  for (const [code, status] of [
    ['E_FILE_TYPE', 415],
    ['E_TOO_LARGE', 413],
  ] as const) {
    for (const [deed, choices] of [
      [report, ['without', 'drop']],
      [look, ['without', 'note', 'drop']],
    ] as const) {
      const change = afterAttempt(act(deed), outcomeOf(act(deed), failure(code, status), 'f'), NOW)
      expect(change).toMatchObject({ state: 'refused', refused: { code, fileId: 'f' } })
      expect(choicesFor(act(deed, change))).toEqual(choices)
    }
    // the act itself: no file of it is to blame
    const itself = afterAttempt(act(look), outcomeOf(act(look), failure(code, status)), NOW)
    expect(choicesFor(act(look, itself))).toEqual(['note', 'drop'])
  }
  const forbidden = afterAttempt(act(look), outcomeOf(act(look), failure('E_FORBIDDEN', 403), 'f'), NOW)
  expect(choicesFor(act(look, forbidden))).toEqual(['note', 'drop'])
})

test('FD-770 the beginning or end of a round that went on without us needs nobody to decide; reasons and a note do', () => {
  const end = (over: object): Deed => ({ type: 'finishRound', roundId: 'r', body: { at: NOW.at, ...over } })
  const skipped = [{ placeId: 'p', reason: '门锁着' }]
  const skip: Deed = { type: 'tickStop', roundId: 'r', placeId: 'p', body: { at: NOW.at, skippedReason: '门锁着' } }
  for (const code of ['E_ROUND_REASSIGNED', 'E_ROUND_CLOSED']) {
    const kindOf = (deed: Deed, part?: 'file') => outcomeOf(act(deed), failure(code, 409), part).kind
    expect([start, finish, end({ skipped: [] })].map((deed) => kindOf(deed))).toEqual(['moot', 'moot', 'moot'])
    expect([end({ note: '灯坏了' }), end({ skipped }), skip, look].map((deed) => kindOf(deed))).toEqual(
      Array.from({ length: 4 }, () => 'refused'),
    )
    expect(choicesFor(act(skip, { refused: { code, field: null, details: {}, at: NOW.at } }))).toEqual(['note', 'drop'])
  }
  const settled = afterAttempt(act(start), outcomeOf(act(start), failure('E_ROUND_CLOSED', 409)), NOW)
  expect(settled).toMatchObject({ state: 'sent', sentAt: NOW.at, refused: { code: 'E_ROUND_CLOSED' } })
  expect(outcomeOf(act(start), failure('E_FORBIDDEN', 403)).kind).toBe('refused')
})

test('the counter counts what waits and what was refused, never what is sent or put aside', () => {
  const acts = (['waiting', 'refused', 'sent', 'dropped', 'waiting'] as const).map((state) => act(look, { state }))
  expect(countOf(acts)).toEqual({ waiting: 2, refused: 1 })
})

test('FD-770 a finding is off the list while what was done about it is not yet known there, and on it again when it comes back', () => {
  const rectified = (more: Partial<Act>) =>
    act(
      { type: 'findingMove', matterId: 'f', verb: 'rectify', version: 2, body: {} },
      { subject: 'finding:f', ...more },
    )
  const shown = (acts: Act[], version: number) => !isAheadOf(acts, { matterId: 'f', version })
  expect(shown([], 2)).toBe(true)
  expect(shown([rectified({})], 2)).toBe(false)
  expect(shown([rectified({ state: 'sent' })], 2)).toBe(false)
  // the second look failed it: version 3 was put right, 4 is back with whoever mends
  expect(shown([rectified({ state: 'sent' })], 4)).toBe(true)
  expect(shown([rectified({ state: 'refused' })], 2)).toBe(true)
  expect(isAheadOf([rectified({})], { matterId: 'other', version: 2 })).toBe(false)
})

test('only what is over is ever forgotten, however old', () => {
  const late = Date.parse('2027-11-30T00:00:00.000Z')
  expect(isForgotten(act(look), late)).toBe(false)
  expect(isForgotten(act(look, { state: 'refused' }), late)).toBe(false)
  expect(isForgotten(act(look, { state: 'sent', sentAt: NOW.at }), late)).toBe(true)
  expect(isForgotten(act(look, { state: 'sent', sentAt: NOW.at }), NOW.ms)).toBe(false)
})
