import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normaliseUnitQuery } from './unit-query.rules.ts'

test.each([
  ['3-2-1203', { exact: ['3-2-1203'] }],
  ['3-2-12', { prefixes: ['3-2-12'] }],
  ['3栋2单元', { exact: [], prefixes: ['3-2-'] }],
  ['3栋', { exact: [], prefixes: ['3-'] }],
  ['三栋二单', { prefixes: ['3-2-'] }],
  ['3-', { prefixes: ['3-'] }],
  ['3-2', { prefixes: ['3-2', '3-2-'], inBuilding: [{ building: '3', room: '2' }] }],
  ['3栋1203', { exact: ['3-1203'], inBuilding: [{ building: '3', room: '1203' }] }],
  ['321203', { exact: ['3-2-1203', '32-1203', '32-1-203'] }],
  ['1203', { rooms: ['1203'] }],
  ['2单元1203', { rooms: ['1203'] }],
  ['a座12', { exact: ['A-12'] }],
  ['商铺', { prefixes: ['S-'] }],
  ['s-1', { exact: ['S-1'], prefixes: ['S-1'] }],
])('omnibox: %s', (text, expected) => {
  expect(normaliseUnitQuery(text)).toMatchObject(expected)
})

test('omnibox: a phone, a long text and nothing are no rooms', () => {
  const none = { exact: [], prefixes: [], inBuilding: [], rooms: [] }
  expect(normaliseUnitQuery('19900001000')).toEqual(none)
  expect(normaliseUnitQuery('房'.repeat(41))).toEqual(none)
  expect(normaliseUnitQuery('  ')).toEqual(none)
})

test('omnibox: while a room is typed, what was typed so far always leads to it', () => {
  const b = fc.integer({ min: 1, max: 40 })
  const s = fc.integer({ min: 1, max: 6 })
  const r = fc.integer({ min: 101, max: 3312 }).filter((n) => n % 100 > 0)
  const habits = [
    (x: number, y: number, z: number) => `${x}-${y}-${z}`,
    (x: number, y: number, z: number) => `${x}栋${y}单元${z}`,
  ]
  fc.assert(
    fc.property(b, s, r, fc.constantFrom(...habits), fc.nat(), (x, y, z, habit, cut) => {
      const key = `${x}-${y}-${z}`
      const whole = habit(x, y, z)
      const typed = whole.slice(0, 1 + (cut % whole.length))
      const { exact, prefixes, inBuilding, rooms } = normaliseUnitQuery(typed)
      const found =
        exact.includes(key) ||
        prefixes.some((prefix) => key.startsWith(prefix)) ||
        inBuilding.some((one) => one.building === String(x) && String(z).startsWith(one.room)) ||
        rooms.some((room) => String(z).startsWith(room))
      expect(found, typed).toBe(true)
    }),
    { numRuns: 1000 },
  )
})
