import { expect, test } from 'vitest'
import { AttemptCallback } from '#contract/callbacks.ts'
import { emergency } from '#contract/kinds/emergency.ts'
import { info } from '#contract/kinds/info.ts'
import { service } from '#contract/kinds/service.ts'
import { judgeCall } from '#contract/rules/call-hours.ts'
import type { WorkCalendar } from '#platform/calendar/working-days.rules.ts'
import { callHoursOf } from '#platform/notify/call-hours.ts'
import { DEFAULT_SETTINGS, makeSettings } from '#platform/settings/settings.ts'
import { calledPerson } from './call-hours.rules.ts'
import { checkAttempt, directResult, isCallable, isUnreachable, triesInVain } from './callback.rules.ts'

const calendar: WorkCalendar = {
  timeZone: 'Asia/Shanghai',
  workStart: '09:00',
  workEnd: '18:00',
  days: new Map(),
  knownThrough: '2026-12-31',
}
const now = '2026-11-20T02:00:00.000Z'
const attempt = (input: object) => checkAttempt(AttemptCallback.parse({ version: 1, ...input }), now)

test('OS-017 customers are called back where a dissatisfied answer leads back to the work', () => {
  expect(service.states.filter((s) => isCallable(service, s))).toEqual(['ACCEPTED', 'CALLED_BACK'])
  expect(info.states.filter((s) => isCallable(info, s))).toEqual(['RESOLVED'])
  expect(emergency.states.filter((s) => isCallable(emergency, s))).toEqual(['RESOLVED'])
})

test('OS-017 each outcome brings what it needs: a satisfaction, a reason, the next time', () => {
  expect(attempt({ outcome: 'reached' })).toMatchObject({ code: 'E_INPUT', field: 'body.satisfaction' })
  expect(attempt({ outcome: 'reached', satisfaction: 'notSatisfied' })).toMatchObject({
    code: 'E_REASON_MISSING',
    field: 'body.words',
  })
  expect(attempt({ outcome: 'reached', satisfaction: 'satisfied' })).toBeUndefined()
  expect(attempt({ outcome: 'noAnswer' })).toBeUndefined()
  expect(attempt({ outcome: 'later' })).toMatchObject({ code: 'E_INPUT', field: 'body.nextAt' })
  expect(attempt({ outcome: 'later', nextAt: now })).toMatchObject({ code: 'E_TIME_PAST' })
  expect(attempt({ outcome: 'later', nextAt: '2027-06-01T00:00:00Z' })).toMatchObject({ code: 'E_TIME_RANGE' })
  expect(attempt({ outcome: 'noAnswer', override: 'emergency' })).toMatchObject({
    code: 'E_REASON_MISSING',
    field: 'body.overrideWords',
  })
})

const tried = (at: string, outcome = 'noAnswer', current = true) => ({ at, outcome, current })

test('OS-017 unreachable means three tries in vain on two local days', () => {
  const needed = { tries: 3, days: 2 }
  const sameDay = [
    tried('2026-11-20T01:00:00.000Z'),
    tried('2026-11-20T03:00:00.000Z'),
    tried('2026-11-20T09:00:00.000Z'),
  ]
  expect(isUnreachable(triesInVain(sameDay, calendar), needed)).toBe(false)
  expect(
    isUnreachable(triesInVain([...sameDay, tried('2026-11-21T01:00:00.000Z', 'wrongNumber')], calendar), needed),
  ).toBe(true)
  // two tries on two days are too few; 23:59 and 00:01 in Shanghai are two days
  const midnight = [tried('2026-11-20T15:59:00.000Z'), tried('2026-11-20T16:01:00.000Z')]
  expect(triesInVain(midnight, calendar)).toEqual({ tries: 2, days: 2 })
  expect(isUnreachable(triesInVain(midnight, calendar), needed)).toBe(false)
})

test('OS-017 tries before a rework and talks that took place are no tries in vain', () => {
  const attempts = [
    tried('2026-11-18T01:00:00.000Z', 'noAnswer', false),
    tried('2026-11-19T01:00:00.000Z', 'later'),
    tried('2026-11-20T01:00:00.000Z', 'reached'),
  ]
  expect(triesInVain(attempts, calendar)).toEqual({ tries: 0, days: 0 })
})

test('KN-205 the hours are those of the estate’s settings and of the customer', () => {
  const noon = '2026-11-18T05:00:00.000Z'
  expect(judgeCall(calendar, callHoursOf(DEFAULT_SETTINGS), noon).outcome).toBe('refuse')
  const noNoonBreak = makeSettings(
    new Map([
      ['telephone.noonFrom', '12:00'],
      ['telephone.noonTo', '12:00'],
    ]),
  )
  expect(judgeCall(calendar, callHoursOf(noNoonBreak), noon).outcome).not.toBe('refuse')
  const quiet = calledPerson([{ from: '15:00', to: '17:00' }, 'nonsense', { from: '9' }])
  expect(judgeCall(calendar, callHoursOf(DEFAULT_SETTINGS), '2026-11-18T08:00:00.000Z', quiet)).toMatchObject({
    outcome: 'refuse',
    reasons: ['customer_no_call'],
  })
  expect(calledPerson('nonsense')).toEqual({ noCall: [] })
})

test('OS-017 a move that tells a result is one, an answer on the spot is none', () => {
  const open = { state: 'ACCEPTED', open: true }
  expect(
    directResult('callBack', open, { open: true }, { satisfaction: 'satisfied', how: 'message', words: '好' }),
  ).toEqual({ satisfaction: 'satisfied', words: '好', how: 'message' })
  expect(directResult('notSatisfied', open, { open: true }, { missing: '还漏' })).toMatchObject({
    satisfaction: 'notSatisfied',
    words: '还漏',
  })
  expect(
    directResult('close', { state: 'RESOLVED', open: true }, { open: false }, { satisfaction: 'neutral' }),
  ).toMatchObject({ satisfaction: 'neutral' })
  expect(
    directResult('close', { state: 'RESOLVED', open: true }, { open: false }, { satisfaction: 'notAsked' }),
  ).toBeUndefined()
  expect(
    directResult('answerAtOnce', { state: 'LOGGED', open: true }, { open: false }, { satisfaction: 'satisfied' }),
  ).toBeUndefined()
})
