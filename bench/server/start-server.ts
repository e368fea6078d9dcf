import { fork } from 'node:child_process'
import { createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

export type Server = {
  url: string
  /** Resident memory in bytes now, as its metrics tell it. */
  memory(): Promise<number>
  stop(): Promise<void>
}

const PATIENCE_MS = 60_000
const ENDING_MS = 20_000

/** Starts the server on a built database, without jobs, and waits until it is ready. Throws when it ends instead. */
export const startServer = async (databaseUrl: string, dataDir: string): Promise<Server> => {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const child = fork(fileURLToPath(new URL('process.ts', import.meta.url)), {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: {
      PATH: process.env.PATH,
      PORT: String(port),
      HOST: '127.0.0.1',
      PUBLIC_URL: url,
      DATABASE_URL: databaseUrl,
      DATA_DIR: dataDir,
      DEMO: '0',
      // the clocks are swept by the measurement itself
      ONLY: 'http',
      SECOND_FACTOR: 'off',
      RATE_LIMIT_PER_MINUTE: '1000000',
      LOG_LEVEL: 'error',
    },
  })
  let ended: string | undefined
  const end = new Promise<void>((resolve) => {
    child.once('exit', (code, signal) => {
      ended = `the server ended (${signal ?? code})`
      resolve()
    })
  })
  const stop = async () => {
    if (ended === undefined) child.kill('SIGTERM')
    await Promise.race([end, wait(ENDING_MS, undefined, { ref: false })])
    if (ended === undefined) child.kill('SIGKILL')
    await end
  }
  try {
    await ready(url, () => ended)
  } catch (error) {
    await stop()
    throw error
  }
  return { url, memory: () => readMemory(url), stop }
}

const ready = async (url: string, ended: () => string | undefined) => {
  for (const until = performance.now() + PATIENCE_MS; ; await wait(100)) {
    const why = ended()
    if (why !== undefined) throw new Error(why)
    const answer = await fetch(`${url}/readyz`).catch(() => undefined)
    if (answer?.ok) return
    if (performance.now() > until) throw new Error('the server is not ready after a minute')
  }
}

const readMemory = async (url: string): Promise<number> => {
  const text = await (await fetch(`${url}/metrics`)).text()
  const found = /^process_resident_memory_bytes (\S+)$/m.exec(text)?.[1]
  if (found === undefined) throw new Error('the metrics do not tell the memory')
  return Number(found)
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
