import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, periodEnd } from '#platform/calendar/dates.rules.ts'
import { dayBeforeWindow, type HotSettings, judgeHot, type Voice } from './hot.rules.ts'

const SETTINGS: HotSettings = { persons: 3, group: 3, months: 1, distinctBy: 'person' }
const BY_HOME: HotSettings = { ...SETTINGS, distinctBy: 'household' }

/** `A 2026-10-25` is a voice of A; `?` one that nobody can tell; `A+1` came with somebody; `A@3` lives in room 3. */
const voice = (text: string): Voice => {
  const [, who = '', more = '', room, date = '', time = '10:00'] =
    text.match(/^(\w+|\?)(?:\+(\d+))?(?:@(\w+))? (\S+)(?: (\S+))?$/) ?? []
  return {
    at: `${date}T${time}:00.000Z`,
    localDate: date,
    personKey: who === '?' ? null : `customer:${who}`,
    unitId: room ?? null,
    persons: 1 + Number(more || 0),
    anonymous: who === '?',
  }
}
const judge = (texts: string[], settings = SETTINGS) => judgeHot(texts.map(voice), settings)

test('CP-096 25 October, 10 and 24 November are hot, and the third voice is the trigger', () => {
  expect(judge(['A 2026-10-25', 'B 2026-11-10', 'C 2026-11-24 15:30'])).toEqual({
    hot: true,
    possibly: false,
    trigger: '2026-11-24T15:30:00.000Z',
    persons: 3,
    times: 3,
    oneHousehold: false,
    because: 'persons',
  })
})

test('CP-096 24 October, 10 and 24 November are not hot', () => {
  expect(judge(['A 2026-10-24', 'B 2026-11-10', 'C 2026-11-24'])).toMatchObject({
    hot: false,
    possibly: false,
    trigger: null,
    persons: 3,
    because: null,
  })
})

test('CP-096 the same person is one however often they call', () => {
  const often = judge(['A 2026-11-10', 'A 2026-11-12', 'A 2026-11-12', 'A 2026-11-24'])
  expect(often).toMatchObject({ hot: false, possibly: false, persons: 1, times: 4 })
  expect(judge(['A 2026-11-10', 'A 2026-11-11', 'B 2026-11-24']).hot).toBe(false)
})

test('CP-096 three of one household are hot by person, with the note, and not by household', () => {
  const family = ['A@r1 2026-11-10', 'B@r1 2026-11-12', 'C@r1 2026-11-24']
  expect(judge(family)).toMatchObject({ hot: true, oneHousehold: true, because: 'persons' })
  expect(judge(family, BY_HOME)).toMatchObject({ hot: false, possibly: false, trigger: null, persons: 3, times: 3 })
  const neighbours = ['A@r1 2026-11-10', 'B@r1 2026-11-12', 'C@r2 2026-11-20', 'D@r3 2026-11-24']
  expect(judge(neighbours, BY_HOME)).toMatchObject({
    hot: true,
    oneHousehold: false,
    trigger: voice('D 2026-11-24').at,
  })
  expect(judge(neighbours)).toMatchObject({ hot: true, oneHousehold: false, trigger: voice('C 2026-11-20').at })
})

test('CP-096 three without a known room are no household', () => {
  expect(judge(['A 2026-11-10', 'B 2026-11-12', 'C 2026-11-24']).oneHousehold).toBe(false)
  expect(judge(['A@r1 2026-11-10', 'B@r1 2026-11-12', 'C 2026-11-24']).oneHousehold).toBe(false)
})

test('CP-096 by household somebody who once left their room out is still of that room', () => {
  expect(judge(['A@r1 2026-11-10', 'A 2026-11-12', 'B@r2 2026-11-24'], BY_HOME).hot).toBe(false)
  const nameless = { ...voice('? 2026-11-12'), anonymous: false, unitId: 'r3' }
  const more = [voice('A@r1 2026-11-10'), nameless, voice('B@r2 2026-11-24')]
  expect(judgeHot(more, BY_HOME)).toMatchObject({ hot: true })
  expect(judgeHot(more, SETTINGS)).toMatchObject({ hot: false, possibly: true })
})

test.each([
  ['month end', '2027-03-31', '2027-02-28'],
  ['month end of a leap year', '2028-03-31', '2028-02-29'],
  ['leap day', '2028-02-29', '2028-01-29'],
  ['the day after the leap day', '2028-03-01', '2028-02-01'],
  ['31st after a month of 30 days', '2026-12-31', '2026-11-30'],
  ['turn of the year', '2027-01-15', '2026-12-15'],
  ['New Year', '2027-01-01', '2026-12-01'],
])('CP-096 %s: a window that ends on %s begins the day after %s', (_case, latest, before) => {
  expect(dayBeforeWindow(latest, 1)).toBe(before)
  expect(judge([`A ${before}`, `B ${latest}`, `C ${latest}`]).hot).toBe(false)
  expect(judge([`A ${addDays(before, 1)}`, `B ${latest}`, `C ${latest}`]).hot).toBe(true)
})

test('CP-096 the window is as long as a month is everywhere else in the house', () => {
  const day = fc.integer({ min: 0, max: 3_000 }).map((n) => addDays('2026-01-01', n))
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 45 }), fc.integer({ min: 1, max: 12 }), (first, later, months) => {
      const latest = addDays(first, later + (months - 1) * 30)
      expect(first > dayBeforeWindow(latest, months)).toBe(latest <= periodEnd(first, months))
    }),
  )
})

