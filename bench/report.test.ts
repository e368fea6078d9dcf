import { expect, test } from 'vitest'
import { type Figure, isMet, short, tableOf } from './report.ts'

const slow: Figure = { what: 'board', value: 31, unit: 'ms', aim: { most: 30 } }
const fast: Figure = { what: 'create', value: 0.6, unit: '', aim: { least: 0.6 } }
const told: Figure = {
  what: 'memory',
  value: 123.456,
  unit: 'MB',
  spread: { count: 9, p50: 1, p95: 2.345, p99: 3, most: 4 },
}

test('an aim is met at its very value, and from the right side', () => {
  expect(isMet(slow)).toBe(false)
  expect(isMet({ ...slow, value: 30 })).toBe(true)
  expect(isMet(fast)).toBe(true)
  expect(isMet({ ...fast, value: 0.59 })).toBe(false)
  expect(isMet(told)).toBeUndefined()
})

test('numbers are told with three digits', () => {
  expect([short(0.123456), short(12.345), short(1234.5), short(350)]).toEqual(['0.123', '12.3', '1235', '350'])
})

test('the table sets value, aim and verdict side by side and keeps its columns', () => {
  const lines = tableOf([slow, fast, told]).split('\n')
  expect(lines).toHaveLength(5)
  expect(lines[2]).toMatch(/^board\s+31 ms\s+<= 30 ms\s+MISSED$/)
  expect(lines[3]).toMatch(/^create\s+0\.6\s+>= 0\.6\s+met$/)
  expect(lines[4]).toMatch(/^memory\s+123 MB\s+-\s+1\s+2\.35\s+3\s+4\s+9$/)
  expect(lines[2]?.indexOf('31 ms')).toBe((lines[4]?.indexOf('123 MB') ?? 0) + 1)
})
