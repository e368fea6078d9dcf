import { expect, test } from 'vitest'
import { resources } from '#content/texts/index.ts'
import { startI18n, textNow } from '../i18n.ts'
import { measuredText } from './measured.ts'

startI18n(resources('zh'), 'zh')

test('FD-770 what was measured is said with its unit, a date as a day, a gauge as its zone, a count without a word', () => {
  const said = (value: number | boolean | string | null, unit: string | null) => measuredText(textNow, { value, unit })
  expect(said(26, 'degC')).toBe('26 ℃')
  expect(said(0, 'lx')).toBe('0 勒克斯')
  expect(said('2026-10-31', 'date')).toBe('2026-10-31')
  expect([said('normal-zone', 'gauge'), said('outside', 'gauge')]).toEqual(['在正常区', '不在正常区'])
  expect([said(2, 'notices'), said('偏低', null), said(false, null)]).toEqual(['2', '偏低', '否'])
  expect(said(null, 'degC')).toBeUndefined()
})
