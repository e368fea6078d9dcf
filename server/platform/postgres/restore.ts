import { isDeepStrictEqual } from 'node:util'
import { Client } from 'pg'
import { readEnding, readFileEntry, readTable } from './backup-contents.ts'
import { putFile } from './backup-files.ts'
import { DamagedBackup, type Frame, readBackupFile } from './backup-format.ts'
import { listMigrations, listTables, prepareSession } from './database-contents.ts'
import { beginLoading, finishLoading, loadTable } from './load-database.ts'
import { holdsFiles, type StagedFiles, stageFiles } from './restore-files.ts'
import { beside, inPlace } from './restore-target.ts'
import { type BackupInventory, verifyBackup } from './verify-backup.ts'

export type RestoreOptions = {
  /** The owner of the database, not a role that row-level security restrains. */
  url: string
  file: string
  /** Gets `files/` and `keys.json`. */
  dataDir: string
  /** Replace what is there. */
  force: boolean
  /** Brings an empty database to the version `upTo`. Not called for a backup that knows no migrations. */
  migrate: (url: string, options: { upTo: string }) => Promise<unknown>
}

export type RestoreSummary = {
  createdAt: string
  tables: number
  rows: number
  files: number
  keys: boolean
  warnings: string[]
}

/**
 * Brings back the state that a backup holds. The file is read through first; a damaged one changes nothing. What was
 * there before stays until everything new is complete. Throws when something is there and `force` is not given.
 */
export async function restoreBackup(options: RestoreOptions): Promise<RestoreSummary> {
  const inventory = await verifyBackup(options.file)
  const holdsTables = await withClient(options.url, async (client) => (await listTables(client)).length > 0)
  if (!options.force && (holdsTables || (await holdsFiles(options.dataDir)))) {
    throw new Error('There is data here already. Give --force to replace all of it by the backup.')
  }
  const target = holdsTables ? await beside(options.url) : inPlace(options.url)
  const files = await stageFiles(options.dataDir)
  try {
    const upTo = inventory.header.migrations.at(-1)?.name
    if (upTo !== undefined) await options.migrate(target.url, { upTo })
    const { rows, warnings } = await withClient(target.url, (client) => load(client, options.file, inventory, files))
    await files.swap()
    try {
      warnings.push(...(await target.commit()))
    } catch (error) {
      await files.swapBack()
      throw error
    }
    await files.clear()
    const { header, files: count, hasKeys } = inventory
    return { createdAt: header.createdAt, tables: header.tables.length, rows, files: count, keys: hasKeys, warnings }
  } catch (error) {
    await target.rollback()
    await files.clear()
    throw error
  }
}

async function load(
  client: Client,
  file: string,
  { header }: BackupInventory,
  files: StagedFiles,
): Promise<{ rows: number; warnings: string[] }> {
  await prepareSession(client)
  const reached = await listMigrations(client)
  if (!isDeepStrictEqual(reached, header.migrations)) {
    throw new Error(
      `The backup needs the schema of ${header.migrations.at(-1)?.name}, which this version of the product cannot make. ` +
        'Restore it with the version that made it, or a newer one.',
    )
  }
  const loading = await beginLoading(client, header)
  let rows = 0
  const frames = readBackupFile(file)
  try {
    for (let next = await frames.next(); !next.done; next = await frames.next()) {
      const entry = next.value
      if (entry.kind === 'T') {
        const content = contentOf(frames)
        rows += await loadTable(loading, readTable(entry), content.pieces, () => content.ending().rows ?? 0)
      } else if (entry.kind === 'F') {
        const content = contentOf(frames)
        const bytes = await putFile(files.folder, readFileEntry(entry).path, content.pieces)
        if (bytes !== content.ending().bytes) throw new DamagedBackup('a file is not as long as it says')
      }
    }
  } finally {
    await frames.return(undefined)
  }
  await finishLoading(loading)
  return { rows, warnings: loading.warnings }
}

/** The D frames up to the E frame, taken from the frames of the whole file. */
function contentOf(frames: AsyncGenerator<Frame>): {
  pieces: AsyncIterable<Buffer>
  ending: () => { bytes: number; rows?: number | undefined }
} {
  let ending: Frame | undefined
  async function* pieces(): AsyncGenerator<Buffer> {
    for (let next = await frames.next(); !next.done; next = await frames.next()) {
      if (next.value.kind === 'E') {
        ending = next.value
        return
      }
      yield next.value.payload
    }
  }
  return {
    pieces: pieces(),
    ending: () => {
      if (ending === undefined) throw new DamagedBackup('it is cut off')
      return readEnding(ending)
    },
  }
}

async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, application_name: 'wuyou restore' })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
