import { expect, test } from 'vitest'
import { CATALOGUE_ITEMS } from '#content/touchpoint-catalogue.ts'
import { TOUCHPOINTS } from '#contract/complaint-categories.ts'
import { TRAITS } from '#contract/touchpoints.ts'
import { estateItems, faultsOfVariant, inForce, placeItems, type Variant, withoutGone } from './checklist.rules.ts'

const PLAIN: Variant = { traits: [], standing: [], off: {}, added: [], changed: {} }
/** The catalogue as a version of the company has it, without some items or with some switched off. */
const company = ({ off = [], gone = [] }: { off?: string[]; gone?: string[] } = {}) =>
  CATALOGUE_ITEMS.filter((item) => !gone.includes(item.id)).map((item) => ({ item, active: !off.includes(item.id) }))
const ids = (variant: Variant | undefined, touchpoint: string, traits: readonly string[] = []) =>
  placeItems(estateItems(CATALOGUE_ITEMS, variant), { touchpoint, traits }, variant).map((i) => i.id)

test('all 466 items are reachable: in the north with every trait all but the general handle wrap, elsewhere that one', () => {
  const everything = { ...PLAIN, traits: [...TRAITS], standing: ['region:north'] }
  const north = TOUCHPOINTS.flatMap((t) => ids(everything, t))
  expect(north).toHaveLength(465)
  const south = TOUCHPOINTS.flatMap((t) => ids({ ...PLAIN, traits: [...TRAITS] }, t))
  expect(new Set([...north, ...south]).size).toBe(466)
})

test('of the two handle wraps a place has one: that of the north there, the general one elsewhere', () => {
  expect(ids({ ...PLAIN, standing: ['region:north'] }, 'T08')).toContain('T08-F-15')
  expect(ids({ ...PLAIN, standing: ['region:north'] }, 'T08')).not.toContain('T08-F-16')
  expect(ids(PLAIN, 'T08')).toContain('T08-F-16')
  expect(ids(PLAIN, 'T08')).not.toContain('T08-F-15')
  expect(faultsOfVariant(company(), { ...PLAIN, off: { 'T08-F-16': '南方城市' } })).toEqual([
    { itemId: 'T08-F-15', why: 'northOnly' },
  ])
  // what the company itself has switched off is no fault of the estate
  expect(faultsOfVariant(company({ off: ['T08-F-16'] }), PLAIN)).toEqual([])
})

test('an item that needs a glass door is asked only where there is one, at the place or in the whole estate', () => {
  expect(ids(PLAIN, 'T08')).not.toContain('T08-F-08')
  expect(ids(PLAIN, 'T08', ['glass-door'])).toContain('T08-F-08')
  expect(ids({ ...PLAIN, traits: ['glass-door'] }, 'T08')).toContain('T08-F-08')
})

test('an estate switches items off, sets their figures and adds its own', () => {
  const lux = { metric: 'lux', op: 'range' as const, value: [50, 150] as [number, number], unit: 'lx' }
  const own = { ...(CATALOGUE_ITEMS.find((i) => i.id === 'T02-F-01') ?? CATALOGUE_ITEMS[0]), id: 'T02-X-01' }
  if (own.touchpoint === undefined) throw new Error('the catalogue is empty')
  const variant: Variant = {
    ...PLAIN,
    off: { 'T02-P-01': '外包岗位，由合同另行检查' },
    changed: { 'T02-F-09': { threshold: lux } },
    added: [own as (typeof CATALOGUE_ITEMS)[number]],
  }
  const items = placeItems(estateItems(CATALOGUE_ITEMS, variant), { touchpoint: 'T02', traits: [] }, variant)
  expect(items.map((i) => i.id)).not.toContain('T02-P-01')
  expect(items.find((i) => i.id === 'T02-F-09')?.threshold).toEqual(lux)
  expect(items.at(-1)?.id).toBe('T02-X-01')
  expect(faultsOfVariant(company(), { ...variant, off: { 'T99-P-01': '?' } })).toEqual([
    { itemId: 'T99-P-01', why: 'unknownItem' },
  ])
})

test('what an estate says of an item that the company has switched off rests; of one that is gone it is dropped, new it is refused', () => {
  const variant: Variant = {
    ...PLAIN,
    off: { 'T08-F-01': '开发商移交' },
    changed: { 'T08-F-02': { severity: 'minor' } },
  }
  const resting = company({ off: ['T08-F-01', 'T08-F-02'] })
  expect(faultsOfVariant(resting, variant)).toEqual([])
  expect(withoutGone(resting, variant)).toEqual(variant)
  const gone = company({ gone: ['T08-F-01', 'T08-F-02'] })
  expect(withoutGone(gone, variant)).toEqual(PLAIN)
  expect(withoutGone(gone, variant, { off: {}, changed: variant.changed })).toEqual({ ...variant, changed: {} })
  expect(faultsOfVariant(gone, { ...variant, changed: {} })).toEqual([{ itemId: 'T08-F-01', why: 'unknownItem' }])
})

test('the number of an own item that was removed is given to no other statement', () => {
  const item = (zh: string) => ({ ...(CATALOGUE_ITEMS[0] as (typeof CATALOGUE_ITEMS)[number]), id: 'T01-X-01', zh })
  const had: Variant = { ...PLAIN, added: [item('屏幕无裂纹')] }
  const faults = (zh: string, before: Variant, others: Variant[]) =>
    faultsOfVariant(company(), { ...PLAIN, added: [item(zh)] }, { before, others })
  expect(faults('门铃响亮', PLAIN, [PLAIN, had])).toEqual([{ itemId: 'T01-X-01', why: 'numberUsed' }])
  // the same one again, and one that is put in other words in the draft that has it
  expect(faults('屏幕无裂纹', PLAIN, [had])).toEqual([])
  expect(faults('屏幕完好无裂纹', had, [had])).toEqual([])
  expect(faults('门铃响亮', PLAIN, [PLAIN])).toEqual([])
})

test('the version in force is the latest published one whose day has come', () => {
  const version = (number: number, effective_from: string | null, state = 'published') => ({
    number,
    effective_from,
    state,
  })
  const all = [version(1, '2026-01-01'), version(2, '2026-11-15'), version(3, null, 'draft'), version(4, '2026-11-15')]
  expect(inForce(all, '2026-11-14')?.number).toBe(1)
  expect(inForce(all, '2026-11-15')?.number).toBe(4)
  expect(inForce(all, '2025-12-31')).toBeUndefined()
})
