import type { RosterField } from '#contract/roster-import.ts'
import { AMBIGUOUS, plainHeading, REPEATABLE, wordFor, wordUnder } from './column-words.ts'
import type { SourceCell, SourceRow, SourceSheet } from './source-sheet.ts'

export type ColumnMapping = {
  /** From 1, as in the sheet. */
  column: number
  /** As printed; two lines of a heading are joined by a space. */
  heading: string
  /** Null: not one of ours; its values are kept beside the row. */
  field: RosterField | null
}
export type SheetLayout = {
  sheet: string
  title: string | null
  headingRows: number[]
  columns: ColumnMapping[]
}
export type SheetSkipReason = 'EMPTY' | 'NO_HEADINGS' | 'NO_ROOM_COLUMN' | 'NO_ROWS'

/** What a person chose on the mapping page, by name of the sheet. */
export type MappingOverride = {
  /** The last row of the headings, if recognition found another one. */
  headingRow?: number
  /** By column number; null leaves a column out of the mapping. Columns that are not named stay as recognised. */
  columns?: Record<number, RosterField | null>
}

/** Titles and notes above the headings never take more rows than this. */
const SEARCH_ROWS = 30
const MOST_HEADING_ROWS = 3
const LONGEST_HEADING = 40

type Heading = { column: number; heading: string; word: { field: RosterField; rank: number } | null; plain: string }

const textOf = (cell: SourceCell): string =>
  cell.kind === 'text' ? String(cell.value).replace(/\s+/g, ' ').trim() : ''

/** Headings of a block of rows: each column's different texts from top to bottom. */
const headingsOf = (block: SourceRow[]): Heading[] => {
  const byColumn = new Map<number, string[]>()
  for (const row of block) {
    for (const cell of row.cells) {
      const texts = byColumn.get(cell.column) ?? []
      const text = textOf(cell) || String(cell.value)
      if (texts.at(-1) !== text) texts.push(text)
      byColumn.set(cell.column, texts)
    }
  }
  return [...byColumn].map(([column, texts]) => {
    const own = texts.at(-1) ?? ''
    const group = texts.slice(0, -1).join('')
    const readable = own.length <= LONGEST_HEADING && group.length <= LONGEST_HEADING
    const word = readable ? (group === '' ? wordFor(own) : wordUnder(group, own)) : null
    return { column, heading: texts.join(' '), word, plain: readable ? plainHeading(own) : '' }
  })
}

const score = (headings: Heading[]): number =>
  new Set(headings.flatMap(({ word, plain }) => (word ? [word.field] : plain in AMBIGUOUS ? [plain] : []))).size +
  headings.filter(({ word }) => word).length / 100

type Found = { block: SourceRow[]; headings: Heading[]; points: number }

const findHeadings = (sheet: SourceSheet): Found | null => {
  const rows = sheet.rows.slice(0, SEARCH_ROWS)
  const blocks = rows.flatMap((_, start) =>
    Array.from({ length: MOST_HEADING_ROWS }, (__, more) => rows.slice(start, start + more + 1)).filter(
      (block, more) => block.length === more + 1 && (block.at(-1)?.row ?? 0) - (block[0]?.row ?? 0) === more,
    ),
  )
  return blocks.reduce<Found | null>((best, block) => {
    const headings = headingsOf(block)
    const points = score(headings)
    if (points < 2) return best
    // With the same yield the smaller block: a title above says nothing about the columns.
    const better = !best || points > best.points || (points === best.points && block.length < best.block.length)
    return better ? { block, headings, points } : best
  }, null)
}

/** English "unit" is the flat, or the entrance beside a room; 座 is the building, or the entrance beside one. */
const settle = (headings: Heading[], sheet: SourceSheet, below: number): Heading[] => {
  const has = (field: RosterField) => headings.some(({ word }) => word?.field === field)
  const looksLikePapers = (column: number): boolean => {
    const values = sheet.rows
      .filter(({ row }) => row > below)
      .slice(0, 20)
      .flatMap(({ cells }) => cells.filter((cell) => cell.column === column).map((cell) => String(cell.value)))
    return values.filter((value) => value.length >= 8).length > values.length / 2
  }
  const meaning = ({ plain, column }: Heading): RosterField | null => {
    const kind = AMBIGUOUS[plain]
    if (kind === 'unit') return has('room') ? 'section' : 'room'
    if (kind === 'block') return has('building') ? 'section' : 'building'
    if (kind === 'id') return has('ownerId') || !looksLikePapers(column) ? 'seq' : 'ownerId'
    return null
  }
  const settled = headings.map((heading) => {
    const field = heading.plain in AMBIGUOUS && !(heading.word && heading.plain !== 'id') ? meaning(heading) : null
    return field ? { ...heading, word: { field, rank: 1000 } } : heading
  })
  // 单元 without any room column holds the whole room: 2单元1203.
  if (settled.some(({ word }) => word?.field === 'room')) return settled
  return settled.map((heading) =>
    heading.word?.field === 'section' ? { ...heading, word: { field: 'room', rank: heading.word.rank } } : heading,
  )
}

/** One column for a field that takes one: the better word, then the one further left. The others stay unmapped. */
const choose = (headings: Heading[]): ColumnMapping[] => {
  const taken = new Map<RosterField, Heading>()
  for (const heading of headings) {
    if (!heading.word || REPEATABLE.has(heading.word.field)) continue
    const before = taken.get(heading.word.field)
    if (!before?.word || heading.word.rank < before.word.rank) taken.set(heading.word.field, heading)
  }
  return headings
    .map((heading) => {
      const field = heading.word?.field ?? null
      const own = field !== null && (REPEATABLE.has(field) || taken.get(field) === heading)
      return { column: heading.column, heading: heading.heading, field: own ? field : null }
    })
    .sort((a, b) => a.column - b.column)
}

const titleOf = (sheet: SourceSheet, before: number): string | null => {
  const lines = sheet.rows
    .filter(({ row }) => row < before)
    .map(({ cells }) => textOf(cells[0] ?? { column: 1, kind: 'text', value: '' }))
  return lines.filter((line) => line !== '').join(' ') || null
}

const override = (found: Found | null, sheet: SourceSheet, { headingRow }: MappingOverride): Found | null => {
  if (headingRow === undefined || found?.block.at(-1)?.row === headingRow) return found
  const row = sheet.rows.find((one) => one.row === headingRow)
  return row ? { block: [row], headings: headingsOf([row]), points: 0 } : found
}

/** Finds the headings of a sheet and what each column means, or says why the sheet is no roster. */
export const recogniseColumns = (
  sheet: SourceSheet,
  chosen: MappingOverride = {},
): SheetLayout | { skipped: SheetSkipReason } => {
  if (sheet.rows.length === 0) return { skipped: 'EMPTY' }
  const found = override(findHeadings(sheet), sheet, chosen)
  if (!found) return { skipped: 'NO_HEADINGS' }
  const headingRows = found.block.map(({ row }) => row)
  const last = headingRows.at(-1) ?? 0
  const columns = choose(settle(found.headings, sheet, last)).map((mapping) => {
    const field = chosen.columns?.[mapping.column]
    return field === undefined ? mapping : { ...mapping, field }
  })
  if (!columns.some(({ field }) => field === 'room')) return { skipped: 'NO_ROOM_COLUMN' }
  if (!sheet.rows.some(({ row }) => row > last)) return { skipped: 'NO_ROWS' }
  return { sheet: sheet.name, title: titleOf(sheet, headingRows[0] ?? 0), headingRows, columns }
}
