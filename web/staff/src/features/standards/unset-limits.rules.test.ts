import { expect, test } from 'vitest'
import { CATALOGUE_ITEMS } from '#content/touchpoint-catalogue.ts'
import { unsetLimits } from './unset-limits.rules.ts'

const ITEMS = CATALOGUE_ITEMS.map((item, seq) => ({ ...item, active: true, seq, version: 1 }))
const ids = (variant: Parameters<typeof unsetLimits>[1], items = ITEMS) => unsetLimits(items, variant).map((i) => i.id)

test('limits that each estate sets for itself are unset until a figure is set or the item is off', () => {
  expect(ids({ off: {}, changed: {} })).toEqual(['T02-F-09', 'T15-F-03', 'T16-F-04'])
  const lux = { metric: 'lux', op: 'range' as const, value: [30, 200] as [number, number], unit: 'lx' }
  expect(ids({ off: { 'T15-F-03': '无前台空调' }, changed: { 'T02-F-09': { threshold: lux } } })).toEqual(['T16-F-04'])
  // one that is typed by half is not set yet
  const half = { ...lux, value: [30, null] as [number, null] }
  expect(ids({ off: { 'T15-F-03': '无前台空调' }, changed: { 'T02-F-09': { threshold: half } } })).toHaveLength(2)
  // another severity sets no limit; to hold it against none is a choice
  expect(ids({ off: {}, changed: { 'T02-F-09': { severity: 'minor' }, 'T15-F-03': { threshold: null } } })).toEqual([
    'T02-F-09',
    'T16-F-04',
  ])
  expect(
    ids(
      { off: {}, changed: {} },
      ITEMS.map((item) => ({ ...item, active: false })),
    ),
  ).toEqual([])
})
