import { posix } from 'node:path'
import { excelSerialDate, parseDate } from '../parse-date.rules.ts'
import {
  breathe,
  cleanText,
  type OnProgress,
  type ReadLimits,
  type SourceCell,
  type SourceRow,
  type SourceSheet,
  UnreadableFile,
} from './source-sheet.ts'
import { type Merge, spreadMerges } from './spread-merges.ts'
import { readDateStyles, readInlineString, readRelations, readSharedStrings, readWorkbook } from './workbook-parts.ts'
import { decodeExcel, scanXml, type XmlScanner } from './xml-scan.ts'
import { readZipDirectory, unpack } from './zip-directory.ts'

type Book = { strings: string[]; dateStyles: boolean[]; date1904: boolean }

/** B12 → column 2, row 12; also without dollar signs only, as cell references in sheets are. */
const address = (ref: string): { column: number; row: number } | null => {
  const match = /^([A-Z]{1,3})(\d{1,7})$/.exec(ref)
  if (!match) return null
  let column = 0
  for (const letter of match[1] ?? '') column = column * 26 + letter.charCodeAt(0) - 64
  return { column, row: Number(match[2]) }
}

const merge = (ref: string): Merge | null => {
  const [from, to] = ref.split(':')
  const [a, b] = [address(from ?? ''), address(to ?? from ?? '')]
  return a && b ? { top: a.row, left: a.column, bottom: b.row, right: b.column } : null
}

const numberCell = (raw: string, style: string | undefined, book: Book): Pick<SourceCell, 'kind' | 'value'> | null => {
  const value = Number(raw)
  if (raw.trim() === '' || !Number.isFinite(value)) return null
  const isDate = style !== undefined && book.dateStyles[Number(style)] === true && value >= 1
  const date = isDate ? excelSerialDate(value, book.date1904) : null
  return date === null ? { kind: 'number', value } : { kind: 'date', value: date }
}

/** Reads the current `<c>` to its end. Formulas give their cached result. Null for an empty cell. */
const readCell = (scan: XmlScanner, book: Book): Pick<SourceCell, 'kind' | 'value'> | null => {
  const type = scan.attribute('t') ?? 'n'
  const style = scan.attribute('s')
  let [raw, formula]: [string | null, boolean] = [null, false]
  if (scan.empty) return null
  while (scan.next()) {
    if (scan.name === 'c' && scan.closing) break
    if (scan.name === 'f') formula = true
    else if (scan.name === 'v' && scan.closing) raw = scan.text
    else if (scan.name === 'is' && !scan.closing) raw = readInlineString(scan)
  }
  if (raw === null) return formula ? { kind: 'error', value: '#NO_RESULT' } : null
  if (type === 'n') return numberCell(raw, style, book)
  if (type === 'e') return { kind: 'error', value: raw }
  if (type === 'b') return { kind: 'bool', value: raw.trim() === '1' }
  const day = type === 'd' ? parseDate(raw) : null
  if (day !== null) return { kind: 'date', value: day }
  const text = cleanText(type === 's' ? (book.strings[Number(raw)] ?? '') : type === 'str' ? decodeExcel(raw) : raw)
  return text === '' ? null : { kind: 'text', value: text }
}

const countRows = (xml: string): number => {
  let rows = 0
  for (let at = xml.indexOf('<row'); at >= 0; at = xml.indexOf('<row', at + 4)) rows++
  return rows
}

