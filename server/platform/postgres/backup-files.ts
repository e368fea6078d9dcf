import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, readdir, stat } from 'node:fs/promises'
import { dirname, join, sep } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type BackupWriter, DamagedBackup } from './backup-format.ts'

/** The folder of uploaded files, below the data folder. */
export const FILES = 'files'
/** The keys without which the encrypted columns cannot be read, below the data folder. */
export const KEYS = 'keys.json'

/** Paths of everything to keep, relative to the data folder, with `/`. */
export async function listFiles(dataDir: string, options: { keys: boolean }): Promise<string[]> {
  const found: string[] = []
  if (options.keys && (await stat(join(dataDir, KEYS)).catch(absent)) !== undefined) found.push(KEYS)
  const entries = await readdir(join(dataDir, FILES), { recursive: true, withFileTypes: true }).catch(absent)
  for (const entry of entries ?? []) {
    if (entry.isFile()) found.push(join(entry.parentPath, entry.name).slice(join(dataDir, '/').length))
  }
  return found.map((path) => path.split(sep).join('/')).sort()
}

/** Writes one file into the backup. Returns its size in bytes, or undefined when it has vanished meanwhile. */
export async function backUpFile(writer: BackupWriter, dataDir: string, path: string): Promise<number | undefined> {
  if ((await stat(join(dataDir, path)).catch(absent)) === undefined) return undefined
  await writer.json('F', { path })
  let bytes = 0
  for await (const chunk of createReadStream(join(dataDir, path))) {
    bytes += chunk.length
    await writer.data(chunk)
  }
  await writer.json('E', { bytes })
  return bytes
}

/** Writes a file of the backup below `folder`. Returns its size in bytes. */
export async function putFile(folder: string, path: string, content: AsyncIterable<Buffer>): Promise<number> {
  // A path that leads out of the folder can only come from a forged backup.
  const parts = path.split('/')
  const known = path === KEYS || (parts[0] === FILES && parts.length > 1)
  if (!known || parts.some((part) => part === '' || part === '.' || part === '..' || part.includes('\0'))) {
    throw new DamagedBackup('it holds a file with an impossible name')
  }
  const target = join(folder, ...parts)
  await mkdir(dirname(target), { recursive: true, mode: 0o700 })
  const output = createWriteStream(target, { flags: 'wx', mode: 0o600 })
  await pipeline(Readable.from(content), output)
  return output.bytesWritten
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}
