import { expect, test } from 'vitest'
import { wordingOf } from './survey-wording.ts'

test('QM 4 a question is asked in the words written for it, else in words made from its name, in the language chosen', () => {
  const question = { zh: '借伞 $& 一把', en: 'Umbrellas' }
  const own = { ...question, withZh: '电梯里有空调，您觉得？', withoutEn: 'And without it?' }
  expect(wordingOf(question, 'f', 'zh')).toBe('如果做到：借伞 $& 一把，您的感受是？')
  expect(wordingOf(question, 'd', 'zh')).toBe('如果没有做到：借伞 $& 一把，您的感受是？')
  expect(wordingOf(own, 'f', 'zh')).toBe('电梯里有空调，您觉得？')
  expect(wordingOf(own, 'f', 'en')).toBe('How do you feel if this is so: Umbrellas?')
  expect(wordingOf(own, 'd', 'en')).toBe('And without it?')
  expect(wordingOf(own, 's', 'zh')).toContain('现在满意吗')
  expect(wordingOf(own, 'w', 'en')).toContain('How important')
})
