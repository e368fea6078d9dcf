import { expect, test } from 'vitest'
import { OwnItemInput, saveEstateStandard } from './standards.ts'
import { LimitInput, Threshold } from './touchpoints.ts'

const lux = (value: unknown, op = 'range') => ({ metric: 'lux', op, value, unit: 'lx' })
const said = (value: unknown, op?: string) =>
  LimitInput.safeParse(lux(value, op)).error?.issues.map((i) => [i.path.join('.'), i.message]) ?? []

test('a range that is said has both ends, the lower one first; what was kept before is still read', () => {
  expect(said([50, 150])).toEqual([])
  expect(said([50, 50])).toEqual([])
  expect(said('site-defined')).toEqual([])
  expect(said([50, 0])).toEqual([['value', 'limit_order']])
  expect(said([50, null])).toEqual([['value', 'limit_value']])
  expect(said(50)).toEqual([['value', 'limit_value']])
  expect(said([50, 150], '<=')).toEqual([['value', 'limit_value']])
  expect(said(null, '<=')).toEqual([['value', 'limit_value']])
  expect(said(0, '<=')).toEqual([])
  expect(Threshold.safeParse(lux([50, 0])).success).toBe(true)
})

const own = {
  aspect: 'facility',
  sense: 'visual',
  zh: '照度',
  en: 'Light',
  severity: 'minor',
  evidence: 'measurement',
  threshold: lux([30, 200]),
  conditions: [],
  kano: 'must-be',
}
test('a frequency and a trait that are emptied are none; limits are held to their order wherever one is said', () => {
  expect(OwnItemInput.parse(own)).toMatchObject({ frequency: null, trait: null })
  expect(OwnItemInput.safeParse({ ...own, threshold: lux([200, 30]) }).error?.issues[0]?.path).toEqual([
    'threshold',
    'value',
  ])
  const content = { traits: [], standing: [], off: {}, added: [], version: 1 }
  const changed = { 'T02-F-09': { threshold: lux([50, 0]) } }
  expect(saveEstateStandard.body.safeParse({ ...content, changed }).error?.issues[0]).toMatchObject({
    path: ['changed', 'T02-F-09', 'threshold', 'value'],
    message: 'limit_order',
  })
})
