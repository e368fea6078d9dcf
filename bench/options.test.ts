import { expect, test } from 'vitest'
import { readOptions } from './options.ts'

test('without an option the whole company is measured, beside one of a hundredth', () => {
  const plain = { control: 10, complaints: 0, inspection: false }
  expect(readOptions([])).toEqual({ scale: 1, estates: 1_000, ...plain })
  expect(readOptions(['--scale', '0.1'])).toEqual({ scale: 0.1, estates: 100, ...plain })
  expect(readOptions(['--scale=0.01'])).toEqual({ scale: 0.01, estates: 10, ...plain })
})

test('complaints are measured beside a tenth of them', () => {
  expect(readOptions(['--complaints', '--scale', '0.1'])).toEqual({
    scale: 0.1,
    estates: 100,
    control: 10,
    complaints: 5_000,
    inspection: false,
  })
})

test('another scale or option is refused with what would be right', () => {
  expect(() => readOptions(['--scale', '2'])).toThrow('1, 0.1, 0.01')
  expect(() => readOptions(['--size', '1'])).toThrow('--size')
})

test('a year of looks is measured beside a tenth of it, and not together with the complaints', () => {
  expect(readOptions(['--inspection', '--scale', '0.1'])).toMatchObject({ estates: 100, control: 10, inspection: true })
  expect(() => readOptions(['--inspection', '--complaints'])).toThrow('one by one')
})
