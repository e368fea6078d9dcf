import { expect, test } from 'vitest'
import { admit, sizeText } from './uploads.ts'

const MB = 1024 * 1024

test('files over the limit or beyond the number are refused, the others go up', () => {
  const limits = { maxFiles: 3, maxMb: 20 }
  expect(admit([{ size: 5 }, { size: 21 * MB }], 0, limits)).toEqual({ take: [0], refused: 'tooLarge' })
  expect(admit([{ size: 5 }, { size: 5 }], 2, limits)).toEqual({ take: [0], refused: 'tooMany' })
  expect(admit([{ size: 20 * MB }], 0, limits)).toEqual({ take: [0], refused: undefined })
})

test('sizes are told in the unit that people read', () => {
  expect([sizeText(500), sizeText(2048), sizeText(3.5 * MB)]).toEqual(['500 B', '2 KB', '3.5 MB'])
})
