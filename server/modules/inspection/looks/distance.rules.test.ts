import { expect, test } from 'vitest'
import { metresBetween } from './distance.rules.ts'

test('FD-770 how far from its place somebody stood', () => {
  const gate = { latitude: 31.2304, longitude: 121.4737 }
  expect(metresBetween(gate, gate)).toBe(0)
  // a thousandth of a degree to the north is 111 m everywhere, to the east 95 m in Shanghai
  expect(metresBetween(gate, { ...gate, latitude: 31.2314 })).toBe(111)
  expect(metresBetween(gate, { ...gate, longitude: 121.4747 })).toBe(95)
  // from Shanghai to Beijing, as an atlas says, some 1,067 km
  expect(metresBetween(gate, { latitude: 39.9042, longitude: 116.4074 }) / 1000).toBeCloseTo(1067, -1)
  expect(metresBetween({ latitude: 0, longitude: 0 }, { latitude: 0, longitude: 180 })).toBe(20_015_087)
})
