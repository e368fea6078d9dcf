import { expect, test } from 'vitest'
import { resources } from '#content/texts/index.ts'
import { startI18n, textNow } from '#ui/i18n.ts'
import { readWork, Work } from './typed-work.ts'

startI18n(resources('zh'), 'zh')
const work = { base: 3, traits: [], standing: [], off: { 'T01-P-02': '外包' }, added: [], changed: {} }

test('a range with one end is kept as it is typed and asked for beside its item; one turned round too', () => {
  const typed = (value: [number | null, number | null]) => ({
    ...work,
    changed: { 'T02-F-09': { threshold: { metric: 'lux', op: 'range' as const, value, unit: 'lx' } } },
  })
  const faults = (value: [number | null, number | null]) => [...readWork(textNow, typed(value), null).faults]
  expect(Work.parse(typed([50, null]))).toEqual(typed([50, null]))
  expect(faults([50, null])).toEqual([['T02-F-09', '限值没有填完：区间须有下限和上限，其他方式须有数值']])
  expect(faults([50, 0])).toEqual([['T02-F-09', '下限不能大于上限']])
  expect(faults([50, 150])).toEqual([])
  const blank = readWork(textNow, { ...work, off: { 'T01-P-02': ' ' } }, null)
  expect([blank.body, ...blank.faults]).toEqual([undefined, ['T01-P-02', '请填写']])
  expect(readWork(textNow, work, '外包').body).toMatchObject({ version: 3, note: '外包' })
})
