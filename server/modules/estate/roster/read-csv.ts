import { isUtf8 } from 'node:buffer'
import { parse } from 'csv-parse'
import iconv from 'iconv-lite'
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

const spoilt = (text: string): number => text.split('\uFFFD').length - 1

/** UTF-8 and UTF-16 with their marks; else UTF-8 if it is, else GB18030 (which holds GBK and GB2312). */
const decodeText = (bytes: Buffer): string => {
  if (bytes.length >= 2 && bytes[0] === 0xff && bytes[1] === 0xfe) return iconv.decode(bytes, 'utf-16le')
  if (bytes.length >= 2 && bytes[0] === 0xfe && bytes[1] === 0xff) return iconv.decode(bytes, 'utf-16be')
  if (isUtf8(bytes)) return iconv.decode(bytes, 'utf-8')
  const sample = bytes.subarray(0, 65_536)
  const zeros = sample.reduce((sum, byte) => sum + (byte === 0 ? 1 : 0), 0)
  if (zeros > sample.length / 10) throw new UnreadableFile('encoding')
  const [chinese, damaged] = [iconv.decode(bytes, 'gb18030'), iconv.decode(bytes, 'utf-8')]
  // A UTF-8 file with a broken character or two is still UTF-8.
  const best = spoilt(damaged) < spoilt(chinese) ? damaged : chinese
  if (spoilt(best) > 5 + best.length / 1000) throw new UnreadableFile('encoding')
  return best
}

const DELIMITERS = [',', '\t', ';', '|'] as const

/** The sign that cuts the first lines most often, quotes left out. */
const findDelimiter = (text: string): string => {
  const head = text
    .slice(0, 20_000)
    .split('\n')
    .slice(0, 30)
    .join('\n')
    .replace(/"(?:[^"]|"")*(?:"|$)/g, '')
  const counts = DELIMITERS.map((sign) => ({ sign, count: head.split(sign).length - 1 }))
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).sign
}

/** `="0123"` is how spreadsheets keep a number as text in CSV. */
const field = (raw: string): string => cleanText(/^="[^"]*"$/.test(raw) ? raw.slice(2, -1) : raw)

const readRecord = (record: string[], row: number, limits: ReadLimits): SourceRow | null => {
  const cells: SourceCell[] = []
  for (const [index, raw] of record.entries()) {
    const value = field(raw)
    if (value === '') continue
    if (index >= limits.columns) throw new UnreadableFile('too_many_columns', { limit: limits.columns })
    cells.push({ column: index + 1, kind: 'text', value })
  }
  return cells.length > 0 ? { row, cells } : null
}

const CHUNK = 256 * 1024

/** Reads delimited text: one sheet named `name`; a row's number counts records, as a spreadsheet shows them. */
export const readCsv = async (
  bytes: Buffer,
  name: string,
  limits: ReadLimits,
  onProgress: OnProgress,
): Promise<SourceSheet[]> => {
  const text = decodeText(bytes).replace(/^\uFEFF/, '')
  if (/^\s*<(?:!doctype|html|table|\?xml)/i.test(text)) throw new UnreadableFile('html_table')
  if (text.trim() === '') throw new UnreadableFile('empty')
  const parser = parse({
    delimiter: findDelimiter(text),
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: false,
    max_record_size: 20_000_000,
  })
  const rows: SourceRow[] = []
  let [records, written] = [0, 0]
  const drain = () => {
    for (let record: string[] | null = parser.read(); record !== null; record = parser.read()) {
      records++
      const row = readRecord(record, records, limits)
      if (row) rows.push(row)
      if (rows.length > limits.rows) throw new UnreadableFile('too_many_rows', { limit: limits.rows })
    }
  }
  let failed: Error | null = null
  const ended = new Promise<void>((resolve) => {
    parser.on('end', resolve)
    parser.on('error', (error) => {
      failed = error
      resolve()
    })
  })
  while (written < text.length && failed === null) {
    parser.write(text.slice(written, written + CHUNK))
    written += CHUNK
    drain()
    await breathe()
    onProgress(records, Math.max(records, Math.round((records * text.length) / Math.min(written, text.length))))
  }
  parser.end()
  parser.on('readable', drain)
  drain()
  await ended
  if (failed) throw new UnreadableFile('broken', { row: records + 1 })
  drain()
  onProgress(records, records)
  return [{ name, hidden: false, format: 'csv', rows }]
}
