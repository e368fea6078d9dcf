import { expect, test } from 'vitest'
import { DEFAULT_CALL_HOURS } from '#contract/rules/call-hours.ts'
import { answerInThisTalk, quickPromises, replyDue, unwantedAt } from './promise.rules.ts'

const ZONE = 'Asia/Shanghai'
/** Friday 2026-11-20 16:40 in Shanghai. */
const FRIDAY = '2026-11-20T08:40:00.000Z'

test('CP-070 CP-073 an oral complaint is due at the end of its local day, also at the weekend; others are not guessed', () => {
  expect(replyDue('phone', FRIDAY, ZONE)).toBe('2026-11-20T16:00:00.000Z')
  expect(replyDue('visit', '2026-11-21T02:00:00.000Z', ZONE)).toBe('2026-11-21T16:00:00.000Z')
  expect(replyDue('letter', FRIDAY, ZONE)).toBeUndefined()
})

test('CP-042 promised times lie after now and before the deadline', () => {
  expect(quickPromises(FRIDAY, ZONE, undefined)).toEqual([
    { name: 'hour', at: '2026-11-20T09:45:00.000Z' },
    { name: 'afternoon', at: '2026-11-20T09:30:00.000Z' },
    { name: 'today', at: '2026-11-20T13:30:00.000Z' },
  ])
  const late = '2026-11-20T15:30:00.000Z'
  expect(quickPromises(late, ZONE, replyDue('phone', late, ZONE))).toEqual([])
})

test('CP-074 from the hour that the estate has set the answer is given in the same conversation', () => {
  expect(answerInThisTalk('2026-11-20T11:59:00.000Z', ZONE, '20:00')).toBe(false)
  expect(answerInThisTalk('2026-11-20T12:00:00.000Z', ZONE, '20:00')).toBe(true)
  expect(answerInThisTalk('2026-11-20T12:00:00.000Z', ZONE, '21:30')).toBe(false)
  expect(answerInThisTalk('2026-11-20T13:30:00.000Z', ZONE, '21:30')).toBe(true)
})

test('KN-205 a promise that means calling in the night, at noon or in the customer’s quiet hours is told', () => {
  expect(unwantedAt('2026-11-20T14:30:00.000Z', ZONE)).toEqual(['too_late'])
  expect(unwantedAt('2026-11-20T04:30:00.000Z', ZONE)).toEqual(['noon_break'])
  expect(unwantedAt('2026-11-20T07:30:00.000Z', ZONE, undefined, [{ from: '15:00', to: '16:00' }])).toEqual([
    'customer_no_call',
  ])
  expect(unwantedAt('2026-11-20T07:30:00.000Z', ZONE)).toEqual([])
  // by the hours of the estate where it has its own
  const early = { ...DEFAULT_CALL_HOURS, dayTo: '20:00' }
  expect(unwantedAt('2026-11-20T12:30:00.000Z', ZONE)).toEqual([])
  expect(unwantedAt('2026-11-20T12:30:00.000Z', ZONE, early)).toEqual(['too_late'])
})
