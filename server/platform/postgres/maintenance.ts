import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type ConnectionFacts, readFacts } from './connection-facts.ts'
import { livingHolder } from './data-lock.ts'
import { startEmbedded } from './embedded.ts'

/** A database that a command of the operator works on. */
export type MaintenanceDatabase = {
  url: string
  /** Whether the product's server is at work on it (known for the embedded one only). */
  serverRuns: boolean
  close(): Promise<void>
}

const START_PATIENCE_MS = 60_000

/**
 * The database of `DATABASE_URL`; else the embedded one: that of the running server when there is one, else started
 * for the purpose.
 */
export async function openForMaintenance(options: {
  databaseUrl: string | undefined
  dataDir: string
  log?: (line: string) => void
}): Promise<MaintenanceDatabase> {
  if (options.databaseUrl !== undefined) {
    return { url: options.databaseUrl, serverRuns: false, close: async () => undefined }
  }
  const folder = join(options.dataDir, 'postgres')
  const running = await factsOfRunning(folder)
  if (running !== undefined) return { url: running.url, serverRuns: true, close: async () => undefined }
  const embedded = await startEmbedded({ dataDir: folder, ...(options.log ? { log: options.log } : {}) })
  return { url: embedded.url, serverRuns: false, close: () => embedded.stop() }
}

// The server may be starting just now, and have no connection to offer yet.
async function factsOfRunning(folder: string): Promise<ConnectionFacts | undefined> {
  const until = performance.now() + START_PATIENCE_MS
  for (;;) {
    const holder = await livingHolder(folder)
    if (holder === undefined) return undefined
    const facts = await readFacts(folder)
    if (facts !== undefined) return facts
    if (performance.now() > until) {
      throw new Error(`Process ${holder.pid} holds the database in ${folder} but does not offer a connection.`)
    }
    await wait(200)
  }
}
