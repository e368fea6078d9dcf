import { expect, test } from 'vitest'
import { positionOf, positionText } from './position.rules.ts'

test('FD-770 a position is taken as a map gives it, and nothing else for one', () => {
  const shanghai = { latitude: 31.2304, longitude: 121.4737 }
  for (const typed of ['31.2304, 121.4737', '31.2304，121.4737', ' 31.2304 121.4737 ', positionText(shanghai)])
    expect([typed, positionOf(typed)]).toEqual([typed, shanghai])
  expect(positionOf('-33.86, 151.21')).toEqual({ latitude: -33.86, longitude: 151.21 })
  for (const typed of ['', '31.2304', '31.2304,', 'N31, E121', '31.2, 121.4, 5', '1e3, 2'])
    expect([typed, positionOf(typed)]).toEqual([typed, undefined])
  expect([positionText(null), positionText(shanghai)]).toEqual(['', '31.23040, 121.47370'])
})
