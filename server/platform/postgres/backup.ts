import { rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Client } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import type { Header, Table } from './backup-contents.ts'
import { backUpFile, KEYS, listFiles } from './backup-files.ts'
import { type BackupWriter, FORMAT_VERSION, writeBackupFile } from './backup-format.ts'
import {
  listMaterialisedViews,
  listMigrations,
  listSequences,
  listTables,
  nameOf,
  prepareSession,
  quoted,
  readQueueVersion,
} from './database-contents.ts'
import { noteBackup } from './last-backup.ts'
import { syncFolder } from './sync-folder.ts'
import { verifyBackup } from './verify-backup.ts'

export type BackupOptions = {
  /** A role that sees every row: the owner with BYPASSRLS, or a superuser. */
  url: string
  file: string
  /** Holds `files/` and `keys.json`. */
  dataDir: string
  /** Default true. Without the keys, columns that are encrypted can never be read again from this backup alone. */
  keys?: boolean
  /** An instant, UTC. */
  now: string
}

export type BackupSummary = { tables: number; rows: number; files: number; fileBytes: number; keys: boolean }

/**
 * Writes one consistent state of the database, and the uploaded files, into `file`. The server may go on working.
 * The file appears under its name only when it is complete and has been read through once; it replaces an older one.
 * When it stands there, the data folder is told so.
 */
export async function writeBackup(options: BackupOptions): Promise<BackupSummary> {
  const summary = await writeWhole(options)
  await noteBackup(options.dataDir, options.now)
  return summary
}

async function writeWhole(options: BackupOptions): Promise<BackupSummary> {
  const draft = `${options.file}.part-${process.pid}`
  await rm(draft, { force: true })
  const writer = writeBackupFile(draft)
  try {
    const summary = await writeContents(writer, options)
    await writer.finish()
    await verifyBackup(draft)
    await rename(draft, options.file)
    await syncFolder(dirname(options.file))
    return summary
  } catch (error) {
    writer.abandon()
    await rm(draft, { force: true })
    throw error
  }
}

async function writeContents(writer: BackupWriter, options: BackupOptions): Promise<BackupSummary> {
  const database = await writeDatabase(writer, options)
  // After the snapshot: every file that a row of it names was there before it.
  const paths = await listFiles(options.dataDir, { keys: options.keys ?? true })
  const sizes: number[] = []
  for (const path of paths) sizes.push((await backUpFile(writer, options.dataDir, path)) ?? 0)
  const keys = paths.includes(KEYS)
  return { ...database, files: keys ? sizes.length - 1 : sizes.length, fileBytes: sum(sizes), keys }
}

async function writeDatabase(writer: BackupWriter, options: BackupOptions): Promise<{ tables: number; rows: number }> {
  const client = new Client({ connectionString: options.url, application_name: 'wuyou backup' })
  await client.connect()
  try {
    await prepareSession(client)
    await client.query('begin isolation level repeatable read read only')
    const header = await describe(client, options.now)
    await writer.json('H', header)
    let rows = 0
    for (const table of header.tables) rows += await writeTable(client, writer, table)
    await client.query('commit')
    return { tables: header.tables.length, rows }
  } finally {
    await client.end()
  }
}

async function describe(client: Client, now: string): Promise<Header> {
  const { rows } = await client.query<{ server_version: string }>('show server_version')
  return {
    version: FORMAT_VERSION,
    createdAt: now,
    server: rows[0]?.server_version ?? '',
    migrations: await listMigrations(client),
    queueVersion: await readQueueVersion(client),
    tables: await listTables(client),
    sequences: await listSequences(client),
    views: await listMaterialisedViews(client),
  }
}

async function writeTable(client: Client, writer: BackupWriter, table: Table): Promise<number> {
  await writer.json('T', table)
  const columns = table.columns.map(({ name }) => quoted(name)).join(', ')
  // A query, because COPY of a table leaves out the rows of its partitions.
  const stream = client.query(copyTo(`copy (select ${columns} from ${nameOf(table)}) to stdout`))
  let bytes = 0
  for await (const chunk of stream) {
    bytes += chunk.length
    await writer.data(chunk)
  }
  await writer.json('E', { bytes, rows: stream.rowCount })
  return stream.rowCount
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
