import { mkdir, readFile, realpath } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import { type Account, chooseAccount, commandFor } from './account.ts'
import { findPostgresTree } from './binaries.ts'
import { type Cluster, ensureCluster, SUPERUSER } from './cluster.ts'
import { removeFacts, writeFacts } from './connection-facts.ts'
import { lockDataDir } from './data-lock.ts'
import { type GuardedProcess, startGuarded } from './guarded-process.ts'
import { clearLeftover } from './postmaster.ts'
import { asArguments, startSettings } from './settings.ts'

export type EmbeddedOptions = {
  /** Folder of the cluster, its password and its lock; made when absent. */
  dataDir: string
  /** Default true. False gives up safety against a crash of the machine for speed: for tests only. */
  durable?: boolean
  /** Default: a free one. */
  port?: number
  log?: (line: string) => void
  /** For tests: as root, take the way of containers that forbid user namespaces. */
  account?: 'any' | 'user'
}

export type Embedded = {
  /** `postgres://wuyou:secret@127.0.0.1:port/wuyou`, the owner of everything. */
  url: string
  port: number
  /** Ends PostgreSQL cleanly; may be called twice. */
  stop(): Promise<void>
  /** Resolves when PostgreSQL has ended, with the reason, whether asked to or not. */
  ended: Promise<string>
}

const DATABASE = 'wuyou'
const LEFTOVER_PATIENCE_MS = 6_000
const ATTEMPTS = 8

/**
 * Starts the PostgreSQL of this product on a data folder and waits until it answers. It ends with this process, however
 * this process ends. Throws when another process uses the folder.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const log = options.log ?? (() => undefined)
  await mkdir(options.dataDir, { recursive: true, mode: 0o700 })
  const dataDir = await realpath(options.dataDir)
  const unlock = await lockDataDir(dataDir)
  try {
    const tree = await findPostgresTree()
    const account = await chooseAccount(tree, dataDir, options.account)
    const cluster = await ensureCluster(dataDir, account, {
      major: majorOf(tree.version),
      sync: options.durable ?? true,
      log,
    })
    await clearLeftover(cluster.folder, LEFTOVER_PATIENCE_MS, log)
    const { guarded, port } = await startOnPort(dataDir, account, cluster, options)
    const url = `postgres://${SUPERUSER}:${cluster.password}@127.0.0.1:${port}/${DATABASE}`
    const ended = guarded.ended.then(async (reason) => {
      await removeFacts(dataDir)
      unlock()
      return reason
    })
    const stop = async () => {
      guarded.stop()
      await ended
    }
    try {
      await ensureDatabase(url)
      await writeFacts(dataDir, { url, port })
    } catch (error) {
      await stop()
      throw error
    }
    log(`PostgreSQL ${tree.version} is ready on 127.0.0.1:${port} (process ${guarded.pid})`)
    return { url, port, stop, ended }
  } catch (error) {
    unlock()
    throw error
  }
}

// Between finding a free port and PostgreSQL taking it, somebody else may: then another one is tried. And a PostgreSQL
// that was killed may leave a process that is still at work on the same data for a moment.
async function startOnPort(
  dataDir: string,
  account: Account,
  cluster: Cluster,
  options: EmbeddedOptions,
): Promise<{ guarded: GuardedProcess; port: number }> {
  const logFile = join(dataDir, 'start.log')
  for (let attempt = 1; ; attempt++) {
    const port = options.port ?? (await freePort())
    const settings = asArguments(startSettings(port, options.durable ?? true))
    const command = commandFor(account, 'postgres', settings, cluster.folder)
    const guarded = await startGuarded(command, logFile, cluster.folder)
    if (guarded.pid !== undefined) return { guarded, port }
    const said = await readFile(logFile, 'utf8').catch(() => '')
    const passing = said.includes('pre-existing shared memory') || (options.port === undefined && said.includes('bind'))
    if (!passing || attempt === ATTEMPTS) {
      throw new Error(`PostgreSQL did not start (${await guarded.ended}):\n${said.trim()}`)
    }
    await wait(500)
  }
}

function majorOf(version: string): string {
  return version.split('.')[0] ?? version
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}

async function ensureDatabase(url: string): Promise<void> {
  const client = new Client({ connectionString: url.replace(/\/[^/]*$/, '/postgres') })
  await client.connect()
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [DATABASE])
    if (found.rowCount === 0) await client.query(`create database ${DATABASE}`)
  } finally {
    await client.end()
  }
}
