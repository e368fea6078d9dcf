import { expect, test } from 'vitest'
import { availabilityStands, checkAppointment, dutiesDone } from './service.rules.ts'

const now = '2026-11-20T02:00:00.000Z'
const offered = {
  executor_id: 'someone',
  appointment_from: '2026-11-20T06:00:00.000Z',
  appointment_to: '2026-11-20T10:00:00.000Z',
}

test('OS-045 no time is told to the customer before the lead has named who goes and when', () => {
  const told = { from: '2026-11-20T06:00:00.000Z', to: '2026-11-20T07:00:00.000Z' }
  expect(availabilityStands({ executor_id: null, appointment_from: null, appointment_to: null }, told)).toMatchObject({
    code: 'E_NO_AVAILABILITY',
  })
  expect(availabilityStands({ ...offered, executor_id: null }, told)).toMatchObject({ code: 'E_NO_AVAILABILITY' })
  expect(availabilityStands(offered, told)).toBeUndefined()
})

test('FD-410 the time told lies inside the hours that the line gave', () => {
  expect(
    availabilityStands(offered, { from: '2026-11-20T14:00:00+08:00', to: '2026-11-20T18:00:00+08:00' }),
  ).toBeUndefined()
  expect(
    availabilityStands(offered, { from: '2026-11-20T05:59:00.000Z', to: '2026-11-20T07:00:00.000Z' }),
  ).toMatchObject({ field: 'body.from' })
  expect(
    availabilityStands(offered, { from: '2026-11-20T09:00:00.000Z', to: '2026-11-20T10:01:00.000Z' }),
  ).toMatchObject({ field: 'body.to' })
})

test('FD-018 an appointment is a time to come, a day long at most, within ninety days', () => {
  const check = (from: string, to: string) => checkAppointment({ from, to }, now)
  expect(check('2026-11-20T03:00:00.000Z', '2026-11-20T05:00:00.000Z')).toBeUndefined()
  // the customer may be told a span that has begun
  expect(check('2026-11-20T01:00:00.000Z', '2026-11-20T05:00:00.000Z')).toBeUndefined()
  expect(check('2026-11-20T00:00:00.000Z', '2026-11-20T02:00:00.000Z')).toMatchObject({ code: 'E_TIME_PAST' })
  expect(check('2026-11-20T05:00:00.000Z', '2026-11-20T05:00:00.000Z')).toMatchObject({ code: 'E_TIME_RANGE' })
  expect(check('2026-11-20T03:00:00.000Z', '2026-11-21T03:00:00.001Z')).toMatchObject({
    code: 'E_TIME_RANGE',
    field: 'body.to',
  })
  expect(check('2027-03-20T03:00:00.000Z', '2027-03-20T05:00:00.000Z')).toMatchObject({
    code: 'E_TIME_RANGE',
    field: 'body.from',
  })
})

test('OS-011 nothing is closed while one of the four duties of the first receiver is open, and it is named', () => {
  expect(dutiesDone(new Set(['organise', 'supervise', 'accept', 'callback']))).toBeUndefined()
  expect(dutiesDone(new Set(['organise', 'accept']))).toMatchObject({
    code: 'E_FIRST_RECEIVER_DUTY_OPEN',
    details: { open: ['supervise', 'callback'] },
  })
})
