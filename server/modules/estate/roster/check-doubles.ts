import type { RosterField } from '#contract/roster-import.ts'
import { PROBLEMS, type ProblemCode } from './problem-codes.ts'
import type { SheetLayout } from './recognise-columns.ts'
import { canImport, type RosterProblem, type RosterRow, type SkippedRow } from './roster-row.ts'

export type Layouts = ReadonlyMap<string, SheetLayout>

/** A problem that only the whole file shows. */
export const addProblem = (
  layouts: Layouts,
  row: RosterRow,
  field: RosterField,
  code: ProblemCode,
  value: string,
  details: RosterProblem['details'],
): void => {
  const column = layouts.get(row.sheet)?.columns.find((one) => one.field === field)?.heading ?? ''
  const { severity } = PROBLEMS[code]
  row.problems.push({ sheet: row.sheet, row: row.row, column, field, code, value, severity, details })
}

/** Everything a row says except where it stands. */
const content = (row: RosterRow): string => {
  const { sheet: _, row: __, joinedRows: ___, notes: ____, problems, ...said } = row
  return JSON.stringify([said, problems.map(({ code, value }) => [code, value])])
}

/**
 * A unit that stands twice: the same again is left out with a reason; another content is an error of the later row,
 * which names the earlier one. The earlier row stays good.
 */
export const checkUnitDoubles = (rows: RosterRow[], layouts: Layouts): { rows: RosterRow[]; skipped: SkippedRow[] } => {
  const first = new Map<string, RosterRow>()
  const skipped: SkippedRow[] = []
  const kept = rows.filter((row) => {
    if (!row.unit || !canImport(row)) return true
    const before = first.get(row.unit.canonical)
    if (!before) {
      first.set(row.unit.canonical, row)
      return true
    }
    const { sheet, row: number } = before
    if (content(before) === content(row)) {
      const text = `${row.unit.display} ${row.owners.map(({ name }) => name).join('、')}`.trim().slice(0, 100)
      skipped.push({
        sheet: row.sheet,
        row: row.row,
        count: 1,
        why: 'DOUBLE_SAME',
        text,
        sameAs: { sheet, row: number },
      })
      return false
    }
    addProblem(layouts, row, 'room', 'UNIT_DOUBLE', row.unit.display, { otherSheet: sheet, otherRow: number })
    return true
  })
  return { rows: kept, skipped }
}

/** A plate or parking space with two units that have no customer in common. */
export const checkThingDoubles = (rows: RosterRow[], layouts: Layouts): void => {
  const holders = { plate: new Map<string, RosterRow>(), parking: new Map<string, RosterRow>() }
  const people = (row: RosterRow) => [...row.owners, ...row.tenants].map(({ customer }) => customer)
  for (const row of rows.filter(canImport)) {
    const things = [
      ...row.vehicles.map(({ plate }) => ({
        field: 'plate' as const,
        code: 'PLATE_DOUBLE' as const,
        key: plate,
        value: plate,
      })),
      ...row.parking.map(({ canonical, display }) => ({
        field: 'parking' as const,
        code: 'PARKING_DOUBLE' as const,
        key: canonical,
        value: display,
      })),
    ]
    for (const { field, code, key, value } of things) {
      const before = holders[field].get(key)
      if (!before) holders[field].set(key, row)
      else if (!people(row).some((customer) => people(before).includes(customer)))
        addProblem(layouts, row, field, code, value, {
          otherSheet: before.sheet,
          otherRow: before.row,
          otherUnit: before.unit?.display ?? '',
        })
    }
  }
}
