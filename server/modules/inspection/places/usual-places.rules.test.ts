import { expect, test } from 'vitest'
import { TOUCHPOINTS } from '#contract/complaint-categories.ts'
import { BUILDING_TOUCHPOINTS, PLACE_KINDS } from '#contract/places.ts'
import { placesOfEstate, usualPlaces } from './usual-places.rules.ts'

const building = { id: 'b3', code: '3', name: '3栋', floors: 12, sections: ['1', '2'] }

test('a building of two sections has a door, a lobby and a lift in each, and a corridor every third floor', () => {
  const places = usualPlaces([building], ['T08', 'T11', 'T12', 'T13'], 3)
  expect(places).toHaveLength(2 * (3 + 4))
  expect(places.map((p) => p.code)).toContain('3-2-L')
  expect(places.find((p) => p.code === '3-1-12F')).toMatchObject({
    name: '3栋1单元12层楼道',
    touchpoint: 'T13',
    floor: 12,
  })
  expect(new Set(places.map((p) => p.code)).size).toBe(places.length)
})

test('a building without sections or without known floors has what it can have', () => {
  expect(usualPlaces([{ ...building, sections: [], floors: null }], ['T12', 'T13'], 3)).toEqual([
    { touchpoint: 'T12', code: '3-L', name: '3栋电梯', buildingId: 'b3', floor: null, sort: 1 },
  ])
})

test('the usual places are met at each of the twenty touchpoints, once each, and each kind has its own', () => {
  const ofEstate = placesOfEstate({}, [])
  const all = [...ofEstate, ...usualPlaces([building], [...BUILDING_TOUCHPOINTS], 3)]
  expect(new Set(all.map((p) => p.touchpoint))).toEqual(new Set(TOUCHPOINTS))
  expect(new Set(all.map((p) => p.code)).size).toBe(all.length)
  expect(new Set(ofEstate.map((p) => p.kind))).toEqual(new Set(PLACE_KINDS))
  expect(ofEstate.filter((p) => p.kind === 'wall').map((p) => p.name)).toEqual([
    '东侧围墙',
    '南侧围墙',
    '西侧围墙',
    '北侧围墙',
  ])
})

test('so many of a touchpoint as are there are proposed no more, under whatever name; a place of a building is none of them', () => {
  const there = [
    { code: '东门-人', name: '东门', touchpoint: 'T01', buildingId: null },
    { code: '墙-北', name: '北侧围墙', touchpoint: 'T06', buildingId: null },
    { code: '墙-角', name: '河边围墙', touchpoint: 'T06', buildingId: null },
    { code: '1-1-M', name: '1栋单元门', touchpoint: 'T08', buildingId: 'b1' },
  ]
  const rows = placesOfEstate({ gate: 2, yardGate: 1, road: 1, square: 0 }, there)
  const of = (kind: string) => rows.filter((p) => p.kind === kind).map(({ code, there: known }) => [code, known])
  expect(of('gate')).toEqual([
    ['人行门1', true],
    ['人行门2', false],
  ])
  expect(of('wall')).toEqual([
    ['围墙东', true],
    ['围墙南', false],
    ['围墙西', false],
    ['围墙北', true],
  ])
  expect([of('yardGate'), of('square')]).toEqual([[['苑门', false]], []])
})
