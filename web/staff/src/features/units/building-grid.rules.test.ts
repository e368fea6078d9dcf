import { expect, test } from 'vitest'
import { countOccupancy, type GridUnit, gridOf, occupancyOf, placeOf } from './building-grid.rules.ts'

const person = { id: 'p', name: '王芳' }
const unit = (section: string | null, room: string, floor: number | null, part: Partial<GridUnit> = {}): GridUnit => ({
  id: `${section}-${room}`,
  section,
  room,
  floor,
  display: `${section}-${room}`,
  owners: [person],
  tenants: [],
  ...part,
})

test('rooms stand above one another: floors from the top, columns by what follows the floor', () => {
  const grid = gridOf([
    unit('1', '101', 1),
    unit('1', '102', 1),
    unit('1', '1001', 10),
    unit('2', '101', 1),
    unit('2', '201', 2),
  ])
  expect(grid.floors.map(({ floor }) => floor)).toEqual([10, 2, 1])
  expect(grid.columns).toEqual([
    { section: '1', place: '01' },
    { section: '1', place: '02' },
    { section: '2', place: '01' },
  ])
  expect(grid.sections).toEqual([
    { section: '1', span: 2 },
    { section: '2', span: 1 },
  ])
  expect(grid.floors[0]?.cells.map((cell) => cell?.[0]?.id)).toEqual(['1-1001', undefined, undefined])
  expect(grid.floors[2]?.cells.map((cell) => cell?.[0]?.id)).toEqual(['1-101', '1-102', '2-101'])
})

test('no unit is lost: what has no floor stands in a row of its own, two of one place share a square', () => {
  const units = [
    unit(null, '05', null),
    unit(null, '06', null),
    unit('1', '101', 1),
    { ...unit('1', '101', 1), id: 'b' },
  ]
  const grid = gridOf(units)
  const shown = grid.floors.flatMap(({ cells }) => cells.flatMap((cell) => cell ?? []))
  expect(shown).toHaveLength(units.length)
  expect(grid.floors.at(-1)?.floor).toBeNull()
})

test('a room that does not begin with its floor keeps its whole number as its column', () => {
  expect(placeOf({ room: '1203', floor: 12 })).toBe('03')
  expect(placeOf({ room: 'A05', floor: 3 })).toBe('A05')
  expect(placeOf({ room: '12', floor: 12 })).toBe('12')
  expect(placeOf({ room: '05', floor: null })).toBe('05')
})

test('a let flat is let although it has an owner, and names that may not be read are not guessed', () => {
  expect(occupancyOf({ owners: [person], tenants: [person] })).toBe('let')
  expect(occupancyOf({ owners: [person], tenants: [] })).toBe('owned')
  expect(occupancyOf({ owners: [], tenants: [] })).toBe('none')
  expect(occupancyOf({ owners: null, tenants: null })).toBe('hidden')
  expect(countOccupancy([unit('1', '101', 1), unit('1', '102', 1, { owners: [] })])).toEqual({
    owned: 1,
    let: 0,
    none: 1,
    hidden: 0,
  })
})
