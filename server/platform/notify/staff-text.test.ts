import { expect, test } from 'vitest'
import { staffText } from './staff-text.ts'

test('a notice is said in both languages, data as it is and words in the language of who reads', () => {
  const name = { zh: '每日点检', en: 'Daily check' }
  const { body, bodyEn } = staffText('inspection.called', { name, condition: { zh: '下雨', en: 'Rain' }, due: '10:00' })
  expect(body).toContain('每日点检')
  expect(body).toContain('下雨')
  expect(bodyEn).toContain('Daily check')
  expect(bodyEn).toContain('Rain')
  expect(bodyEn).not.toMatch(/[\u4e00-\u9fff]/)
  expect(() => staffText('nothing.such', {})).toThrow('no notice is called nothing.such')
})
