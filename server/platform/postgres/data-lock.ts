import { randomUUID } from 'node:crypto'
import {
  linkSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  truncateSync,
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

/** `endMs`: for a holder that may be ending; `silenceMs`: how long one elsewhere goes untouched before it is dead. */
type Patience = { endMs: number; silenceMs: number }

const PATIENCE: Patience = { endMs: 2_000, silenceMs: 10_000 }
const BEAT_MS = 2_000

/**
 * Takes the data folder for this process; returns the way to let it go. A lock whose process is gone is taken over; a
 * living one gets `patienceMs` to go. Throws, naming the holder's pid, when it stays.
 *
 * Locks are numbered, the highest counts, and no number comes back. Whoever finds the highest one free or dead makes
 * the next, which only one can; so a process that is slow to act on what it saw never takes what is another's by now.
 */
export async function lockDataDir(dataDir: string, patience: Partial<Patience> = {}): Promise<() => void> {
  const { endMs, silenceMs } = { ...PATIENCE, ...patience }
  const mine: Holder = { pid: process.pid, since: startMark(process.pid), place: place() }
  const draft = join(dataDir, `lock.${randomUUID()}`)
  writeFileSync(draft, JSON.stringify(mine), { mode: 0o600 })
  try {
    for (const until = performance.now() + endMs; ; ) {
      const number = highest(dataDir)
      const holder = await holderOf(pathOf(dataDir, number), silenceMs)
      if (holder === undefined) {
        if (takeNext(dataDir, draft, number)) return hold(pathOf(dataDir, number + 1))
      } else if (performance.now() < until) await wait(50)
      else {
        const where = holder.place === mine.place ? '' : ' of another machine or container'
        throw new Error(
          `The database in ${dataDir} is already in use by process ${holder.pid}${where}. Stop it first, ` +
            'or give this one a DATA_DIR of its own.',
        )
      }
    }
  } finally {
    unlinkSync(draft)
  }
}

/** The living process that holds the data folder, if any. Takes some seconds when it was on another machine. */
export function livingHolder(dataDir: string): Promise<Holder | undefined> {
  return holderOf(pathOf(dataDir, highest(dataDir)), PATIENCE.silenceMs)
}

async function holderOf(path: string, silenceMs: number): Promise<Holder | undefined> {
  const holder = parse(read(path))
  if (holder === undefined) return undefined
  if (holder.place !== place()) return (await isTouched(path, silenceMs)) ? holder : undefined
  return isAlive(holder.pid) && startMark(holder.pid) === holder.since ? holder : undefined
}

/** Makes the lock after the free or dead one of this number (0: there is none); false when somebody was faster. */
function takeNext(dataDir: string, draft: string, before: number): boolean {
  const path = pathOf(dataDir, before + 1)
  if (!linked(draft, path)) return false
  const found = numbers(dataDir)
  if (Math.max(...found) > before + 1) {
    rmSync(path, { force: true })
    return false
  }
  for (const number of found) if (number <= before) rmSync(pathOf(dataDir, number), { force: true })
  return true
}

function hold(path: string): () => void {
  const beat = setInterval(() => touch(path), BEAT_MS).unref()
  let held = true
  return () => {
    if (!held) return
    held = false
    clearInterval(beat)
    // Emptied, not removed: its number must not come back.
    if (modified(path) !== undefined) truncateSync(path)
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

function numbers(dataDir: string): number[] {
  return namesIn(dataDir).flatMap((name) => {
    const number = /^lock\.(\d+)$/.exec(name)?.[1]
    return number === undefined ? [] : [Number(number)]
  })
}

function namesIn(dataDir: string): string[] {
  try {
    return readdirSync(dataDir)
  } catch {
    return []
  }
}

function highest(dataDir: string): number {
  return Math.max(0, ...numbers(dataDir))
}

function pathOf(dataDir: string, number: number): string {
  return join(dataDir, `lock.${number}`)
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
