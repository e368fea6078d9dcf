import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SurveySample } from '#contract/surveys.ts'
import { drawSample, frameOf, quotasOf, type Resident, sinceBandOf } from './sample.rules.ts'

const TODAY = '2026-11-20'
const resident = (n: number, more: Partial<Resident> = {}): Resident => ({
  customerId: `c${n}`,
  unitId: `u${n}`,
  buildingId: `b${n % 4}`,
  tenure: n % 3 === 0 ? 'tenant' : 'owner',
  from: '2019-06-30',
  phone: '13800000000',
  language: 'zh',
  noCallback: false,
  quiet: false,
  ...more,
})
const people = (n: number) => Array.from({ length: n }, (_, i) => resident(i))
const members = (n: number) => frameOf(people(n), ['owner', 'tenant'], TODAY).members
const lotOf = (seed: string) => (id: string) => createHash('sha256').update(`${seed} ${id}`).digest('hex')
const drawnIds = (seed: string, list = members(400), size = 100) =>
  drawSample(list, SurveySample.parse({ method: 'stratified', size, seed }), lotOf(seed))
    .flatMap((s) => s.drawn)
    .map((m) => m.customerId)
    .sort()

test('CP-066 who wished for no contact is not asked, nor whom a caution asks to leave in peace; it is said how many', () => {
  const { members: frame, leftOut } = frameOf(
    [resident(1), resident(2, { noCallback: true }), resident(3, { quiet: true }), resident(4, { tenure: 'family' })],
    ['owner', 'tenant'],
    TODAY,
  )
  expect(frame.map((m) => m.customerId)).toEqual(['c1'])
  expect(leftOut).toEqual({ noCallback: 1, caution: 1, twice: 0 })
})

test('one person with two rooms is asked once, as the owner that they are', () => {
  const { members: frame, leftOut } = frameOf(
    [resident(1, { unitId: 'u9', tenure: 'tenant' }), resident(1, { unitId: 'u1', tenure: 'owner' })],
    ['owner', 'tenant'],
    TODAY,
  )
  expect(frame).toMatchObject([{ customerId: 'c1', unitId: 'u1', tenure: 'owner' }])
  expect(leftOut.twice).toBe(1)
})

test('how long somebody has lived here, at the borders of the bands', () => {
  expect(sinceBandOf('2025-11-21', TODAY)).toBe('under1')
  expect(sinceBandOf('2025-11-20', TODAY)).toBe('years1to3')
  expect(sinceBandOf('2023-11-20', TODAY)).toBe('years3to5')
  expect(sinceBandOf('2021-11-20', TODAY)).toBe('over5')
  expect(sinceBandOf(null, TODAY)).toBe('unknown')
  expect(sinceBandOf('2027-01-01', TODAY)).toBe('unknown')
})

test('the same seed draws the same people, also from rows in another order; another seed draws others', () => {
  const once = drawnIds('00c0ffee')
  expect(once).toHaveLength(100)
  expect(drawnIds('00c0ffee', members(400).toReversed())).toEqual(once)
  expect(drawnIds('0badcafe')).not.toEqual(once)
})

test('strata get their share, fixed quotas stay fixed, and nobody is drawn beyond the members', () => {
  const sizes = new Map([
    ['a', 50],
    ['b', 30],
    ['c', 20],
  ])
  expect([...quotasOf(sizes, 10, {})]).toEqual([
    ['a', 5],
    ['b', 3],
    ['c', 2],
  ])
  expect(quotasOf(sizes, 10, { c: 6 }).get('c')).toBe(6)
  expect([...quotasOf(sizes, 10, { c: 6 }).values()].reduce((x, y) => x + y)).toBe(10)
  expect(quotasOf(sizes, 1_000, {}).get('a')).toBe(50)
  expect(quotasOf(sizes, 10, { c: 999 }).get('c')).toBe(20)
  expect([...quotasOf(sizes, null, {}).values()]).toEqual([50, 30, 20])
})

test('quotas add up to the size or to everybody, whatever the strata', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 40 }), fc.nat(2_000), (list, size) => {
      const sizes = new Map(list.map((n, i) => [`s${i}`, n]))
      const all = list.reduce((x, y) => x + y, 0)
      const quotas = quotasOf(sizes, size, {})
      expect([...quotas.values()].reduce((x, y) => x + y, 0)).toBe(Math.min(size, all))
      for (const [key, quota] of quotas) expect(quota).toBeLessThanOrEqual(sizes.get(key) ?? 0)
    }),
  )
})

test('a random sample has one stratum, and everybody is everybody', () => {
  const random = drawSample(members(60), SurveySample.parse({ method: 'random', size: 12 }), lotOf('1'))
  expect(random).toHaveLength(1)
  expect(random[0]?.drawn).toHaveLength(12)
  const all = drawSample(members(60), SurveySample.parse({ method: 'all', size: 5 }), lotOf('1'))
  expect(all.flatMap((s) => s.drawn)).toHaveLength(60)
})

test('QM 4 a sample by building and tenure asks of each stratum what its quota says, a fixed one before the shares', () => {
  const list = members(60)
  const sample = SurveySample.parse({
    method: 'stratified',
    size: 20,
    by: ['building', 'tenure'],
    quotas: { 'b0|owner|': 7, 'b1|tenant|': 0 },
  })
  const drawn = drawSample(list, sample, lotOf('1'))
  expect(drawn).toHaveLength(8)
  for (const { key, members: own, drawn: asked, quota } of drawn) {
    expect(asked).toHaveLength(quota)
    for (const one of own) expect(`${one.buildingId}|${one.tenure}|`).toBe(key)
    for (const one of asked) expect(own).toContain(one)
  }
  const quotaOf = (key: string) => drawn.find((d) => d.key === key)?.quota
  expect([quotaOf('b0|owner|'), quotaOf('b1|tenant|')]).toEqual([7, 0])
  expect(drawn.reduce((sum, d) => sum + d.quota, 0)).toBe(20)
})
