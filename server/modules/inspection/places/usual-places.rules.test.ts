import { expect, test } from 'vitest'
import { usualPlaces } from './usual-places.rules.ts'

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