const readSheet = async (xml: string, book: Book, limits: ReadLimits, onRow: () => void): Promise<SourceRow[]> => {
  const rows: SourceRow[] = []
  const merges: Merge[] = []
  const scan = scanXml(xml)
  let cells: SourceCell[] = []
  let [row, column, seen] = [0, 0, 0]
  while (scan.next()) {
    if (scan.name === 'row') {
      if (!scan.closing) {
        const r = Number(scan.attribute('r') ?? row + 1)
        if (!Number.isInteger(r) || r <= row) throw new UnreadableFile('broken')
        row = r
        column = 0
        cells = []
      }
      if ((scan.closing || scan.empty) && cells.length > 0)
        rows.push({ row, cells: cells.sort((a, b) => a.column - b.column) })
      if (rows.length > limits.rows) throw new UnreadableFile('too_many_rows', { limit: limits.rows })
      if (scan.closing || scan.empty) onRow()
      if (++seen % 1000 === 0) await breathe()
    } else if (scan.name === 'c' && !scan.closing) {
      const place = address(scan.attribute('r') ?? '')
      column = place?.column ?? column + 1
      const at = column
      const cell = readCell(scan, book)
      if (cell && at > limits.columns) throw new UnreadableFile('too_many_columns', { limit: limits.columns })
      if (cell) cells.push({ column: at, ...cell })
    } else if (scan.name === 'mergeCell' && !scan.closing) {
      const found = merge(scan.attribute('ref') ?? '')
      if (found) merges.push(found)
    }
  }
  return spreadMerges(rows, merges)
}

/** A sheet's target is meant from the folder of the workbook, unless it begins with a slash. */
const resolve = (folder: string, target: string): string =>
  (target.startsWith('/') ? target.slice(1) : posix.join(folder, target)).toLowerCase()

/** Reads every sheet of an .xlsx or .xlsm file. Throws UnreadableFile. */
export const readXlsx = async (file: Buffer, limits: ReadLimits, onProgress: OnProgress): Promise<SourceSheet[]> => {
  const directory = readZipDirectory(file, limits)
  const part = async (name: string): Promise<string | null> => {
    const entry = directory.get(name)
    return entry ? (await unpack(file, entry)).toString('utf8').replace(/^\uFEFF/, '') : null
  }
  const top = readRelations((await part('_rels/.rels')) ?? '')
  const workbookPath = resolve('', top.byType.get('officeDocument') ?? 'xl/workbook.xml')
  if (workbookPath.endsWith('.bin')) throw new UnreadableFile('binary_xlsb')
  const workbookXml = await part(workbookPath)
  if (workbookXml === null) throw new UnreadableFile('not_a_sheet')
  const folder = posix.dirname(workbookPath)
  const { sheets, date1904 } = readWorkbook(workbookXml)
  if (sheets.length > limits.sheets) throw new UnreadableFile('too_many_sheets', { limit: limits.sheets })
  const relations = readRelations((await part(`${folder}/_rels/${posix.basename(workbookPath)}.rels`)) ?? '')
  const named = (type: string, usual: string) => resolve(folder, relations.byType.get(type) ?? usual)
  const strings = readSharedStrings((await part(named('sharedStrings', 'sharedStrings.xml'))) ?? '')
  await breathe()
  const dateStyles = readDateStyles((await part(named('styles', 'styles.xml'))) ?? '')
  const book: Book = { strings, dateStyles, date1904 }

  const result: SourceSheet[] = []
  let [done, total] = [0, 0]
  for (const { name, hidden, relation } of sheets) {
    const target = relations.byId.get(relation)
    const xml = target === undefined ? null : await part(resolve(folder, target))
    // Chart sheets have no cells.
    if (xml === null || !/<(?:\w+:)?worksheet/.test(xml.slice(0, 2000))) continue
    total += countRows(xml)
    const rows = await readSheet(xml, book, limits, () => {
      done++
      if (done % 500 === 0) onProgress(done, Math.max(done, total))
    })
    const plain = cleanText(name) || `Sheet${result.length + 1}`
    // Everything after this knows a sheet by its name.
    const taken = result.some((sheet) => sheet.name === plain)
    result.push({ name: taken ? `${plain} (${result.length + 1})` : plain, hidden, format: 'xlsx', rows })
  }
  if (result.length === 0) throw new UnreadableFile('not_a_sheet')
  onProgress(Math.max(done, total), Math.max(done, total))
  return result
}
