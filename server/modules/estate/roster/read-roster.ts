import { type Refusal, refuse } from '#contract/refusal.ts'
import type { LocalDate } from '#contract/values.ts'
import { checkThingDoubles, checkUnitDoubles } from './check-doubles.ts'
import { gatherCustomers } from './gather-customers.ts'
import { parseSheet } from './parse-rows.ts'
import { readSheets } from './read-sheets.ts'
import { type MappingOverride, recogniseColumns, type SheetLayout } from './recognise-columns.ts'
import {
  canImport,
  DEFAULT_ROSTER_SETTINGS,
  type Roster,
  type RosterCounts,
  type RosterCustomer,
  type RosterRow,
  type RosterSettings,
  type RosterSheet,
  type SkippedRow,
} from './roster-row.ts'
import type { OnProgress, ReadLimits, SourceSheet } from './source-sheet.ts'

export type RosterOptions = {
  /** The estate's own day: dates after it lie in the future. */
  today: LocalDate
  /** Names of the estate; before a building they say nothing (翠湖花园3栋 is 3栋). The title's name is added. */
  estateNames?: readonly string[]
  /** What a person chose on the mapping page, by name of the sheet. */
  mapping?: Record<string, MappingOverride>
  settings?: Partial<RosterSettings>
  onProgress?: OnProgress
}

const count = (rows: RosterRow[], customers: RosterCustomer[]): RosterCounts => {
  const good = rows.filter(canImport)
  const kinds = (kind: string) => good.filter(({ unit }) => unit?.kind === kind).length
  const problems = rows.flatMap((row) => row.problems)
  return {
    rows: rows.length,
    goodRows: good.length,
    units: new Set(good.map(({ unit }) => unit?.canonical)).size,
    flats: kinds('flat'),
    shops: kinds('shop'),
    villas: kinds('villa'),
    parking: kinds('parking'),
    customers: customers.length,
    owners: customers.filter(({ roles }) => roles.includes('owner')).length,
    tenants: customers.filter(({ roles }) => roles.includes('tenant')).length,
    vehicles: new Set(good.flatMap(({ vehicles }) => vehicles.map(({ plate }) => plate))).size,
    parkingSpaces: new Set(good.flatMap(({ parking }) => parking.map(({ canonical }) => canonical))).size,
    problemRows: rows.filter((row) => row.problems.length > 0).length,
    errors: problems.filter(({ severity }) => severity === 'error').length,
    warnings: problems.filter(({ severity }) => severity === 'warning').length,
  }
}

/** Sheets to a checked roster. Refuses with E_IMPORT_COLUMNS if no sheet has the headings of a roster. */
const parseRoster = async (sources: SourceSheet[], options: RosterOptions): Promise<Roster | Refusal> => {
  const settings = { ...DEFAULT_ROSTER_SETTINGS, ...options.settings }
  const onProgress = options.onProgress ?? (() => {})
  const total = sources.reduce((sum, { rows }) => sum + rows.length, 0)
  const layouts = new Map<string, SheetLayout>()
  const sheets: RosterSheet[] = []
  let rows: RosterRow[] = []
  let skipped: SkippedRow[] = []
  let done = 0
  for (const source of sources) {
    const { name: sheet, hidden } = source
    const layout = recogniseColumns(source, options.mapping?.[sheet])
    if ('skipped' in layout) {
      sheets.push({ sheet, hidden, skipped: layout.skipped })
      done += source.rows.length
      continue
    }
    layouts.set(sheet, layout)
    const parsed = await parseSheet(
      source,
      layout,
      { today: options.today, settings, estateNames: options.estateNames ?? [] },
      (parsedRows) => {
        done += parsedRows
        onProgress(Math.min(done, total), total)
      },
    )
    sheets.push({ sheet, hidden, layout, rows: parsed.rows.length })
    // Not push(...): so many arguments as a large file has rows overflow the stack.
    rows = rows.concat(parsed.rows)
    skipped = skipped.concat(parsed.skipped)
  }
  if (layouts.size === 0) {
    const seen = sheets.map((one) => ({ sheet: one.sheet, why: 'skipped' in one ? one.skipped : '' }))
    return refuse('E_IMPORT_COLUMNS', { field: 'file', details: { sheets: seen, needed: ['room'] } })
  }
  const doubles = checkUnitDoubles(rows, layouts)
  rows = doubles.rows
  const order = new Map(sources.map(({ name }, index) => [name, index]))
  skipped = [...skipped, ...doubles.skipped].sort(
    (a, b) => (order.get(a.sheet) ?? 0) - (order.get(b.sheet) ?? 0) || a.row - b.row,
  )
  const customers = gatherCustomers(rows, layouts, settings)
  checkThingDoubles(rows, layouts)
  onProgress(total, total)
  return {
    sheets,
    rows,
    customers,
    skipped,
    problems: rows.flatMap((row) => row.problems),
    counts: count(rows, customers),
  }
}

/**
 * The whole way: bytes of an Excel or CSV file to a checked roster, with the plain sheets for the problem workbook.
 * Progress counts every row twice: once read, once checked.
 */
export const readRoster = async (
  bytes: Uint8Array,
  options: RosterOptions & { fileName?: string; limits?: Partial<ReadLimits> },
): Promise<{ roster: Roster; sources: SourceSheet[] } | Refusal> => {
  const onProgress = options.onProgress ?? (() => {})
  const sources = await readSheets(bytes, {
    ...(options.fileName !== undefined && { fileName: options.fileName }),
    ...(options.limits && { limits: options.limits }),
    onProgress: (done, total) => onProgress(done, total * 2),
  })
  if (!Array.isArray(sources)) return sources
  const roster = await parseRoster(sources, {
    ...options,
    onProgress: (done, total) => onProgress(total + done, total * 2),
  })
  return 'rows' in roster ? { roster, sources } : roster
}
