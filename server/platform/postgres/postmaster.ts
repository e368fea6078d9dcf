import { execFile } from 'node:child_process'
import { readdir, readFile, readlink, realpath, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { isAlive, lifeOf } from './process-life.ts'

const run = promisify(execFile)

/** What PostgreSQL writes into `postmaster.pid`. `status` is `starting`, `ready`, `stopping` or empty. */
export type PostmasterFile = { pid: number; status: string }

export async function readPostmasterFile(folder: string): Promise<PostmasterFile | undefined> {
  const text = await readFile(join(folder, 'postmaster.pid'), 'utf8').catch(() => '')
  const lines = text.split('\n')
  const pid = Math.abs(Number.parseInt(lines[0] ?? '', 10))
  return Number.isSafeInteger(pid) && pid > 0 ? { pid, status: (lines[7] ?? '').trim() } : undefined
}

/**
 * Deals with a PostgreSQL that an earlier, killed process left in this folder: its guard is usually ending it, so it
 * gets `patienceMs` to go; then it is stopped. A server process that outlived its PostgreSQL (it may be in the middle
 * of a long query) is stopped too: beside it, nothing new may work on the same data.
 */
export async function clearLeftover(folder: string, patienceMs: number, log: (line: string) => void): Promise<void> {
  const file = await readPostmasterFile(folder)
  const life = file === undefined ? 'none' : lifeOf(file.pid)
  if (file !== undefined && life === 'alive' && (await isPostgresOf(file.pid, folder))) {
    log(`Waiting for an earlier PostgreSQL (process ${file.pid}) to end`)
    await endProcess(file.pid, folder, [patienceMs, 'SIGINT', 10_000, 'SIGQUIT', 5_000, 'SIGKILL', 2_000])
  } else if (life !== 'none') {
    // PostgreSQL would take a zombie, or whatever has this number now, for its older self.
    await rm(join(folder, 'postmaster.pid'), { force: true })
  }
  for (const pid of await orphansOf(folder)) {
    log(`Ending a left-over server process (${pid})`)
    await endProcess(pid, folder, [500, 'SIGTERM', 5_000, 'SIGKILL', 2_000])
  }
}

async function endProcess(pid: number, folder: string, steps: (number | NodeJS.Signals)[]): Promise<void> {
  for (const step of steps) {
    if (typeof step === 'string') signalTo(pid, step)
    else if (await ended(pid, step)) return
  }
  throw new Error(`An earlier PostgreSQL (process ${pid}) holds ${folder} and cannot be stopped.`)
}

// Every process of PostgreSQL works in its data folder. Where /proc does not tell, PostgreSQL's own check remains.
async function orphansOf(folder: string): Promise<number[]> {
  const own = await realpath(folder)
  const names = await readdir('/proc').catch(() => [])
  const found: number[] = []
  for (const name of names.filter((entry) => /^\d+$/.test(entry))) {
    const cwd = await readlink(`/proc/${name}/cwd`).catch(() => undefined)
    if (cwd === own && (await commandOf(Number(name))) === 'postgres') found.push(Number(name))
  }
  return found
}

async function commandOf(pid: number): Promise<string> {
  return (await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => '')).trim()
}

export function signalTo(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}

// After a restart of the machine or container the number may belong to anything, even to another PostgreSQL.
async function isPostgresOf(pid: number, folder: string): Promise<boolean> {
  if (process.platform !== 'linux') {
    const listed = await run('ps', ['-o', 'command=', '-p', String(pid)]).catch(() => ({ stdout: '' }))
    return listed.stdout.includes('postgres') && listed.stdout.includes(folder)
  }
  if ((await commandOf(pid)) !== 'postgres') return false
  const cwd = await readlink(`/proc/${pid}/cwd`).catch(() => undefined)
  return cwd === undefined || cwd === (await realpath(folder))
}

async function ended(pid: number, patienceMs: number): Promise<boolean> {
  const until = performance.now() + patienceMs
  while (isAlive(pid)) {
    if (performance.now() > until) return false
    await wait(50)
  }
  return true
}
