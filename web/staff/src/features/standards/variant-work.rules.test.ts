import { expect, test } from 'vitest'
import { resources } from '#content/texts/index.ts'
import { startI18n, textNow } from '#ui/i18n.ts'
import { isChanged, readWork, Work, workOf } from './variant-work.rules.ts'

startI18n(resources('zh'), 'zh')

const shown = {
  version: 3,
  traits: ['glass-door' as const, 'stone-floor' as const],
  standing: [],
  off: { 'T01-P-02': '外包', 'T01-P-01': '未设岗' },
  added: [],
  changed: { 'T02-F-09': { severity: 'minor' as const, frequency: 'daily' as const } },
}

test('what is written anew as it was is no change, in whatever order; another reason is one', () => {
  const again = {
    ...workOf(shown),
    traits: shown.traits.toReversed(),
    off: { 'T01-P-01': '未设岗', 'T01-P-02': '外包' },
    changed: { 'T02-F-09': { frequency: 'daily' as const, severity: 'minor' as const } },
  }
  expect(again.base).toBe(3)
  expect(isChanged(again, shown)).toBe(false)
  expect(isChanged({ ...again, off: { ...again.off, 'T01-P-02': '' } }, shown)).toBe(true)
  expect(isChanged({ ...again, off: {} }, shown)).toBe(true)
})

test('a range with one end is kept as it is typed and asked for beside its item; one turned round too', () => {
  const typed = (value: [number | null, number | null]) => ({
    ...workOf(shown),
    changed: { 'T02-F-09': { threshold: { metric: 'lux', op: 'range' as const, value, unit: 'lx' } } },
  })
  const faults = (value: [number | null, number | null]) => [...readWork(textNow, typed(value), null).faults]
  expect(Work.parse(typed([50, null]))).toEqual(typed([50, null]))
  expect(faults([50, null])).toEqual([['T02-F-09', '限值没有填完：区间须有下限和上限，其他方式须有数值']])
  expect(faults([50, 0])).toEqual([['T02-F-09', '下限不能大于上限']])
  expect(faults([50, 150])).toEqual([])
  const blank = readWork(textNow, { ...workOf(shown), off: { 'T01-P-02': ' ' } }, null)
  expect([blank.body, ...blank.faults]).toEqual([undefined, ['T01-P-02', '请填写']])
  expect(readWork(textNow, workOf(shown), '外包').body).toMatchObject({ version: 3, note: '外包' })
})
