import { expect, test } from 'vitest'
import type { KanoClass } from '#contract/touchpoints.ts'
import { AGREEMENT_SHEET, agreementLines } from './agreement.sheet.ts'

const ID = '0193a0b0-7c00-7000-8000-000000000001'
const agreement = { items: 2, same: 1, percent: 50, kappa: null }
const side = { id: ID, inspector: { id: ID, name: '王工' }, at: '2026-11-30T01:00:00.000Z', kind: 'self' as const }
const saidOf = (kano: KanoClass | null): string | undefined => {
  const different = [
    { itemId: 'T01-P-01', statement: { zh: '句', en: 'words' }, kano, first: 'pass' as const, second: 'fail' as const },
  ]
  const pair = { placeId: ID, code: 'A', place: '大堂', first: side, second: side, agreement, different }
  const line = agreementLines({ withinHours: 24, all: agreement, pairs: [pair], more: false }).at(-1)
  const column = AGREEMENT_SHEET.columns.at(-1)
  const words = { t: (key: string) => key, lang: 'zh', time: (at: string | null) => at }
  return line && column ? String(column.of(line, words as never)) : undefined
}

test('FD-766 what two inspectors said of an item that is no matter of passing is said as yes and no', () => {
  expect(saidOf('must-be')).toBe('T01-P-01 句 (looks.answer.pass / looks.answer.fail)')
  expect(saidOf('reverse')).toBe('T01-P-01 句 (looks.answer.yes / looks.answer.no)')
  expect(saidOf(null)).toBe('T01-P-01 句 (looks.answer.pass / looks.answer.fail)')
})
