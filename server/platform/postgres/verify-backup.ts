import { type Header, readEnding, readFileEntry, readHeader, readTable } from './backup-contents.ts'
import { DamagedBackup, readBackupFile } from './backup-format.ts'

/** What a whole backup holds. */
export type BackupInventory = { header: Header; files: number; hasKeys: boolean }

/** Reads a backup through, without using it. Throws `DamagedBackup` unless it is whole and unaltered. */
export async function verifyBackup(file: string): Promise<BackupInventory> {
  let header: Header | undefined
  let files = 0
  let hasKeys = false
  let open: { bytes: number } | undefined
  for await (const frame of readBackupFile(file)) {
    if (header === undefined) header = readHeader(frame)
    else if (frame.kind === 'D' && open !== undefined) open.bytes += frame.payload.length
    else if (frame.kind === 'E' && open !== undefined) {
      if (readEnding(frame).bytes !== open.bytes) throw new DamagedBackup('an entry is not as long as it says')
      open = undefined
    } else if ((frame.kind === 'T' || frame.kind === 'F') && open === undefined) {
      open = { bytes: 0 }
      if (frame.kind === 'T') readTable(frame)
      else if (readFileEntry(frame).path === 'keys.json') hasKeys = true
      else files++
    } else throw new DamagedBackup('its entries are out of order')
  }
  if (header === undefined || open !== undefined) throw new DamagedBackup('it is cut off')
  return { header, files, hasKeys }
}
