import { expect, test } from 'vitest'
import { instantAt, type WorkCalendar } from '#platform/calendar/working-days.rules.ts'
import { makeSettings } from '#platform/settings/settings.ts'
import { checkPromise, interimAhead, isNewTime, promiseMissing } from './promise.rules.ts'
import { replyDeadlineOf } from './reply-clock.rules.ts'

const cal: WorkCalendar = {
  timeZone: 'Asia/Shanghai',
  workStart: '09:00',
  workEnd: '18:00',
  days: new Map(),
  knownThrough: '2026-12-31',
}
const settings = (values: Record<string, unknown> = {}) => makeSettings(new Map(Object.entries(values)))
const at = (date: string, time: string) => instantAt(cal, date, time)
const phone = { channel: 'phone', received_at: at('2026-11-20', '16:40') }
const now = at('2026-11-20', '16:50')
const check = (promised: string, matter = phone, when = now) =>
  checkPromise({ promisedFeedbackAt: promised }, matter, when, cal, settings())

test('CP-042 the promised feedback lies after now and not after the reply deadline', () => {
  expect(check(at('2026-11-20', '18:00'))).toBeUndefined()
  expect(check(at('2026-11-21', '00:00'))).toBeUndefined()
  expect(check(at('2026-11-21', '00:01'))).toMatchObject({
    code: 'E_PROMISE_TOO_LATE',
    field: 'body.promisedFeedbackAt',
    details: { latest: at('2026-11-21', '00:00') },
  })
  expect(check(now)).toMatchObject({ code: 'E_TIME_PAST' })
})

test('CP-042 a written complaint may be promised within its two working days', () => {
  const letter = { ...phone, channel: 'letter' }
  expect(check(at('2026-11-24', '18:00'), letter)).toBeUndefined()
  expect(check(at('2026-11-24', '18:01'), letter)).toMatchObject({ code: 'E_PROMISE_TOO_LATE' })
})

test('CP-042 with an interim reply scheduled before the deadline the promise may lie after it', () => {
  const promisedFeedbackAt = at('2026-11-23', '10:00')
  const planned = (interimAt: string) => checkPromise({ promisedFeedbackAt, interimAt }, phone, now, cal, settings())
  expect(planned(at('2026-11-20', '18:00'))).toBeUndefined()
  expect(planned(at('2026-11-21', '00:00'))).toBeUndefined()
  expect(planned(at('2026-11-21', '00:01'))).toMatchObject({
    code: 'E_PROMISE_TOO_LATE',
    field: 'body.interimAt',
    details: { latest: at('2026-11-21', '00:00') },
  })
  expect(planned(now)).toMatchObject({ code: 'E_TIME_PAST', field: 'body.interimAt' })
  const clocks = new Map([['c', { name: 'complaint.interim', dueAt: at('2026-11-20', '18:00') }]])
  expect(interimAhead(clocks, now)).toBe(at('2026-11-20', '18:00'))
  expect(interimAhead(clocks, at('2026-11-20', '18:00'))).toBeUndefined()
})

test('CP-041 nothing is passed on without a time to come back, unless there is nobody to come back to', () => {
  const none = new Map()
  const given = new Map([['c', { name: 'promise.feedback', dueAt: at('2026-11-20', '18:00') }]])
  const contactable = { contactable: true }
  expect(promiseMissing(undefined, contactable, none)).toMatchObject({
    code: 'E_INPUT',
    field: 'body.promisedFeedbackAt',
  })
  expect(promiseMissing(at('2026-11-20', '18:00'), contactable, none)).toBeUndefined()
  expect(promiseMissing(undefined, contactable, given)).toBeUndefined()
  expect(promiseMissing(undefined, contactable, new Map([['c', { name: 'promise', dueAt: now }]]))).toBeDefined()
  expect(promiseMissing(undefined, { contactable: false }, none)).toBeUndefined()
})

test('CP-022 the time that stands is not promised twice; another one is a promise of its own', () => {
  const given = new Map([['c', { name: 'promise.feedback', dueAt: at('2026-11-20', '18:00') }]])
  expect(isNewTime('promise.feedback', '2026-11-20T18:00:00+08:00', given)).toBe(false)
  expect(isNewTime('promise.feedback', '2026-11-20T18:01:00+08:00', given)).toBe(true)
  expect(isNewTime('promise.feedback', '2026-11-20T18:00:00+08:00', new Map())).toBe(true)
  expect(isNewTime('promise.feedback', undefined, new Map())).toBe(false)
})

test('CP-042 a deadline that something else than the channel has set binds the promise too', () => {
  const due = at('2026-11-20', '17:30')
  expect(
    checkPromise(
      { promisedFeedbackAt: at('2026-11-20', '17:30') },
      { ...phone, replyDueAt: due },
      now,
      cal,
      settings(),
    ),
  ).toBeUndefined()
  expect(
    checkPromise(
      { promisedFeedbackAt: at('2026-11-20', '17:31') },
      { ...phone, replyDueAt: due },
      now,
      cal,
      settings(),
    ),
  ).toMatchObject({
    code: 'E_PROMISE_TOO_LATE',
    details: { latest: due },
  })
})

test('CP-039 a complaint found after its deadline still goes out: the promise is held to the same time from now on', () => {
  const nextDay = at('2026-11-21', '10:00')
  expect(check(at('2026-11-21', '15:00'), phone, nextDay)).toBeUndefined()
  expect(check(at('2026-11-22', '09:00'), phone, nextDay)).toMatchObject({ code: 'E_PROMISE_TOO_LATE' })
})

test('CP-071 the working days of a written reply are a setting of the centre; none means the same day', () => {
  const due = (n: number) =>
    replyDeadlineOf(
      { channel: 'email', received_at: at('2026-11-20', '10:00') },
      cal,
      settings({ 'clock.writtenReplyWorkingDays': n }),
    ).due
  expect([due(2), due(1), due(0)]).toEqual([
    at('2026-11-24', '18:00'),
    at('2026-11-23', '18:00'),
    at('2026-11-21', '00:00'),
  ])
})

test('CP-072 working days end with the close of business, which need not be the end of working hours', () => {
  const late = settings({ 'hours.closeOfBusiness': '20:00' })
  expect(replyDeadlineOf({ channel: 'letter', received_at: at('2026-11-20', '10:00') }, cal, late).due).toBe(
    at('2026-11-24', '20:00'),
  )
})

test('CP-077 whether a post came within working hours is asked of the working hours, not of the close of business', () => {
  const late = settings({ 'hours.closeOfBusiness': '20:00' })
  expect(replyDeadlineOf({ channel: 'forum', received_at: at('2026-11-20', '18:30') }, cal, late).due).toBe(
    at('2026-11-24', '00:00'),
  )
})

test('CP-080 the other channels: box, fax, press, superior and questionnaire as written, a private message as oral', () => {
  const due = (channel: string) =>
    replyDeadlineOf({ channel, received_at: at('2026-11-20', '10:00') }, cal, settings()).due
  for (const channel of [
    'suggestion_box',
    'fax',
    'press',
    'superior',
    'questionnaire',
    'government_hotline',
    'web_form',
  ])
    expect(due(channel), channel).toBe(at('2026-11-24', '18:00'))
  for (const channel of ['app_message', 'inspection', 'on_site'])
    expect(due(channel), channel).toBe(at('2026-11-21', '00:00'))
})
