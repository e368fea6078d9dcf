import { randomUUID } from 'node:crypto'
import {
  linkSync,
  readFileSync,
  readlinkSync,
  renameSync,
  statSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { isAlive, startMark } from './process-life.ts'

/**
 * The process that holds a data folder. `since` marks its start (numbers of processes are used again); `place` marks
 * the machine or container in which its number means something.
 */
type Holder = { pid: number; since: string; place: string }

const NAME = 'lock'
const BEAT_MS = 2_000
/** A holder elsewhere is taken for dead when its lock has not been touched for this long. */
const SILENCE_MS = 10_000

/**
 * Takes the data folder for this process; returns the way to let it go. A lock whose process is gone is taken over.
 * Throws, naming the holder's pid, when a living process has it.
 */
export async function lockDataDir(dataDir: string, silenceMs = SILENCE_MS): Promise<() => void> {
  const path = join(dataDir, NAME)
  const mine: Holder = { pid: process.pid, since: startMark(process.pid), place: place() }
  const draft = join(dataDir, `${NAME}.${randomUUID()}`)
  writeFileSync(draft, JSON.stringify(mine), { mode: 0o600 })
  try {
    for (let attempt = 0; attempt < 5; attempt++) {
      if (linked(draft, path)) return hold(path)
      const holder = await livingHolder(dataDir, silenceMs)
      if (holder !== undefined) {
        const where = holder.place === mine.place ? '' : ' of another machine or container'
        throw new Error(
          `The database in ${dataDir} is already in use by process ${holder.pid}${where}. Stop it first, ` +
            'or give this one a DATA_DIR of its own.',
        )
      }
      setAside(path, `${draft}.stale`)
    }
    throw new Error(`Could not take the lock ${path}: others keep taking it.`)
  } finally {
    unlinkSync(draft)
  }
}

/** The living process that holds the data folder, if any. Takes some seconds when it was on another machine. */
export async function livingHolder(dataDir: string, silenceMs = SILENCE_MS): Promise<Holder | undefined> {
  const path = join(dataDir, NAME)
  const holder = parse(read(path))
  if (holder === undefined) return undefined
  if (holder.place !== place()) return (await isTouched(path, silenceMs)) ? holder : undefined
  return isAlive(holder.pid) && startMark(holder.pid) === holder.since ? holder : undefined
}

function hold(path: string): () => void {
  const beat = setInterval(() => touch(path), BEAT_MS).unref()
  let held = true
  return () => {
    if (!held) return
    held = false
    clearInterval(beat)
    unlinkSync(path)
  }
}

function touch(path: string): void {
  const now = new Date()
  try {
    utimesSync(path, now, now)
  } catch {
    // A full or vanished disk shows itself elsewhere, with a better message.
  }
}

// Clocks of two machines differ, so only a change that is seen counts.
async function isTouched(path: string, silenceMs: number): Promise<boolean> {
  const first = modified(path)
  const until = performance.now() + silenceMs
  while (first !== undefined && performance.now() < until) {
    await wait(250)
    if (modified(path) !== first) return modified(path) !== undefined
  }
  return false
}

function modified(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs
}

function place(): string {
  const boot = read('/proc/sys/kernel/random/boot_id')?.trim()
  if (boot === undefined) return hostname()
  return `${boot} ${readlinkSync('/proc/self/ns/pid')}`
}

function linked(draft: string, path: string): boolean {
  try {
    linkSync(draft, path)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

// Moving is atomic: of two processes that find the same dead lock, one moves it.
function setAside(path: string, stale: string): void {
  try {
    renameSync(path, stale)
    unlinkSync(stale)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

function parse(text: string | undefined): Holder | undefined {
  if (text === undefined) return undefined
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null) return undefined
    if (!('pid' in value) || !('since' in value) || !('place' in value)) return undefined
    return { pid: Number(value.pid), since: String(value.since), place: String(value.place) }
  } catch {
    return undefined
  }
}
