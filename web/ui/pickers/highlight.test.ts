import { expect, test } from 'vitest'
import { highlight } from './highlight.ts'

const marked = (text: string, query: string) =>
  highlight(text, query)
    .map(({ text: piece, hit }) => (hit ? `[${piece}]` : piece))
    .join('')

test('what was typed is marked, whatever habit of writing it came in', () => {
  expect(marked('3栋2单元1203', '3-2-1203')).toBe('[3]栋[2]单元[1203]')
  expect(marked('3栋2单元1203', '1203')).toBe('3栋2单元[1203]')
  expect(marked('粤B·12345', 'b123')).toBe('粤[B]·[123]45')
  expect(marked('张伟', '张')).toBe('[张]伟')
})

test('a part that is not there marks nothing and loses nothing', () => {
  expect(marked('张伟', 'zw')).toBe('张伟')
  expect(marked('138****1234', '1234')).toBe('138****[1234]')
  expect(marked('', '1')).toBe('')
})
