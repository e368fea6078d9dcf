import { expect, test } from 'vitest'
import { faultOfLine, plateOf, slipNumberOf } from './goods.ts'

test('FD-507 a slip is the same slip however its number is written', () => {
  for (const written of ['A01-0023', ' a01-0023 ', 'Ａ０１－００２３', 'a01 - 0023', 'A01—0023', 'A01–0023'])
    expect(slipNumberOf(written)).toBe('A01-0023')
  expect(slipNumberOf('A01-0024')).not.toBe('A01-0023')
  expect(slipNumberOf('　 ')).toBe('')
})

test('a plate is the same plate with or without its dot', () => {
  for (const said of ['粤B·12345', '粤b12345', '粤Ｂ 12345', '粤B-12345']) expect(plateOf(said)).toBe('粤B12345')
})

test.each([
  ['冰箱', 1, '台', undefined],
  ['三人沙发', 2, '张', undefined],
  ['大米', 2.5, '千克', undefined],
  ['Bookshelf', 1, 'pc', undefined],
  ['数码相机', 1, '台', undefined],
  ['批灰机', 1, '台', undefined],
  ['', 1, '台', 'E_GOODS_LINE category'],
  ['冰箱', 0, '台', 'E_GOODS_LINE quantity'],
  ['冰箱', Number.NaN, '台', 'E_GOODS_LINE quantity'],
  ['冰箱', 1, ' ', 'E_GOODS_LINE unit'],
  ['衣物一批', 1, '包', 'E_GOODS_VAGUE category'],
  ['纸箱若干', 1, '个', 'E_GOODS_VAGUE category'],
  ['几件衣服', 1, '包', 'E_GOODS_VAGUE category'],
  ['被子等等', 1, '床', 'E_GOODS_VAGUE category'],
  ['several boxes', 1, 'pc', 'E_GOODS_VAGUE category'],
  ['A LOT of books', 1, 'pc', 'E_GOODS_VAGUE category'],
  ['家具', 1, '批', 'E_GOODS_VAGUE unit'],
  ['家具', 1, '若干', 'E_GOODS_VAGUE unit'],
] as const)('FD-504 %s %d %s: %s', (category, quantity, unit, fault) => {
  const found = faultOfLine({ category, quantity, unit })
  expect(found && `${found.code} ${found.at}`).toBe(fault)
})
