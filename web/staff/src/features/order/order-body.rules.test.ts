import { expect, test } from 'vitest'
import type { OrderView } from '#contract/orders.ts'
import { entryIsOpen, finishSlots, isSigned } from './order-body.rules.ts'

type Order = Parameters<typeof finishSlots>[0]
const entry = (ground: OrderView['entries'][number]['ground'], at: string) => ({
  id: at,
  at,
  ground,
  consentBy: null,
  secondPerson: null,
  approvedBy: null,
  witness: null,
})
const photo = (purpose: OrderView['files'][number]['purpose']) => ({
  id: purpose,
  purpose,
  name: 'x.jpg',
  mime: 'image/jpeg',
  addedAt: '2026-11-20T02:00:00.000Z',
})
const order = (more: Partial<Order> = {}): Order => ({
  files: [],
  entries: [],
  signatures: [],
  unit: { id: 'u', display: '3栋2单元1203' },
  arrivedAt: '2026-11-20T02:00:00.000Z',
  emergency: false,
  reworkCount: 0,
  ...more,
})
const needed = (given: Order) =>
  finishSlots(given)
    .filter((s) => s.required && s.have === 0)
    .map((s) => s.purpose)

test('FD-775 the entry is asked for once after each arrival, and never where no home is entered', () => {
  expect(entryIsOpen(order())).toBe(true)
  expect(entryIsOpen(order({ unit: null }))).toBe(false)
  expect(entryIsOpen(order({ entries: [entry('residentPresent', '2026-11-20T02:05:00.000Z')] }))).toBe(false)
  expect(entryIsOpen(order({ entries: [entry('residentPresent', '2026-11-19T02:05:00.000Z')] }))).toBe(true)
})

test('FD-713 pictures before and after are asked for until they are there', () => {
  expect(needed(order())).toEqual(['after', 'before'])
  expect(needed(order({ files: [photo('before')] }))).toEqual(['after'])
  expect(needed(order({ files: [photo('before'), photo('after')] }))).toEqual([])
  expect(needed(order({ files: [photo('before'), photo('after')], reworkCount: 1 }))).toEqual(['after'])
  expect(needed(order({ emergency: true }))).toEqual(['after'])
})

test('FD-775 an entry without the resident is proven by what was recorded there', () => {
  const files = [photo('before'), photo('after')]
  expect(needed(order({ files, entries: [entry('emergency', '2026-11-20T02:05:00.000Z')] }))).toEqual(['entry'])
  expect(needed(order({ files, entries: [entry('writtenAuthority', '2026-11-20T02:05:00.000Z')] }))).toEqual([
    'authority',
  ])
})

test('FD-013 a signature without the name, the capacity or the medium is none', () => {
  expect(isSigned({ signer: '周丽华', capacity: 'owner', medium: 'screen' })).toBe(true)
  expect(isSigned({ signer: '周丽华', capacity: 'owner' })).toBe(false)
  expect(isSigned({ capacity: 'owner', medium: 'screen' })).toBe(false)
  expect(isSigned(undefined)).toBe(false)
})
