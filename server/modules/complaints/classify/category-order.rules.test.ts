import { expect, test } from 'vitest'
import { CATEGORY_CODES } from '#contract/complaint-categories.ts'
import { type Business, type Finding, type OwnPart, type Placed, placeByCause } from './category-order.rules.ts'

const ours = (part: OwnPart, code?: string): Finding => ({ duty: { of: 'us', part }, ...(code ? { code } : {}) })

/** The found causes of the table, as whoever looked into them writes them down. */
const CAUSES: readonly [row: string, cause: string, finding: Finding, expected: Partial<Placed>][] = [
  [
    'D1',
    'the neighbour’s renovation broke the waterproof layer',
    { named: 'adjoiningRepair', duty: { of: 'resident' } },
    { code: 'C6.3' },
  ],
  ['D2', 'construction defect', { duty: { of: 'developer' }, code: 'C7.1' }, { code: 'C7.1' }],
  ['D3', 'shared drain pipe burst', ours('equipment', 'C2.1'), { code: 'C2.1' }],
  ['D4', 'roof not maintained', ours('buildingParts', 'C1.1'), { code: 'C1.1' }],
  [
    'D5',
    'the patrol missed a reported breach of the waterproof layer',
    { named: 'adjoiningRepair', duty: { of: 'resident', failed: 'buildingParts' }, code: 'C1.4' },
    { code: 'C1.4', secondary: 'C6', rule: 'CP-015' },
  ],
  ['D6', 'city main cut', { duty: { of: 'outside' }, code: 'C8.1' }, { code: 'C8.1' }],
  ['D7', 'pump room stopped', ours('equipment', 'C2.5'), { code: 'C2.5' }],
  [
    'D8',
    'a guard’s radio',
    { named: 'radio', duty: { of: 'staff', business: 'security' } },
    { code: 'C3.5', factor: 'man' },
  ],
  ['D9', 'the neighbour’s dog', { named: 'pets', duty: { of: 'resident' } }, { code: 'C6.1' }],
  ['D9', 'the neighbour’s mahjong', { named: 'dailyNoise', duty: { of: 'resident' } }, { code: 'C6.2' }],
  ['D10', 'a morning exercise group', { named: 'dailyNoise', duty: { of: 'resident' } }, { code: 'C6.2' }],
  [
    'D11',
    'a source inside, no other category fits',
    { named: 'otherNoise', duty: { of: 'us', part: 'environment' } },
    { code: 'C4.6' },
  ],
  ['D12', 'public road works outside', { duty: { of: 'outside' }, code: 'C8.2' }, { code: 'C8.2' }],
  ['D13', 'fumes of a shop', { named: 'shopSurroundings', duty: { of: 'resident' } }, { code: 'C4.5' }],
  [
    'D14',
    'a neighbour’s clutter, patrol records complete',
    { duty: { of: 'resident' }, code: 'C6.4' },
    { code: 'C6.4' },
  ],
  ['D15', 'cleaning not done', ours('environment', 'C4.2'), { code: 'C4.2' }],
  ['D15', 'an escape route not patrolled', ours('orderAndSafety', 'C3.4'), { code: 'C3.4' }],
  ['D16', 'illegal building by a neighbour', { named: 'illegalBuilding', duty: { of: 'resident' } }, { code: 'C1.3' }],
  ['D17', 'planning', { duty: { of: 'developer' }, code: 'C7.3' }, { code: 'C7.3' }],
  ['D18', 'vehicle control', { named: 'vehicles', duty: { of: 'resident' } }, { code: 'C3.3' }],
  ['D19', 'charging', { named: 'charging', duty: { of: 'staff', business: 'security' } }, { code: 'C5.7' }],
  [
    'D20',
    'maintenance by the lift firm',
    { duty: { of: 'contractor', business: 'lift' } },
    { code: 'C2.7', rule: 'CP-016' },
  ],
  ['D21', 'power failure of the utility', { duty: { of: 'outside' }, code: 'C8.1' }, { code: 'C8.1' }],
  ['D22', 'thrown by a resident', { duty: { of: 'resident' }, code: 'C6.4' }, { code: 'C6.4' }],
  ['D22', 'a loosened facade tile', ours('buildingParts', 'C1.1'), { code: 'C1.1' }],
  [
    'D23',
    'home service',
    { named: 'homeService', duty: { of: 'contractor', business: 'homeService' } },
    { code: 'C5.1' },
  ],
  ['D24', 'gate control', { named: 'outsiders', duty: { of: 'us', part: 'orderAndSafety' } }, { code: 'C3.1' }],
  ['D25', 'the residents’ bus', { named: 'residentsBus', duty: { of: 'us', part: 'other' } }, { code: 'C5.6' }],
  ['D25', 'a city bus', { duty: { of: 'outside' }, code: 'C8.2' }, { code: 'C8.2' }],
]

