import { expect, test } from 'vitest'
import { SheetContent } from '#contract/must-know.ts'
import { completeSheet } from '#test/must-know-sheet.ts'
import {
  changesOf,
  EMPTY_SHEET,
  fieldsOf,
  missingFields,
  plotRatioFits,
  REQUIRED_FIELDS,
} from './sheet-fields.rules.ts'

test('FD-020 KN-002 a sheet holds the four groups; an empty one lacks all of their fields', () => {
  expect(missingFields(EMPTY_SHEET)).toEqual([...REQUIRED_FIELDS])
  expect(new Set(REQUIRED_FIELDS.map((key) => key.split('.')[0]))).toEqual(
    new Set(['overview', 'fees', 'facilities', 'phones']),
  )
  expect(REQUIRED_FIELDS).toHaveLength(21)
})

test('FD-021 one empty item makes the sheet incomplete and is named', () => {
  const full = completeSheet()
  expect(missingFields(full)).toEqual([])
  expect(missingFields({ ...full, phones: [] })).toEqual(['phones'])
  expect(missingFields({ ...full, overview: { ...full.overview, households: null } })).toEqual(['overview.households'])
  expect(missingFields({ ...full, fees: { ...full.fees, clubhouse: [] } })).toEqual(['fees.clubhouse'])
})

test('FD-021 nought is a value, not an empty field', () => {
  const full = completeSheet()
  expect(missingFields({ ...full, overview: { ...full.overview, parkingSpaces: 0 } })).toEqual([])
})

test('FD-021 the plot ratio is floor area by land area, as exactly as it is written', () => {
  const with_ = (plotRatio: number | null, landArea: number | null = 40_000, floorArea: number | null = 100_000) =>
    plotRatioFits({ overview: { plotRatio, landArea, floorArea } })
  expect(with_(2.5)).toBe(true)
  expect(with_(2.51)).toBe(false)
  expect(with_(2.4, 40_000, 98_500)).toBe(false)
  expect(with_(2.5, 40_000, 98_500)).toBe(true)
  expect(with_(2.46, 40_000, 98_500)).toBe(true)
  expect(with_(null)).toBe(true)
  expect(with_(2.5, null)).toBe(true)
  expect(with_(2.5, 0)).toBe(false)
})

test('FD-023 a new version says fact by fact what changed', () => {
  const before = completeSheet()
  const after = {
    ...before,
    overview: { ...before.overview, households: 1300 },
    phones: [...before.phones.slice(1), { name: '物业财务', number: '0755-26781299' }],
  }
  expect(changesOf(before, after)).toEqual([
    { key: 'overview.households', name: null, before: '1286', after: '1300' },
    { key: 'phones', name: '物业财务', before: null, after: '0755-26781299' },
    { key: 'phones', name: before.phones[0]?.name, before: before.phones[0]?.number, after: null },
  ])
  expect(changesOf(before, before)).toEqual([])
})

test('FD-020 two entries of a group may not have one name, and areas and counts are not negative', () => {
  const full = completeSheet()
  const parse = (content: unknown) => SheetContent.safeParse(content).success
  expect(parse(full)).toBe(true)
  expect(parse({ ...full, phones: [...full.phones, full.phones[0]] })).toBe(false)
  expect(parse({ ...full, overview: { ...full.overview, landArea: -1 } })).toBe(false)
  expect(parse({ ...full, overview: { ...full.overview, households: 1.5 } })).toBe(false)
  expect(parse({})).toBe(true)
  expect(fieldsOf(SheetContent.parse({}))).toEqual([])
})
