import { existsSync, readdirSync, rmSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { migrate } from '#platform/db/migrate.ts'
import { startEmbedded } from '#platform/postgres/embedded.ts'
import { isAlive } from '#platform/postgres/process-life.ts'
import { asAdmin, withDatabase } from '../db/admin.ts'

const TEMPLATE = 'wuyou_template'
const PREFIX = 'wuyou-testdb-'

/**
 * One PostgreSQL for the whole run, with a migrated template that `freshDatabase` copies for each test file.
 * Its data lies in the temporary folder and goes with the run, however the run ends.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  removeLeftovers()
  const dataDir = await mkdtemp(join(tmpdir(), `${PREFIX}${process.pid}-`))
  // PostgreSQL's guard ends it when this process is gone; what is left to do on the way out is the folder.
  const onExit = () => removeNow(dataDir)
  process.once('exit', onExit)
  // Without a handler a signal ends the process at once, and nobody is called on the way out.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1))
  const embedded = await startEmbedded({ dataDir, durable: false })
  const teardown = async () => {
    await embedded.stop()
    await rm(dataDir, REMOVAL)
    process.off('exit', onExit)
  }
  try {
    await asAdmin(embedded.url, `create database ${TEMPLATE}`)
    await migrate(withDatabase(embedded.url, TEMPLATE))
    // Nobody may be connected to a database that is being copied.
    await asAdmin(embedded.url, `alter database ${TEMPLATE} with is_template true allow_connections false`)
  } catch (error) {
    await teardown()
    throw error
  }
  project.provide('postgres', { adminUrl: embedded.url, template: TEMPLATE, demo: undefined })
  return teardown
}

const REMOVAL = { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }

/** For the way out, where nothing can be awaited; initdb or PostgreSQL may be clearing up in the same folder. */
function removeNow(folder: string): void {
  const pause = new Int32Array(new SharedArrayBuffer(4))
  for (let attempt = 1; existsSync(folder) && attempt <= 30; attempt++) {
    if (attempt > 1) Atomics.wait(pause, 0, 0, 100)
    rmSync(folder, REMOVAL)
  }
}

/** Removes what a run that was killed without warning has left behind. */
function removeLeftovers(): void {
  for (const name of readdirSync(tmpdir())) {
    if (!name.startsWith(PREFIX)) continue
    const pid = Number.parseInt(name.slice(PREFIX.length), 10)
    if (Number.isSafeInteger(pid) && !isAlive(pid)) rmSync(join(tmpdir(), name), REMOVAL)
  }
}

declare module 'vitest' {
  interface ProvidedContext {
    /** `adminUrl` leads to the owner of everything; `template` is the name of the migrated database, `demo` of the one with the demo's people. */
    postgres: { adminUrl: string; template: string; demo: string | undefined }
  }
}
