import { type Refusal, refuse } from '#contract/refusal.ts'
import { readCsv } from './read-csv.ts'
import { readXlsx } from './read-xlsx.ts'
import {
  cleanText,
  DEFAULT_READ_LIMITS,
  type OnProgress,
  type ReadLimits,
  type SourceSheet,
  UnreadableFile,
} from './source-sheet.ts'

export type ReadOptions = {
  /** Names the one sheet of a CSV file. The kind of the file is told from its bytes, never from its name. */
  fileName?: string
  limits?: Partial<ReadLimits>
  onProgress?: OnProgress
}

const COMPOUND = Buffer.from('d0cf11e0a1b11ae1', 'hex')

/** Old .xls and encrypted .xlsx files share a container; the directory names of its streams are UTF-16. */
const compoundReason = (file: Buffer) =>
  file.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'encrypted' : 'old_xls'

const sheetName = (fileName: string | undefined): string =>
  cleanText((fileName ?? '').replace(/^.*[/\\]/, '').replace(/\.[a-z0-9]{1,5}$/i, '')).slice(0, 100) || 'CSV'

/**
 * Bytes of an .xlsx, .csv or .tsv file to sheets of plain cells. Refuses with E_IMPORT_UNREADABLE; `details.reason` is
 * an UnreadableReason.
 */
export const readSheets = async (bytes: Uint8Array, options: ReadOptions = {}): Promise<SourceSheet[] | Refusal> => {
  const limits = { ...DEFAULT_READ_LIMITS, ...options.limits }
  const onProgress = options.onProgress ?? (() => {})
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    if (file.length === 0) throw new UnreadableFile('empty')
    if (file.length > limits.fileBytes) throw new UnreadableFile('file_too_large', { limit: limits.fileBytes })
    if (file.subarray(0, 8).equals(COMPOUND)) throw new UnreadableFile(compoundReason(file))
    if (file.subarray(0, 2).toString('latin1') === 'PK') return await readXlsx(file, limits, onProgress)
    return await readCsv(file, sheetName(options.fileName), limits, onProgress)
  } catch (error) {
    // A file cut short sends readers beyond its end.
    const outside = error instanceof RangeError
    if (!(error instanceof UnreadableFile) && !outside) throw error
    const { reason, details } = outside ? new UnreadableFile('broken') : error
    return refuse('E_IMPORT_UNREADABLE', { field: 'file', details: { ...details, reason } })
  }
}
