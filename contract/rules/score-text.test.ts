import { expect, test } from 'vitest'
import { sinceBeforeText, versionName } from './score-text.ts'

const t: Parameters<typeof sinceBeforeText>[0] = (key: string, params?: object) =>
  `${key} ${JSON.stringify(params ?? {})}`

test('two months under different standards are said on one measure, or that they cannot be', () => {
  const said = { before: 90, now: null, items: 12, places: 3 }
  expect(sinceBeforeText(t, { sinceBefore: null })).toBeNull()
  expect(sinceBeforeText(t, { sinceBefore: said })).toBe(
    'score.sinceBefore {"before":"90.0","now":"—","items":12,"places":3}',
  )
  expect(sinceBeforeText(t, { sinceBefore: { ...said, places: 0 } })).toBe('score.sinceBeforeNone {}')
})

test('a version is named with what the estate does otherwise', () => {
  const standard = { id: '0198c0de-0000-7000-8000-000000000001', number: 2, name: '公司标准' }
  const variant = { id: standard.id, number: 3 }
  expect(versionName(t, { standard, variant: null })).toBe('2 公司标准')
  expect(versionName(t, { standard, variant })).toBe('2 公司标准 · score.variant {"number":3}')
})