test('CP-096 what was hot a month ago is still found, with the voice of then', () => {
  const then = ['A 2026-08-01', 'B 2026-08-05', 'C 2026-08-09']
  expect(judge([...then, 'A 2026-11-24'])).toMatchObject({ hot: true, trigger: voice('C 2026-08-09').at, times: 4 })
  // voices that were put together later come in any order
  expect(judge(['A 2026-11-24', ...then.toReversed()])).toMatchObject({ hot: true, trigger: voice('C 2026-08-09').at })
})

test('CP-096 the number of persons and of months are settings', () => {
  const two = ['A 2026-09-24', 'B 2026-11-23']
  expect(judge(two, { ...SETTINGS, persons: 2, months: 2 }).hot).toBe(true)
  expect(judge(two, { ...SETTINGS, persons: 2, months: 1 }).hot).toBe(false)
  expect(judge(['A 2026-11-01', 'B 2026-11-02', 'C 2026-11-03'], { ...SETTINGS, persons: 4 }).hot).toBe(false)
})

test('CP-098 an anonymous voice never makes it hot, only possibly hot', () => {
  expect(judge(['A 2026-11-10', 'B 2026-11-12', '? 2026-11-24'])).toMatchObject({
    hot: false,
    possibly: true,
    trigger: null,
    persons: 2,
    because: 'unknownVoices',
  })
  expect(judge(['? 2026-11-10', '? 2026-11-12', '? 2026-11-24'])).toMatchObject({
    hot: false,
    possibly: true,
    persons: 1,
  })
  expect(judge(['A 2026-11-10', '? 2026-11-24'])).toMatchObject({ hot: false, possibly: false, persons: 1 })
  expect(judge(['A 2026-10-01', 'B 2026-11-12', '? 2026-11-24']).possibly).toBe(false)
})

test('CP-098 an anonymous voice whose account or telephone differs counts as somebody else', () => {
  const byAccount = { ...voice('x 2026-11-24'), personKey: 'account:sunny88', anonymous: true }
  expect(judgeHot([voice('A 2026-11-10'), voice('B 2026-11-12'), byAccount], SETTINGS).hot).toBe(true)
})

test('CP-098 a companion whom nobody named may be anybody: possibly hot, and a pair that comes twice is a pair', () => {
  expect(judge(['A+1 2026-11-10', 'B 2026-11-12'])).toMatchObject({ hot: false, possibly: true, persons: 3, times: 2 })
  expect(judge(['A+1 2026-11-10', 'A+1 2026-11-12'])).toMatchObject({ hot: false, possibly: false, persons: 2 })
  expect(judge(['A+1@r1 2026-11-10', 'B@r2 2026-11-12'], BY_HOME).possibly).toBe(false)
})

test('CP-099 one contact of three makes it hot at once, whoever signed', () => {
  expect(judge(['?+2 2026-11-24 08:15'])).toMatchObject({
    hot: true,
    trigger: '2026-11-24T08:15:00.000Z',
    persons: 3,
    times: 1,
    because: 'group',
  })
  expect(judge(['A+2@r1 2026-11-24'], BY_HOME)).toMatchObject({ hot: true, because: 'group', oneHousehold: false })
  expect(judge(['A+1 2026-11-24']).hot).toBe(false)
  expect(judge(['?+2 2026-11-24'], { ...SETTINGS, group: 4 })).toMatchObject({ hot: false, possibly: true })
})

test('CP-099 the group that came first is the trigger, not the third person after it', () => {
  const verdict = judge(['A 2026-11-01', 'B+4 2026-11-03', 'C 2026-11-05'])
  expect(verdict).toMatchObject({ because: 'group', trigger: voice('B 2026-11-03').at, persons: 7, times: 3 })
})

test('CP-123 five neighbours, one of them twice, are five persons and six times', () => {
  const calls = ['A', 'B', 'C', 'D', 'E', 'B'].map((who, i) => `${who} 2026-11-0${i + 1}`)
  expect(judge(calls)).toMatchObject({ hot: true, trigger: voice('C 2026-11-03').at, persons: 5, times: 6 })
})

test('CP-095 no voice at all is not hot', () => {
  expect(judge([])).toMatchObject({ hot: false, possibly: false, persons: 0, times: 0 })
})

test('CP-095 hot is never taken back by a further voice, and no order of the voices changes it', () => {
  const one = fc.record({
    who: fc.constantFrom('A', 'B', 'C', 'D', '?'),
    day: fc.integer({ min: 0, max: 80 }),
    more: fc.integer({ min: 0, max: 3 }),
    room: fc.constantFrom('@r1', '@r2', ''),
  })
  const voices = fc
    .array(one, { maxLength: 8 })
    .map((list) => list.map(({ who, day, more, room }) => voice(`${who}+${more}${room} ${addDays('2026-10-01', day)}`)))
  fc.assert(
    fc.property(voices, (list) => {
      const verdict = judgeHot(list, SETTINGS)
      expect(verdict.hot && verdict.possibly).toBe(false)
      expect(verdict.hot).toBe(verdict.trigger !== null)
      const fewer = judgeHot(list.slice(1), SETTINGS)
      if (fewer.hot) expect(verdict.hot).toBe(true)
      expect(judgeHot([...list].reverse(), SETTINGS)).toMatchObject({ hot: verdict.hot, trigger: verdict.trigger })
    }),
  )
})
