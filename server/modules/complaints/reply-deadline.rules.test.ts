import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '#platform/calendar/dates.rules.ts'
import { seedWorkCalendar } from '#platform/calendar/seed.ts'
import { endOfDate, instantAt, type WorkCalendar } from '#platform/calendar/working-days.rules.ts'
import {
  bindingDeadline,
  DEFAULT_REPLY_SETTINGS,
  onlineStart,
  type Receipt,
  type ReplyChannel,
  replyDeadline,
} from './reply-deadline.rules.ts'

const holiday = Array.from({ length: 7 }, (_, k) => [addDays('2026-10-01', k), 'off'] as const)
const cal: WorkCalendar = {
  timeZone: 'Asia/Shanghai',
  workStart: '09:00',
  workEnd: '18:00',
  days: new Map([...holiday, ['2026-10-10', 'work']]),
  knownThrough: '2026-12-31',
}
/** `2026-11-20 24:00` is written as on the clock examples. */
const at = (local: string) => {
  const [date = '', time = ''] = local.split(' ')
  return time === '24:00' ? endOfDate(cal, date) : instantAt(cal, date, time)
}
const received = (channel: ReplyChannel, local: string): Receipt => ({ channel, receivedAt: at(local) })

test.each([
  ['CP-070', 'X1', 'phone', '2026-11-20 16:40', '2026-11-20 24:00'],
  ['CP-070', 'X2', 'visit', '2026-11-21 10:00', '2026-11-21 24:00'],
  ['CP-071', 'X3', 'letter', '2026-11-20 09:30', '2026-11-24 18:00'],
  ['CP-071', 'X4', 'email', '2026-11-21 22:00', '2026-11-24 18:00'],
  ['CP-071', 'X5', 'email', '2026-09-30 17:00', '2026-10-09 18:00'],
  ['CP-071', 'X6', 'email', '2026-10-09 10:00', '2026-10-12 18:00'],
  ['CP-075', 'X7', 'forum', '2026-11-20 17:59', '2026-11-20 24:00'],
  ['CP-075', 'X8', 'forum', '2026-11-20 18:00', '2026-11-23 24:00'],
  ['CP-075', 'X9', 'forum', '2026-11-23 07:30', '2026-11-23 24:00'],
  ['CP-075', 'X10', 'forum', '2026-11-21 12:00', '2026-11-23 24:00'],
  ['CP-070', 'X11', 'phone', '2026-11-22 23:30', '2026-11-22 24:00'],
] as const)('%s %s a complaint by %s received %s is answered by %s', (rule, _example, channel, when, deadline) => {
  const answer = replyDeadline(cal, received(channel, when))
  expect(answer).toMatchObject({ rule, start: at(when), due: at(deadline), missing: false })
})

test('CP-081 X12 one matter by e-mail on Friday and by phone on Saturday is due on Saturday 24:00', () => {
  const email = received('email', '2026-11-20 09:00')
  const phone = received('phone', '2026-11-21 10:00')
  expect(bindingDeadline(cal, [email, phone])).toMatchObject({ rule: 'CP-070', due: at('2026-11-21 24:00') })
  expect(bindingDeadline(cal, [phone, email])).toMatchObject({ rule: 'CP-070', due: at('2026-11-21 24:00') })
  expect(bindingDeadline(cal, [email])).toMatchObject({ rule: 'CP-071', due: at('2026-11-24 18:00') })
})

test('CP-074 X11 an oral complaint from 20:00 on is answered in the same conversation', () => {
  const inTalk = (channel: ReplyChannel, local: string) => replyDeadline(cal, received(channel, local)).inConversation
  expect(inTalk('phone', '2026-11-22 23:30')).toBe(true)
  expect(inTalk('visit', '2026-11-22 20:00')).toBe(true)
  expect(inTalk('on_site', '2026-11-22 20:01')).toBe(true)
  expect(inTalk('phone', '2026-11-22 19:59')).toBe(false)
  expect(inTalk('phone', '2026-11-22 00:30')).toBe(false)
  expect(inTalk('app_message', '2026-11-22 23:30')).toBe(false)
  expect(inTalk('email', '2026-11-22 23:30')).toBe(false)
  const later = { ...DEFAULT_REPLY_SETTINGS, answerInTalkFrom: '21:30' }
  expect(replyDeadline(cal, received('phone', '2026-11-22 21:00'), later).inConversation).toBe(false)
})

test('CP-070 words to staff on site are oral', () => {
  expect(replyDeadline(cal, received('on_site', '2026-10-03 11:00'))).toMatchObject({
    rule: 'CP-070',
    due: at('2026-10-03 24:00'),
  })
})

