import type { RosterField } from '#contract/roster-import.ts'
import { type NoteCode, PROBLEMS, type ProblemCode } from './problem-codes.ts'
import type { SheetLayout } from './recognise-columns.ts'
import type { RosterProblem, RosterRow } from './roster-row.ts'
import type { SourceCell, SourceRow } from './source-sheet.ts'

/** One cell under a heading, with the text a person sees. */
export type FieldCell = { field: RosterField; heading: string; text: string; cell: SourceCell }

/** The row of a sheet, laid under its headings. */
export type LaidRow = {
  sheet: string
  row: number
  source: SourceRow
  /** The first column of a field that holds something. */
  get(field: RosterField): FieldCell | undefined
  all(field: RosterField): FieldCell[]
  heading(field: RosterField): string
  has(field: RosterField): boolean
}

/** Whole digits, also of numbers that would print as 4.4e+17. */
export const cellText = (cell: SourceCell): string => {
  if (cell.kind !== 'number') return String(cell.value)
  const value = Number(cell.value)
  return Number.isInteger(value) ? BigInt(value).toString() : String(value)
}

/** A cell may hold 32,767 characters; no name, number or date does, and reading so many would take long. */
const LONGEST_FIELD = 1000

/** Lays the rows of a sheet under its headings. */
export const layRows = (layout: SheetLayout): ((source: SourceRow) => LaidRow) => {
  const columns = new Map<RosterField, { column: number; heading: string }[]>()
  for (const { column, heading, field } of layout.columns) {
    if (field) columns.set(field, [...(columns.get(field) ?? []), { column, heading }])
  }
  return (source) => {
    const cells = new Map(source.cells.map((cell) => [cell.column, cell]))
    const all = (field: RosterField): FieldCell[] =>
      (columns.get(field) ?? []).flatMap(({ column, heading }) => {
        const cell = cells.get(column)
        if (!cell || cell.kind === 'error') return []
        const whole = cellText(cell)
        return [{ field, heading, text: field === 'remarks' ? whole : whole.slice(0, LONGEST_FIELD), cell }]
      })
    return {
      sheet: layout.sheet,
      row: source.row,
      source,
      all,
      get: (field) => all(field)[0],
      heading: (field) => columns.get(field)?.[0]?.heading ?? '',
      has: (field) => columns.has(field),
    }
  }
}

/** Collects what is wrong with a row while it is read. */
export type Findings = {
  problem(
    code: ProblemCode,
    at: FieldCell | RosterField,
    value?: string,
    details?: Record<string, string | number>,
  ): void
  note(code: NoteCode, at: FieldCell | RosterField, value?: string): void
  problems: RosterProblem[]
  notes: RosterRow['notes']
}

export const findingsOf = (laid: LaidRow): Findings => {
  const problems: RosterProblem[] = []
  const notes: RosterRow['notes'] = []
  const place = (at: FieldCell | RosterField) =>
    typeof at === 'string'
      ? { column: laid.heading(at), field: at, text: '' }
      : { column: at.heading, field: at.field, text: at.text }
  return {
    problems,
    notes,
    problem: (code, at, value, details = {}) => {
      const { column, field, text } = place(at)
      const { severity } = PROBLEMS[code]
      problems.push({ sheet: laid.sheet, row: laid.row, column, field, code, value: value ?? text, severity, details })
    },
    note: (code, at, value) => {
      const { column, text } = place(at)
      notes.push({ code, column, value: value ?? text })
    },
  }
}
