import type { Writable } from 'node:stream'
import ExcelJS from 'exceljs'
import { rosterTexts } from '#content/texts/roster.ts'
import type { ColumnMapping, SheetLayout } from './recognise-columns.ts'
import type { Roster, RosterProblem } from './roster-row.ts'
import { breathe, type SourceCell, type SourceSheet } from './source-sheet.ts'

export type Language = 'zh' | 'en'

const LONGEST_VALUE = 60

const fill = (text: string, values: Record<string, string | number>): string =>
  text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''))

/** What is wrong and what would be right, in the reader's language. */
const problemText = ({ code, value, details }: RosterProblem, language: Language): string => {
  const shown = [...value.replace(/\s+/g, ' ')]
  const cut = shown.length > LONGEST_VALUE ? `${shown.slice(0, LONGEST_VALUE).join('')}…` : shown.join('')
  return fill(rosterTexts[`roster.problem.${code}`][language], { ...details, value: cut })
}

/** A leading apostrophe keeps Excel, WPS and a later CSV from running the text as a formula; reading takes it off. */
const harmless = (text: string): string => (/^[=+\-@\t\r\n|']/.test(text) ? `'${text}` : text)

type Value = string | number | boolean | Date
/** Dates travel as UTC midnight, which is how exceljs writes a day without a time. */
const shownValue = ({ kind, value }: SourceCell): Value => {
  if (kind === 'date') return new Date(`${value}T00:00:00.000Z`)
  return kind === 'text' || kind === 'error' ? harmless(String(value)) : value
}

const RED = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFD9D9' } } as const
const BOLD = { bold: true } as const

const heading = ({ heading: text }: ColumnMapping): number => Math.min(40, Math.max(8, [...text].length * 2))

type Page = { sheet: SourceSheet; layout: SheetLayout; problems: Map<number, RosterProblem[]> }

const pagesOf = (sources: SourceSheet[], roster: Roster): Page[] =>
  sources.flatMap((sheet) => {
    const found = roster.sheets.find((one) => one.sheet === sheet.name)
    if (!found || 'skipped' in found) return []
    const problems = new Map<number, RosterProblem[]>()
    for (const problem of roster.problems) {
      if (problem.sheet !== sheet.name) continue
      problems.set(problem.row, [...(problems.get(problem.row) ?? []), problem])
    }
    return problems.size > 0 ? [{ sheet, layout: found.layout, problems }] : []
  })

const reasons = (problems: RosterProblem[], row: number, language: Language): string =>
  [
    fill(rosterTexts['roster.workbook.row'][language], { row }),
    ...problems.map((problem) => `${problem.column}: ${problemText(problem, language)}`),
  ].join('\n')

/** Excel's own rules for names of sheets; a CSV file may bring any name. */
const sheetName = (name: string, used: Set<string>): string => {
  const plain =
    name
      .replace(/[[\]:*?/\\]/g, ' ')
      .replace(/^'|'$/g, '')
      .trim()
      .slice(0, 28) || 'Sheet'
  let own = plain
  for (let n = 2; used.has(own.toLowerCase()); n++) own = `${plain} ${n}`
  used.add(own.toLowerCase())
  return own
}

/** Titles and headings as they were, with their merges: without them a second line would lose its common heading. */
const writeAbove = (
  out: ExcelJS.Worksheet,
  { sheet, layout }: Page,
  reasonColumn: number,
  language: Language,
): void => {
  const last = layout.headingRows.at(-1) ?? 0
  const lines = new Map<number, ExcelJS.Row>()
  const merges = new Map<string, { top: number; left: number; bottom: number; right: number }>()
  for (const { row, cells } of sheet.rows.filter((one) => one.row <= last)) {
    const line = out.addRow([])
    line.font = BOLD
    lines.set(row, line)
    for (const cell of cells) {
      const from = cell.mergedFrom
      const top = from && lines.get(from.row)?.number
      if (!from || top === undefined) {
        line.getCell(cell.column).value = shownValue(cell)
        continue
      }
      const key = `${from.row} ${from.column}`
      const range = merges.get(key) ?? { top, left: from.column, bottom: top, right: from.column }
      merges.set(key, { ...range, bottom: line.number, right: Math.max(range.right, cell.column) })
    }
    if (row === last) line.getCell(reasonColumn).value = rosterTexts['roster.workbook.reason'][language]
  }
  for (const { top, left, bottom, right } of merges.values()) out.mergeCells(top, left, bottom, right)
  for (const line of lines.values()) line.commit()
}

const writePage = async (
  book: ExcelJS.stream.xlsx.WorkbookWriter,
  page: Page,
  name: string,
  language: Language,
): Promise<void> => {
  const { layout, problems, sheet } = page
  const reasonColumn =
    layout.columns.find(({ field }) => field === 'reason')?.column ??
    Math.max(...layout.columns.map(({ column }) => column)) + 1
  const out = book.addWorksheet(name)
  out.columns = Array.from({ length: reasonColumn }, (_, index) => {
    const own = layout.columns.find(({ column }) => column === index + 1)
    return { width: index + 1 === reasonColumn ? 70 : own ? heading(own) : 10 }
  })
  writeAbove(out, page, reasonColumn, language)
  let written = 0
  for (const { row, cells } of sheet.rows) {
    const own = problems.get(row)
    if (!own) continue
    const line = out.addRow([])
    for (const cell of cells) {
      const target = line.getCell(cell.column)
      target.value = shownValue(cell)
      if (cell.kind === 'date') target.numFmt = 'yyyy-mm-dd'
      else if (cell.kind === 'text') target.numFmt = '@'
    }
    for (const { column: name, field } of own) {
      const column = layout.columns.find((one) => one.field === field && one.heading === name)?.column
      if (column !== undefined) line.getCell(column).fill = RED
    }
    const reason = line.getCell(reasonColumn)
    reason.value = harmless(reasons(own, row, language))
    reason.alignment = { wrapText: true, vertical: 'top' }
    line.commit()
    if (++written % 500 === 0) await breathe()
  }
  out.commit()
}

/**
 * The problem rows back as an .xlsx in the form they came in: the same sheets, titles, headings and order, each row
 * with a last column that says why. Merged cells come back filled in every row, so that the corrected file can be
 * imported as it is. Written row by row to `out`; returns false, writing nothing, if there is no problem row.
 */
export const writeProblemWorkbook = async (
  out: Writable,
  sources: SourceSheet[],
  roster: Roster,
  language: Language,
): Promise<boolean> => {
  const pages = pagesOf(sources, roster)
  if (pages.length === 0) return false
  // The row-by-row writer also keeps rare characters whole, which exceljs's buffered writer cuts at 16 KB.
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: false })
  const used = new Set<string>()
  for (const page of pages) await writePage(book, page, sheetName(page.sheet.name, used), language)
  await book.commit()
  return true
}
