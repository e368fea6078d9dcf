import fc from 'fast-check'
import { expect, test } from 'vitest'
import { RegisterMatter } from '#contract/matters.ts'
import { isRefusal } from '#contract/refusal.ts'
import { DEFAULT_SETTINGS } from '#platform/settings/settings.ts'
import { checkTimes, flagsOf, titleOf } from './register.rules.ts'

const now = '2026-11-20T08:00:00.000Z'
const intake = (more: object) =>
  RegisterMatter.parse({ contactType: 'complaint', channel: 'phone', customerSaid: '保安态度差', ...more })

test('FD-401 the time of collecting may be before the time of logging, never after it', () => {
  expect(checkTimes({ collectedAt: '2026-11-19T22:00:00+08:00' }, now)).toEqual({
    collectedAt: '2026-11-19T14:00:00.000Z',
    receivedAt: '2026-11-19T14:00:00.000Z',
  })
  expect(checkTimes({ collectedAt: '2026-11-20T09:00:00.000Z' }, now)).toMatchObject({
    code: 'E_TIME_FUTURE',
    field: 'body.receivedAt',
  })
  expect(checkTimes({ receivedAt: '2024-01-01T00:00:00.000Z' }, now)).toMatchObject({ code: 'E_TIME_RANGE' })
})

test('FD-401 what a phone collected is taken whatever its clock says; a time that cannot be counts as now', () => {
  const phone = (collectedAt: string) => checkTimes({ collectedAt, clockOffMs: 0 }, now)
  expect(phone('2026-11-20T07:10:00.000Z')).toMatchObject({ collectedAt: '2026-11-20T07:10:00.000Z' })
  for (const at of ['2026-11-20T11:00:00.000Z', '2020-01-01T00:00:00.000Z'])
    expect(phone(at)).toEqual({ collectedAt: now, receivedAt: now })
})

test('a desk clock that runs a minute ahead is no error, and no time in the future is kept', () => {
  expect(checkTimes({ receivedAt: '2026-11-20T08:01:00.000Z' }, now)).toEqual({ receivedAt: now, collectedAt: now })
})

test('CP-091 a demand of 1000.00 yuan makes a complaint possibly major, one of 999.99 does not', () => {
  const flags = (claimFen: number) =>
    flagsOf(intake({ complaint: { feeling: '气愤', wish: '赔偿', claimFen } }), DEFAULT_SETTINGS)
  expect(flags(100_000)).toContain('majorSuspected')
  expect(flags(99_999)).not.toContain('majorSuspected')
})

test('CP-099 three persons at one visit are a group, two are not', () => {
  const flags = (persons: number) =>
    flagsOf(intake({ complaint: { feeling: '气愤', wish: '整改', persons } }), DEFAULT_SETTINGS)
  expect(flags(3)).toContain('groupComplaint')
  expect(flags(2)).not.toContain('groupComplaint')
})

test('CP-035 a complaint about a neighbour is marked, so that nobody presses for name or room', () => {
  expect(
    flagsOf(intake({ complaint: { feeling: '烦', wish: '安静', aboutNeighbour: true } }), DEFAULT_SETTINGS),
  ).toContain('aboutNeighbour')
  const guessed = (categoryInitial: string) =>
    flagsOf(intake({ complaint: { feeling: '烦', wish: '安静', categoryInitial } }), DEFAULT_SETTINGS)
  expect(guessed('C6.1')).toContain('aboutNeighbour')
  expect(guessed('C4.6')).not.toContain('aboutNeighbour')
})

test('a title is the first sentence, cut by characters and never inside one', () => {
  expect(titleOf({ customerSaid: '厨房漏水。楼下也湿了' })).toBe('厨房漏水')
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }), (said) => {
      const title = titleOf({ customerSaid: said })
      expect([...title].length).toBeLessThanOrEqual(40)
      expect(title.isWellFormed()).toBe(said.isWellFormed())
    }),
  )
})

test('CP-037 intake has no field for a cause, and an unknown field is refused', () => {
  expect(
    RegisterMatter.safeParse({ contactType: 'enquiry', channel: 'phone', customerSaid: '停车', cause: 'x' }).success,
  ).toBe(false)
  expect(isRefusal(checkTimes({}, now))).toBe(false)
})
