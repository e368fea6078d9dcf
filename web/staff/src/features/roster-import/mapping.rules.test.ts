import { expect, test } from 'vitest'
import { RemapImport } from '#contract/roster-import.ts'
import { chooseColumn, chooseHeadingRow, countChoices, toMapping, unmappedHeadings } from './mapping.rules.ts'

const sheet = {
  sheet: '住宅',
  hidden: false,
  skipped: null,
  rows: 10,
  title: null,
  headingRow: 3,
  columns: [
    { column: 1, heading: '房号', field: 'room' },
    { column: 2, heading: '联系人', field: null },
    { column: 3, heading: '', field: null },
  ],
}

test('only what somebody chose is told, and choosing what stood there takes the choice back', () => {
  const chosen = chooseColumn({}, sheet, 2, 'owner')
  expect(countChoices(chosen)).toBe(1)
  expect(toMapping(chosen)).toEqual({ 住宅: { columns: { '2': 'owner' } } })
  expect(toMapping(chooseColumn(chosen, sheet, 2, null))).toEqual({})
})

test('a column may be left out, a heading row moved; the contract takes both', () => {
  const chosen = chooseHeadingRow(chooseColumn({}, sheet, 1, null), sheet, 4)
  expect(countChoices(chosen)).toBe(2)
  const mapping = toMapping(chosen)
  expect(RemapImport.parse({ version: 1, mapping }).mapping).toEqual({
    住宅: { headingRow: 4, columns: { '1': null } },
  })
  expect(countChoices(chooseHeadingRow(chosen, sheet, 3))).toBe(1)
})

test('headings without a meaning are named once, blank ones and sheets that were not read are not', () => {
  expect(unmappedHeadings([sheet, { ...sheet, sheet: '商铺' }, { ...sheet, skipped: 'EMPTY' }])).toEqual(['联系人'])
})