test.each([
  ['fax', '2026-11-24 18:00'],
  ['suggestion_box', '2026-11-24 18:00'],
  ['press', '2026-11-24 18:00'],
  ['superior', '2026-11-24 18:00'],
  ['questionnaire', '2026-11-24 18:00'],
  ['government_hotline', '2026-11-24 18:00'],
  ['app_message', '2026-11-20 24:00'],
] as const)('CP-080 a complaint by %s of Friday 10:00 is answered by %s', (channel, deadline) => {
  expect(replyDeadline(cal, received(channel, '2026-11-20 10:00'))).toMatchObject({ rule: 'CP-080', due: at(deadline) })
})

test('CP-080 an earlier date of a superior binds, a later one does not, and nobody else sets one', () => {
  const wants = (channel: ReplyChannel, local: string) =>
    replyDeadline(cal, { ...received(channel, '2026-11-20 10:00'), senderWants: at(local) }).due
  expect(wants('superior', '2026-11-23 12:00')).toBe(at('2026-11-23 12:00'))
  expect(wants('government_hotline', '2026-11-23 12:00')).toBe(at('2026-11-23 12:00'))
  expect(wants('superior', '2026-11-30 12:00')).toBe(at('2026-11-24 18:00'))
  expect(wants('superior', '2026-11-19 12:00')).toBe(at('2026-11-20 10:00'))
  expect(wants('letter', '2026-11-23 12:00')).toBe(at('2026-11-24 18:00'))
})

test('CP-076 a post on a watched channel counts from the first known time, on another from being forwarded', () => {
  const receivedAt = at('2026-11-23 10:00')
  const postedAt = at('2026-11-19 10:00')
  const forwardedAt = at('2026-11-20 10:00')
  const start = (online: Receipt['online']) => onlineStart({ receivedAt, online })
  expect(start({ monitored: true, postedAt })).toBe(postedAt)
  expect(start({ monitored: true, postedAt, forwardedAt })).toBe(postedAt)
  expect(start({ monitored: true, postedAt: forwardedAt, forwardedAt: postedAt })).toBe(postedAt)
  expect(start({ monitored: false, postedAt, forwardedAt })).toBe(forwardedAt)
  expect(start({ monitored: true, forwardedAt })).toBe(forwardedAt)
  expect(start({ monitored: false, postedAt })).toBe(receivedAt)
  expect(start(undefined)).toBe(receivedAt)
})

test('CP-076 the clock of a post runs from that start, and online times mean nothing to other channels', () => {
  const online = { monitored: true, postedAt: at('2026-11-20 18:00') }
  const receivedAt = at('2026-11-24 09:00')
  expect(replyDeadline(cal, { channel: 'forum', receivedAt, online })).toMatchObject({
    start: at('2026-11-20 18:00'),
    due: at('2026-11-23 24:00'),
  })
  expect(replyDeadline(cal, { channel: 'email', receivedAt, online }).start).toBe(receivedAt)
})

test('CP-077 working hours and spans are settings of the centre', () => {
  const longDay = { ...cal, workEnd: '20:00' }
  expect(replyDeadline(longDay, received('forum', '2026-11-20 19:00')).due).toBe(at('2026-11-20 24:00'))
  expect(replyDeadline(longDay, received('email', '2026-11-20 19:00')).due).toBe(at('2026-11-24 20:00'))
  const quicker = {
    ...DEFAULT_REPLY_SETTINGS,
    spans: { ...DEFAULT_REPLY_SETTINGS.spans, email: { kind: 'workingDays', n: 1 } as const },
  }
  expect(replyDeadline(cal, received('email', '2026-11-20 19:00'), quicker).due).toBe(at('2026-11-23 18:00'))
})

test('CP-072 a deadline past the maintained calendar says so', () => {
  expect(replyDeadline(cal, received('email', '2026-12-30 10:00')).missing).toBe(true)
  expect(replyDeadline(cal, received('phone', '2026-12-30 10:00')).missing).toBe(false)
})

const seed = seedWorkCalendar([2025, 2026])
/** The days as they were announced, and those of 2027 as somebody may enter them. */
const announced: WorkCalendar = {
  ...cal,
  days: new Map(seed.rows.map(({ date, kind }) => [date, kind])),
  knownThrough: seed.knownThrough,
}
const entered: WorkCalendar = {
  ...announced,
  days: new Map([
    ...announced.days,
    ['2027-01-01', 'off'],
    ...Array.from({ length: 8 }, (_, k) => [addDays('2027-02-05', k), 'off'] as const),
    ['2027-01-31', 'work'],
    ['2027-02-14', 'work'],
  ]),
  knownThrough: '2028-12-31',
}

