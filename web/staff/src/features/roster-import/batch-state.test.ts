import { expect, test } from 'vitest'
import { IMPORT_THINGS, type ImportSummary } from '#contract/roster-import.ts'
import { firstChange, saysNothingNew, skippedLines, stepOf } from './batch-state.ts'

const nothing = { created: 0, changed: 0, unchanged: 4 }
const summary = (part: Partial<ImportSummary> = {}): ImportSummary => ({
  sheets: [],
  rows: 4,
  goodRows: 4,
  problemRows: 0,
  errors: 0,
  warnings: 0,
  units: 4,
  customers: 4,
  vehicles: 0,
  things: {
    unit: nothing,
    customer: nothing,
    residence: nothing,
    phone: nothing,
    vehicle: nothing,
    parking: nothing,
    emergencyContact: nothing,
  },
  changedOwners: 0,
  skipped: [],
  ...part,
})

test('a file that says what is on file changes nothing; one new thing of any kind changes something', () => {
  expect(saysNothingNew(summary())).toBe(true)
  for (const thing of IMPORT_THINGS) {
    const things = { ...summary().things, [thing]: { created: 0, changed: 1, unchanged: 0 } }
    expect(saysNothingNew(summary({ things })), thing).toBe(false)
  }
  expect(saysNothingNew(summary({ changedOwners: 1 }))).toBe(false)
})

test('another owner is what a person sees first, then new units, then changes', () => {
  const fresh = { ...summary().things, unit: { created: 2, changed: 0, unchanged: 0 } }
  expect(firstChange(summary({ things: fresh, changedOwners: 1 }))).toBe('changedOwner')
  expect(firstChange(summary({ things: fresh }))).toBe('created')
  expect(firstChange(summary())).toBe('changed')
})

test('every skipped line is counted, also those told together', () => {
  const line = { sheet: '台账', row: 1, why: 'BLANK', text: '' }
  expect(
    skippedLines(
      summary({
        skipped: [
          { ...line, count: 3 },
          { ...line, row: 9, count: 1 },
        ],
      }),
    ),
  ).toBe(4)
})

test('the steps stand where the work is, or where it stopped', () => {
  expect(stepOf({ state: 'reading', phase: 'reading' })).toBe(0)
  expect(stepOf({ state: 'ready', phase: null })).toBe(1)
  expect(stepOf({ state: 'applying', phase: 'writing' })).toBe(2)
  expect(stepOf({ state: 'applied', phase: null })).toBe(3)
  expect(stepOf({ state: 'failed', phase: null })).toBe(0)
})
