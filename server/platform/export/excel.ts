import { PassThrough } from 'node:stream'
import ExcelJS from 'exceljs'
import type { FastifyReply } from 'fastify'

export type ExcelValue = string | number | boolean | null
export type ExcelColumn = { heading: string /** In characters; default 16. */; width?: number }
export type ExcelSheet = {
  name: string
  columns: readonly ExcelColumn[]
  rows: AsyncIterable<readonly ExcelValue[]> | Iterable<readonly ExcelValue[]>
}

const MIME = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
/** Excel holds no more rows in one sheet; what is beyond goes on in a further sheet. */
const MOST_ROWS = 1_000_000
const LONGEST_CELL = 32_000

/**
 * Text for a cell. A text that a spreadsheet could take for a formula gets an apostrophe before it, also when the file
 * is saved as CSV later; signed numbers and phones (+852…) stay as they are. Characters that XML cannot hold go.
 */
export const cellText = (text: string): string => {
  const clean = text
    .toWellFormed()
    .replace(/\p{Cc}|[\uFFFE\uFFFF]/gu, (c) => (c === '\t' || c === '\n' || c === '\r' ? c : ''))
    .slice(0, LONGEST_CELL)
  return /^[=+\-@\t\r]/.test(clean) && !/^[+-]?[\d\s().-]+$/.test(clean) ? `'${clean}` : clean
}

/** A name that Excel takes: 31 characters at most, none of []:*?/\, unique in its file. */
const sheetName = (name: string, taken: Set<string>): string => {
  const bare = name.replace(/[[\]:*?/\\']/g, ' ').trim() || 'Sheet'
  for (let n = 1; ; n += 1) {
    const tail = n === 1 ? '' : ` (${n})`
    const made = [...bare].slice(0, 31 - tail.length).join('') + tail
    if (taken.has(made.toLowerCase())) continue
    taken.add(made.toLowerCase())
    return made
  }
}

/**
 * Streams a workbook as the answer: rows are written as they come, so that a long list needs no memory. Every list of
 * the product exports through here. A fault in the middle breaks the download off; half a file must not look whole.
 */
export const sendExcel = (
  reply: FastifyReply,
  options: { fileName: string; sheets: readonly ExcelSheet[] },
): FastifyReply => {
  const out = new PassThrough()
  writeWorkbook(out, options.sheets).catch((error: unknown) => {
    reply.log.error({ err: error }, 'export')
    out.destroy(error instanceof Error ? error : new Error(String(error)))
  })
  return reply
    .type(MIME)
    .header(
      'content-disposition',
      `attachment; filename="export.xlsx"; filename*=UTF-8''${encodeURIComponent(options.fileName.toWellFormed())}`,
    )
    .send(out)
}

/** The same into any stream; resolves when the last byte is written. */
export const writeWorkbook = async (out: NodeJS.WritableStream, sheets: readonly ExcelSheet[]): Promise<void> => {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({
    stream: out as PassThrough,
    useStyles: true,
    useSharedStrings: false,
  })
  const taken = new Set<string>()
  for (const sheet of sheets) await writeSheet(workbook, sheet, taken, out)
  await workbook.commit()
}

const writeSheet = async (
  workbook: ExcelJS.stream.xlsx.WorkbookWriter,
  sheet: ExcelSheet,
  taken: Set<string>,
  out: NodeJS.WritableStream,
) => {
  let page = openSheet(workbook, sheet, taken)
  let written = 0
  for await (const row of sheet.rows) {
    if (written > 0 && written % MOST_ROWS === 0) {
      page.commit()
      page = openSheet(workbook, sheet, taken)
    }
    page.addRow(row.map((value) => (typeof value === 'string' ? cellText(value) : value))).commit()
    written += 1
    // the writer takes whatever it is given; a slow reader must slow us down
    if (written % 500 === 0) await drained(out)
  }
  page.commit()
}

const openSheet = (workbook: ExcelJS.stream.xlsx.WorkbookWriter, sheet: ExcelSheet, taken: Set<string>) => {
  const page = workbook.addWorksheet(sheetName(sheet.name, taken), { views: [{ state: 'frozen', ySplit: 1 }] })
  page.columns = sheet.columns.map(({ width }) => ({ width: width ?? 16 }))
  const heading = page.addRow(sheet.columns.map((column) => cellText(column.heading)))
  heading.font = { bold: true }
  heading.commit()
  return page
}

const drained = (out: NodeJS.WritableStream): Promise<void> =>
  'writableNeedDrain' in out && out.writableNeedDrain === true && 'destroyed' in out && !out.destroyed
    ? new Promise((resolve) => {
        const done = () => {
          out.off('drain', done)
          out.off('close', done)
          resolve()
        }
        out.once('drain', done)
        out.once('close', done)
      })
    : new Promise((resolve) => setImmediate(resolve))

/** All rows of a keyset-paged list, a page at a time. */
export async function* allPages<T>(
  fetchPage: (cursor: string | undefined) => Promise<{ rows: readonly T[]; next: string | null }>,
): AsyncGenerator<T> {
  let cursor: string | undefined
  do {
    const page = await fetchPage(cursor)
    yield* page.rows
    cursor = page.next ?? undefined
  } while (cursor !== undefined)
}
