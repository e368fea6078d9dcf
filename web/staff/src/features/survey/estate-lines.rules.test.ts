import { expect, test } from 'vitest'
import { readEstateLines } from './estate-lines.rules.ts'

const ESTATES = [
  { id: 'a', code: 'CH', name: '翠湖花园' },
  { id: 'b', code: 'YL-2', name: '云岭山庄' },
  { id: 'c', code: 'YL-3', name: '云岭山庄' },
]

test('estates are read from lines by code or name, each once, however they were typed', () => {
  expect(readEstateLines('ch\r\n\r\n 翠湖花园 \nＹＬ－２', ESTATES)).toEqual({ ids: ['a', 'b'], unclear: [] })
  // rows of a sheet: the code decides where a name does not
  expect(readEstateLines('1\tYL-3\t云岭山庄\n翠湖花园，深圳', ESTATES)).toEqual({ ids: ['c', 'a'], unclear: [] })
  expect(readEstateLines('', ESTATES)).toEqual({ ids: [], unclear: [] })
})

test('a line that names none or several is said with its number, and the others count', () => {
  expect(readEstateLines('CH\n不知何处\n\n云岭山庄', ESTATES)).toEqual({
    ids: ['a'],
    unclear: [
      { line: 2, text: '不知何处', why: 'unknown' },
      { line: 4, text: '云岭山庄', why: 'several' },
    ],
  })
})
