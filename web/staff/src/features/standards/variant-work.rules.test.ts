import { expect, test } from 'vitest'
import { isChanged, workOf } from './variant-work.rules.ts'

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