test.each(CAUSES)('CP-014 %s %s', (_row, _cause, finding, expected) => {
  const placed = placeByCause(finding)
  expect(placed).toMatchObject(expected)
  expect(placed.code?.startsWith(`${placed.category}.`)).toBe(true)
  expect(placed.secondary).toBe(expected.secondary ?? null)
})

test('CP-014 the order is named type, outside, developer, resident, our duties in turn, anything else of ours', () => {
  const category = (finding: Finding) => placeByCause(finding).category
  expect(category({ duty: { of: 'outside' } })).toBe('C8')
  expect(category({ duty: { of: 'developer' } })).toBe('C7')
  expect(category({ duty: { of: 'resident' } })).toBe('C6')
  const parts = ['buildingParts', 'equipment', 'orderAndSafety', 'environment', 'other'] as const
  expect(parts.map((part) => category(ours(part)))).toEqual(['C1', 'C2', 'C3', 'C4', 'C5'])
  for (const of of ['outside', 'developer', 'resident'] as const)
    expect(category({ named: 'vehicles', duty: { of } })).toBe('C3')
})

test('CP-014 an outside body does not take away a direct duty of ours', () => {
  expect(placeByCause({ duty: { of: 'outside', ours: 'equipment' } }).category).toBe('C2')
})

test('CP-011 the sub-code of a named type holds against another that somebody had in mind', () => {
  expect(placeByCause({ named: 'charging', duty: { of: 'us', part: 'orderAndSafety' }, code: 'C3.3' })).toMatchObject({
    category: 'C5',
    code: 'C5.7',
    rule: 'CP-011',
  })
})

test('CP-014 a sub-code of another category is not kept: somebody chooses anew', () => {
  expect(placeByCause({ duty: { of: 'developer' }, code: 'C2.1' })).toMatchObject({ category: 'C7', code: null })
  expect(placeByCause({ duty: { of: 'developer' } })).toMatchObject({ category: 'C7', code: null })
})

test('CP-015 our own failure beside a resident’s deed gives the category, the dispute comes second', () => {
  const parts = ['buildingParts', 'equipment', 'orderAndSafety', 'environment'] as const
  const found = parts.map((failed) => placeByCause({ duty: { of: 'resident', failed } }))
  expect(found.map((p) => p.category)).toEqual(['C1', 'C2', 'C3', 'C4'])
  for (const placed of found) expect(placed).toMatchObject({ secondary: 'C6', rule: 'CP-015' })
  expect(placeByCause({ duty: { of: 'resident' } }).secondary).toBeNull()
  // a dispute that is named does not hide the failure, another named type keeps its place
  expect(placeByCause({ named: 'pets', duty: { of: 'resident', failed: 'environment' } })).toMatchObject({
    category: 'C4',
    secondary: 'C6',
  })
  expect(placeByCause({ named: 'illegalBuilding', duty: { of: 'resident', failed: 'orderAndSafety' } })).toMatchObject({
    code: 'C1.3',
    secondary: 'C6',
  })
})

const OUTSOURCED = [
  ['lift', 'C2', 'C2.7'],
  ['commonEquipment', 'C2', null],
  ['commonParts', 'C1', null],
  ['cleaning', 'C4', null],
  ['greening', 'C4', 'C4.1'],
  ['security', 'C3', null],
  ['homeService', 'C5', 'C5.1'],
] as const
test.each(OUTSOURCED)('CP-016 an outsourced business (%s) counts as ours', (business, category, code) => {
  const duty = { of: 'contractor', business } as const
  expect(placeByCause({ duty })).toMatchObject({ category, code, factor: null, secondary: null, rule: 'CP-016' })
})

test.each([
  ['vehicleControl', 'C3', 'C3.3'],
  ['cleaning', 'C4', null],
  ['commonEquipment', 'C2', null],
  ['desk', 'C5', null],
  ['cashier', 'C5', 'C5.7'],
  ['homeService', 'C5', 'C5.1'],
] as const)(
  'CP-017 conduct goes with the business (%s), and the factor says it was a person',
  (business, category, code) => {
    const duty = { of: 'staff', business } as const
    expect(placeByCause({ duty })).toMatchObject({ category, code, factor: 'man', rule: 'CP-017' })
  },
)

test('CP-017 a finer sub-code of the same category is kept', () => {
  const business: Business = 'cleaning'
  expect(placeByCause({ duty: { of: 'staff', business }, code: 'C4.2' }).code).toBe('C4.2')
  expect(placeByCause({ duty: { of: 'contractor', business: 'lift' }, code: 'C2.6' }).code).toBe('C2.6')
})

test('CP-010 every finding has exactly one category', () => {
  const duties: Finding['duty'][] = [
    { of: 'outside' },
    { of: 'developer' },
    { of: 'resident' },
    ...(['buildingParts', 'equipment', 'orderAndSafety', 'environment', 'other'] as const).map((part) => ({
      of: 'us' as const,
      part,
    })),
  ]
  expect(new Set(duties.map((duty) => placeByCause({ duty }).category))).toEqual(new Set(CATEGORY_CODES))
})
