import { z } from 'zod'
import { DamagedBackup, FORMAT_VERSION, type Frame, parseJson } from './backup-format.ts'

/** What the entries of a backup file say; the file's form is in backup-format.ts. */
const Column = z.object({ name: z.string(), type: z.string() })
const Table = z.object({ schema: z.string(), name: z.string(), columns: z.array(Column) })
const Sequence = z.object({ schema: z.string(), name: z.string(), lastValue: z.string() })
const Migration = z.object({ name: z.string(), sha256: z.string().nullable() })
const Header = z.object({
  version: z.number(),
  createdAt: z.string(),
  server: z.string(),
  migrations: z.array(Migration),
  queueVersion: z.number().nullable(),
  tables: z.array(Table),
  sequences: z.array(Sequence),
  views: z.array(z.string()),
})
const FileEntry = z.object({ path: z.string() })
const Ending = z.object({ bytes: z.number(), rows: z.number().optional() })

export type Table = z.infer<typeof Table>
export type Sequence = z.infer<typeof Sequence>
export type Migration = z.infer<typeof Migration>
export type Header = z.infer<typeof Header>
export type FileEntry = z.infer<typeof FileEntry>
export type Ending = z.infer<typeof Ending>

export const readHeader = (frame: Frame): Header => {
  if (frame.kind !== 'H') throw new DamagedBackup('it has no header')
  const version = z.object({ version: z.number() }).safeParse(parseJson(frame.payload))
  if (version.success && version.data.version > FORMAT_VERSION) {
    throw new Error('The backup was made by a newer version of this product. Restore it with that version.')
  }
  return read(Header, frame)
}
export const readTable = (frame: Frame): Table => read(Table, frame)
export const readFileEntry = (frame: Frame): FileEntry => read(FileEntry, frame)
export const readEnding = (frame: Frame): Ending => read(Ending, frame)

function read<T>(schema: z.ZodType<T>, frame: Frame): T {
  const parsed = schema.safeParse(parseJson(frame.payload))
  if (!parsed.success) throw new DamagedBackup(`an entry of kind ${frame.kind} is not as it should be`)
  return parsed.data
}