test.each([
  // New Year 2026: 1 to 3 January off, Sunday the 4th made up
  ['CP-070', 'phone', '2025-12-31 16:00', '2025-12-31 24:00'],
  ['CP-073', 'phone', '2026-01-01 10:00', '2026-01-01 24:00'],
  ['CP-071', 'letter', '2025-12-31 16:00', '2026-01-05 18:00'],
  ['CP-075', 'forum', '2025-12-31 18:00', '2026-01-04 24:00'],
  // Spring Festival 2026: Saturday 14 February made up, 15 to 23 off, Saturday 28 made up
  ['CP-073', 'visit', '2026-02-17 10:00', '2026-02-17 24:00'],
  ['CP-071', 'email', '2026-02-12 10:00', '2026-02-14 18:00'],
  ['CP-071', 'email', '2026-02-13 10:00', '2026-02-24 18:00'],
  ['CP-071', 'email', '2026-02-17 10:00', '2026-02-25 18:00'],
  ['CP-071', 'email', '2026-02-26 10:00', '2026-02-28 18:00'],
  ['CP-075', 'forum', '2026-02-14 17:59', '2026-02-14 24:00'],
  ['CP-075', 'forum', '2026-02-14 18:00', '2026-02-24 24:00'],
  // the 31st
  ['CP-070', 'phone', '2026-08-31 23:59', '2026-08-31 24:00'],
  ['CP-071', 'letter', '2026-07-31 10:00', '2026-08-04 18:00'],
] as const)('%s by the announced days a complaint by %s of %s is answered by %s', (_rule, channel, when, deadline) => {
  expect(replyDeadline(announced, received(channel, when))).toMatchObject({ due: at(deadline), missing: false })
})

test.each([
  ['CP-071', 'email', '2026-12-31 10:00', '2027-01-05 18:00'],
  ['CP-071', 'email', '2027-01-29 10:00', '2027-02-01 18:00'],
  ['CP-071', 'email', '2027-02-04 10:00', '2027-02-15 18:00'],
  ['CP-075', 'forum', '2027-02-04 18:00', '2027-02-14 24:00'],
  // 29 February 2028 is a Tuesday
  ['CP-070', 'phone', '2028-02-29 10:00', '2028-02-29 24:00'],
  ['CP-071', 'letter', '2028-02-28 10:00', '2028-03-01 18:00'],
  ['CP-075', 'forum', '2028-02-29 18:00', '2028-03-01 24:00'],
] as const)('%s by entered days a complaint by %s of %s is answered by %s', (_rule, channel, when, deadline) => {
  expect(replyDeadline(entered, received(channel, when))).toMatchObject({ due: at(deadline), missing: false })
})

test('CP-075 a post that leans on days nobody has entered says so', () => {
  expect(replyDeadline(announced, received('forum', '2026-12-31 18:00')).missing).toBe(true)
  expect(replyDeadline(announced, received('forum', '2026-12-31 17:59')).missing).toBe(false)
  expect(replyDeadline({ ...announced, knownThrough: null }, received('email', '2026-11-20 10:00')).missing).toBe(true)
})

const channel = fc.constantFrom(...Object.keys(DEFAULT_REPLY_SETTINGS.spans).filter(isChannel))
function isChannel(name: string): name is ReplyChannel {
  return name in DEFAULT_REPLY_SETTINGS.spans
}
const instant = fc
  .integer({ min: Date.UTC(2026, 7, 1), max: Date.UTC(2027, 1, 1) })
  .map((ms) => new Date(ms).toISOString())
const wanted = fc.option(instant, { nil: undefined })

test('CP-072 CP-073 no deadline lies before the start, and a later receipt is never due earlier', () => {
  fc.assert(
    fc.property(channel, instant, instant, wanted, (by, a, b, senderWants) => {
      const [first = '', second = ''] = [a, b].sort()
      const early = replyDeadline(cal, { channel: by, receivedAt: first, senderWants })
      const late = replyDeadline(cal, { channel: by, receivedAt: second, senderWants })
      expect(early.due >= early.start).toBe(true)
      expect(late.due >= early.due).toBe(true)
    }),
  )
})

test('CP-081 the binding deadline is the earliest, whatever the order of the receipts', () => {
  const receipts = fc.array(fc.record({ channel, receivedAt: instant, senderWants: wanted }), {
    minLength: 1,
    maxLength: 6,
  })
  fc.assert(
    fc.property(receipts, (list) => {
      const [first, ...rest] = list
      if (!first) return
      const dues = list.map((receipt) => replyDeadline(cal, receipt).due).sort()
      expect(bindingDeadline(cal, [first, ...rest]).due).toBe(dues[0])
    }),
  )
})
