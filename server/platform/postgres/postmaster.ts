import { execFile } from 'node:child_process'
import { readFile, readlink, realpath, rm } from 'node:fs/promises'
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
 * gets `patienceMs` to go; then it is stopped.
 */
export async function clearLeftover(folder: string, patienceMs: number, log: (line: string) => void): Promise<void> {
  const file = await readPostmasterFile(folder)
  if (file === undefined) return
  const life = lifeOf(file.pid)
  if (life === 'none') return // PostgreSQL itself deals with this
  if (life === 'zombie' || !(await isPostgresOf(file.pid, folder))) {
    await rm(join(folder, 'postmaster.pid'), { force: true })
    return
  }
  log(`Waiting for an earlier PostgreSQL (process ${file.pid}) to end`)
  if (await ended(file.pid, patienceMs)) return
  for (const [signal, patience] of [
    ['SIGINT', 10_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 2_000],
  ] as const) {
    signalTo(file.pid, signal)
    if (await ended(file.pid, patience)) return
  }
  throw new Error(`An earlier PostgreSQL (process ${file.pid}) holds ${folder} and cannot be stopped.`)
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
  const name = await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => '')
  if (name.trim() !== 'postgres') return false
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
