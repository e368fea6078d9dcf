import { expect, test } from 'vitest'
import type { Act } from '../../queue/act.rules.ts'
import {
  EMPTY_GATE,
  EMPTY_GOODS,
  type GateForm,
  gateBody,
  gateLacks,
  knownUse,
  resultOf,
  unitsLike,
} from './gate.rules.ts'

const FULL: GateForm = {
  ...EMPTY_GATE,
  slip: 'ａ-００1',
  unit: '3栋2单元1203',
  goods: [{ category: '冰箱', quantity: '１', unit: '台', remark: '' }],
  count: 'match',
  collected: true,
  slipPhotoIds: ['photo'],
}
const REF = { id: 'check', at: '2026-12-01T02:00:00.000Z', placeId: 'south', labelToken: undefined }

test('FD-506 what is let out says all that the server asks for, and that it has left', () => {
  expect(gateLacks(FULL, 'match')).toEqual({})
  expect(gateBody(FULL, 'match', REF)).toEqual({
    id: 'check',
    at: REF.at,
    placeId: 'south',
    result: 'match',
    slipNumber: 'A-001',
    unitSaid: '3栋2单元1203',
    lines: [{ category: '冰箱', quantity: 1, unit: '台' }],
    slipCollected: true,
    slipPhotoIds: ['photo'],
    goodsPhotoIds: [],
    gone: true,
  })
})

test('FD-506 nothing is let out without the slip in hand and its photo; what differs is said with a photo', () => {
  expect(gateLacks({ ...FULL, collected: false, slipPhotoIds: [] }, 'match')).toEqual({
    collected: 'error.E_SLIP_NOT_COLLECTED',
    slipPhotos: 'onsite.lack.photo',
  })
  expect(gateLacks({ ...FULL, count: 'differs' }, 'differs')).toEqual({
    difference: 'issue.required',
    goodsPhotos: 'onsite.lack.photo',
  })
  expect(gateLacks(EMPTY_GATE, undefined)).toMatchObject({ slip: 'issue.required', count: 'issue.required' })
})

test('FD-504 each line of goods is exact before it is sent, beside its own field', () => {
  const goods = [{ ...EMPTY_GOODS, category: '家具一批', unit: '批' }, EMPTY_GOODS, { ...EMPTY_GOODS, quantity: '两' }]
  const named = goods.map((line) => ({ ...line, category: line.category || '椅子', unit: line.unit || '把' }))
  expect(gateLacks({ ...FULL, goods: named }, 'match')).toEqual({
    'goods.0.category': 'error.E_GOODS_VAGUE',
    'goods.2.quantity': 'error.E_GOODS_LINE',
  })
  // goods that stay for want of a slip need not be counted, but what is typed is exact
  const without = { ...FULL, has: 'noSlip' as const, goods }
  expect(gateLacks(without, 'noSlip')).toEqual({ 'goods.0.category': 'error.E_GOODS_VAGUE' })
  expect(gateBody({ ...without, goods: [EMPTY_GOODS] }, 'noSlip', REF)).toMatchObject({ lines: [], gone: false })
})

test('FD-507 the phone knows a used slip from its own queue and from what it took along, and lets nothing out on it', () => {
  const body = gateBody(FULL, 'match', REF)
  const act = { deed: { type: 'gateCheck', body }, state: 'waiting', at: REF.at } as Act
  const known = { used: [], acts: [act], me: '马超', gateOf: () => '南门', savedAt: '2026-12-01T09:00:00.000Z' }
  expect(knownUse(' a-001', known)).toEqual({ at: REF.at, gate: '南门', guard: '马超' })
  expect(knownUse('A-002', known)).toBeUndefined()
  expect(knownUse('', known)).toBeUndefined()
  expect(knownUse('A-001', { ...known, acts: [{ ...act, state: 'dropped' }] })).toBeUndefined()
  // sent before the pack was taken along, which has it no longer: the desk voided it
  const sent = (sentAt: string) => ({ ...known, acts: [{ ...act, state: 'sent' as const, sentAt }] })
  expect(knownUse('A-001', sent('2026-12-01T08:59:00.000Z'))).toBeUndefined()
  expect(knownUse('A-001', sent('2026-12-01T09:01:00.000Z'))).toBeDefined()
  const taken = { id: 'x', slipNumber: 'A-002', at: REF.at, gate: '东门', guard: '谭勇' }
  expect(knownUse('Ａ—002', { ...known, used: [taken] })).toMatchObject({ gate: '东门', guard: '谭勇' })
  expect(resultOf(FULL, true)).toBe('slipUsed')
  expect(resultOf({ ...FULL, has: 'noSlip' }, false)).toBe('noSlip')
  expect(gateBody(FULL, 'slipUsed', REF)).toMatchObject({ gone: false, result: 'slipUsed' })
})

test('a unit is found by its numbers or its words', () => {
  const units = ['3栋2单元1201', '3栋2单元1203', '13栋2单元1203', '商铺S-12']
  expect(unitsLike('3-2-12', units)).toEqual(['3栋2单元1201', '3栋2单元1203'])
  expect(unitsLike('商铺', units)).toEqual(['商铺S-12'])
  expect(unitsLike('3栋2单元1203', units)).toEqual([])
  expect(unitsLike(' ', units)).toEqual([])
})
