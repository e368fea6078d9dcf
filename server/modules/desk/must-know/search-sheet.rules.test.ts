import { expect, test } from 'vitest'
import { MUST_KNOW_WORDS, mustKnowTexts } from '#content/texts/desk-server.ts'
import { completeSheet } from '#test/must-know-sheet.ts'
import { searchSheet } from './search-sheet.rules.ts'
import { fieldsOf } from './sheet-fields.rules.ts'

const fields = fieldsOf(completeSheet()).map((f) => {
  const text = (mustKnowTexts as Record<string, { zh: string; en: string }>)[`mustKnow.${f.key}`]
  return { ...f, labels: text ? [text.zh, text.en] : [], words: MUST_KNOW_WORDS[f.key] ?? [] }
})
const search = (q: string, tokens: string[] = []) => searchSheet(fields, q, tokens).map((f) => f.name ?? f.key)

test('FD-025 a keyword finds its field by name, by label and by what it says', () => {
  expect(search('燃气抢修')).toEqual(['燃气抢修'])
  expect(search('容积率')).toEqual(['overview.plotRatio'])
  expect(search('plot ratio')).toEqual(['overview.plotRatio'])
  expect(search('地铁')).toEqual(['facilities.transport'])
  expect(search('光纤')).toEqual(['宽带怎么报装'])
})

test('FD-025 what is called so comes before what only mentions it', () => {
  expect(search('泳池')[0]).toBe('泳池')
  expect(search('停车').slice(0, 1)).not.toEqual(['facilities.security'])
})

test('FD-025 several words narrow, a sentence falls into its words, width and case do not matter', () => {
  expect(search('高层 3.20')).toEqual(['高层住宅'])
  expect(search('ＰＬＯＴ Ratio')).toEqual(['overview.plotRatio'])
  expect(search('请问派出所的电话是多少')[0]).toBe('派出所')
  expect(search('你们小区一共有多少户')[0]).toBe('overview.households')
  expect(search('临时停车怎么收费')[0]).toBe('临时停车')
  expect(search('附近有小学吗')[0]).toBe('facilities.education')
  expect(search('物业怎么收', ['物业', '怎么', '收'])[0]).toBe('高层住宅')
})

test('FD-025 never more than one screen, and nothing for what the sheet does not know', () => {
  expect(search('元').length).toBeLessThanOrEqual(12)
  expect(search('游艇泊位', ['游艇', '泊位'])).toEqual([])
})
