/** A cell as it stands in the file; nothing is interpreted but its kind. */
export type SourceCell = {
  /** From 1, as in Excel: 1 is A. */
  column: number
  kind: 'text' | 'number' | 'date' | 'bool' | 'error'
  /** Text; number; for a date its local date `YYYY-MM-DD`; for an error its name (`#N/A`, `#NO_RESULT`). */
  value: string | number | boolean
  /** Set on every cell of a merge but its first: where the value really stands. */
  mergedFrom?: { row: number; column: number }
}
/** Only cells that hold something, by column. `row` counts from 1, as in Excel. */
export type SourceRow = { row: number; cells: SourceCell[] }
export type SourceSheet = {
  name: string
  hidden: boolean
  format: 'xlsx' | 'csv'
  /** Only rows that hold something, by row. */
  rows: SourceRow[]
}

export type ReadLimits = {
  /** Bytes of the file as uploaded. */
  fileBytes: number
  /** Bytes of all parts of the workbook when unpacked, as declared and as met. */
  unpackedBytes: number
  /** Unpacked against packed size of a part of more than 1 MB. Sheets reach 30 at most; bombs have about 1,000. */
  ratio: number
  rows: number
  columns: number
  sheets: number
}
export const DEFAULT_READ_LIMITS: ReadLimits = {
  fileBytes: 50 * 1024 * 1024,
  unpackedBytes: 300 * 1024 * 1024,
  ratio: 200,
  rows: 200_000,
  columns: 200,
  sheets: 50,
}

/** Why a file cannot be read; travels as `details.reason` of E_IMPORT_UNREADABLE. */
export type UnreadableReason =
  | 'empty'
  | 'file_too_large'
  | 'old_xls'
  | 'encrypted'
  | 'binary_xlsb'
  | 'not_a_sheet'
  | 'html_table'
  | 'encoding'
  | 'broken'
  | 'unpacked_too_large'
  | 'zip_bomb'
  | 'too_many_rows'
  | 'too_many_columns'
  | 'too_many_sheets'

/** Thrown inside the reader only; `readSheets` turns it into a refusal. */
export class UnreadableFile extends Error {
  readonly reason: UnreadableReason
  readonly details: Record<string, string | number>
  constructor(reason: UnreadableReason, details: Record<string, string | number> = {}) {
    super(reason)
    this.reason = reason
    this.details = details
  }
}

/** Called now and then; `total` may grow while the work goes on. */
export type OnProgress = (done: number, total: number) => void

/** Lets other requests have their turn. */
export const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this takes out
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF]/g

/**
 * Text that the database and the pages can hold: no NUL, no control characters, no half surrogate; trimmed. The
 * apostrophe that forces text (`'=1+1`, `'0755`) is a sign of the sheet and no part of the text.
 */
export const cleanText = (raw: string): string => {
  const text = raw.replace(/\r\n?/g, '\n').replace(CONTROL, '').toWellFormed().trim()
  return /^'[=+\-@\d]/.test(text) ? text.slice(1) : text
}
