import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const MAIN = join(import.meta.dirname, '../../server/main.ts')

export type ServerProcess = {
  url: string
  pid: number
  /** Ends it without a word, as a power cut would. */
  kill(): Promise<void>
  /** Ends PostgreSQL's first process without a word; the server notices and ends too. */
  killDatabase(): Promise<void>
  stop(): Promise<void>
}

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      const port = typeof address === 'object' && address ? address.port : 0
      probe.close(() => resolve(port))
    })
  })

const ended = (child: ChildProcess) =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise<void>((resolve) => child.once('exit', () => resolve()))

/** The real server in a process of its own on this data folder, with its embedded database; resolves when it is ready. */
export const startServer = async (dataDir: string, env: Record<string, string> = {}): Promise<ServerProcess> => {
  const port = await freePort()
  const { DATABASE_URL: _own, ...inherited } = process.env
  const child = spawn(process.execPath, [MAIN], {
    env: {
      ...inherited,
      DATA_DIR: dataDir,
      PORT: String(port),
      DEMO: '0',
      SECOND_FACTOR: 'off',
      LOG_LEVEL: 'warn',
      RATE_LIMIT_PER_MINUTE: '1000000',
      ...env,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-4_000)
  })
  const url = `http://127.0.0.1:${port}`
  for (let tries = 0; ; tries += 1) {
    if (child.exitCode !== null) throw new Error(`the server ended at its start: ${said}`)
    const ready = await fetch(`${url}/readyz`).catch(() => undefined)
    if (ready?.ok) break
    if (tries > 600) throw new Error(`the server did not get ready: ${said}`)
    await wait(100)
  }
  const pid = child.pid ?? 0
  return {
    url,
    pid,
    kill: async () => {
      child.kill('SIGKILL')
      await ended(child)
    },
    killDatabase: async () => {
      process.kill(postmasterOf(dataDir), 'SIGKILL')
      await ended(child)
    },
    stop: async () => {
      child.kill('SIGTERM')
      await ended(child)
    },
  }
}

const postmasterOf = (dataDir: string): number =>
  Number(readFileSync(join(dataDir, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')[0])

/** How the owner of the database reaches it while the server runs. */
export const databaseUrlOf = (dataDir: string): string => {
  const facts: unknown = JSON.parse(readFileSync(join(dataDir, 'postgres/connection.json'), 'utf8'))
  if (typeof facts === 'object' && facts !== null && 'url' in facts) return String(facts.url)
  throw new Error('no connection facts')
}
