import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isTooLarge, scaled, stampLayout, stampLines } from './photo.rules.ts'

const side = fc.integer({ min: 1, max: 20_000 })

test('a photo keeps its shape within the longest side and is never made larger', () => {
  expect(scaled({ width: 4000, height: 3000 }, 1600)).toEqual({ width: 1600, height: 1200 })
  expect(scaled({ width: 640, height: 480 }, 1600)).toEqual({ width: 640, height: 480 })
  fc.assert(
    fc.property(side, side, (width, height) => {
      const small = scaled({ width, height }, 1600)
      expect(Math.max(small.width, small.height)).toBeLessThanOrEqual(1600)
      expect(Math.min(small.width, small.height)).toBeGreaterThan(0)
      expect(small.width).toBeLessThanOrEqual(width)
    }),
  )
})

test('a photo of the largest cameras is opened, a file of a hundred megabytes is not', () => {
  expect(isTooLarge(50 * 1024 * 1024)).toBe(false)
  expect(isTooLarge(100_000_000)).toBe(true)
})

test('the stamp can be read and leaves the picture', () => {
  const { font, band } = stampLayout({ width: 1600, height: 1200 }, 2)
  expect(font).toBeGreaterThanOrEqual(28)
  expect(band).toBeLessThan(1200 / 5)
})

test('the stamp says when a photo was taken, by whom, and where', () => {
  const lines = stampLines({ time: '2026-11-30 09:41', inspector: '张工', estate: '翠湖花园', place: '3栋2单元电梯' })
  expect(lines).toEqual(['2026-11-30 09:41  张工', '翠湖花园  3栋2单元电梯'])
})
