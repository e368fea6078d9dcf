import { expect, test } from 'vitest'
import { listTexts, listWords } from './list-words.ts'

test('names follow each other with the comma of the language', () => {
  expect(listWords('zh', ['大堂', '电梯'])).toBe('大堂、电梯')
  expect(listWords('en', ['Lobby', 'Lift'])).toBe('Lobby, Lift')
  expect(listWords('en', [])).toBe('')
})

test('a message that either may read has both', () => {
  const all = [
    { zh: '日报', en: 'Daily report' },
    { zh: '周报', en: 'Weekly report' },
  ]
  expect(listTexts(['王工', '李工'])).toEqual({ zh: '王工、李工', en: '王工, 李工' })
  expect(listTexts(all)).toEqual({ zh: '日报、周报', en: 'Daily report, Weekly report' })
})
