import { type ChildProcess, spawn } from 'node:child_process'
import { Socket } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { type Command, cleanEnvironment } from './account.ts'
import { readPostmasterFile, signalTo } from './postmaster.ts'
import { isAlive } from './process-life.ts'

export type GuardedProcess = {
  /** The postmaster's; undefined when it ended before it was ready. */
  pid: number | undefined
  /** Asks for a fast shutdown; `ended` tells when it is done. */
  stop(): void
  ended: Promise<string>
}

const GUARD = join(import.meta.dirname, 'guard.ts')

/** Starts PostgreSQL under its guard and waits until it accepts connections, however long its recovery takes. */
export async function startGuarded(command: Command, logFile: string, folder: string): Promise<GuardedProcess> {
  const guard = spawn(process.execPath, [GUARD, JSON.stringify({ command, logFile })], {
    cwd: '/',
    env: cleanEnvironment(),
    detached: true,
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  guard.stdin?.on('error', () => undefined)
  const started = listen(guard)
  let reason: string | undefined
  const ended = started.ended.then((text) => {
    reason = text
    return text
  })
  const stop = () => {
    guard.ref()
    if (guard.stdout instanceof Socket) guard.stdout.ref()
    guard.stdin?.end()
  }
  const pid = await started.pid
  while (reason === undefined) {
    const file = await readPostmasterFile(folder)
    if (pid !== undefined && file?.pid === pid && file.status === 'ready') {
      letGo(guard)
      return { pid, stop, ended }
    }
    await wait(20)
  }
  return { pid: undefined, stop, ended }
}

// PostgreSQL must not keep a process alive that has nothing else to do.
function letGo(guard: ChildProcess): void {
  guard.unref()
  for (const pipe of [guard.stdin, guard.stdout]) if (pipe instanceof Socket) pipe.unref()
}

function listen(guard: ChildProcess): { pid: Promise<number | undefined>; ended: Promise<string> } {
  let pid: number | undefined
  let reason = 'its guard was killed'
  const found = Promise.withResolvers<number | undefined>()
  const ended = Promise.withResolvers<string>()
  if (guard.stdout !== null) {
    createInterface({ input: guard.stdout }).on('line', (line) => {
      const [word, ...rest] = line.split(' ')
      if (word === 'pid') {
        pid = Number(rest[0])
        found.resolve(pid)
      } else if (word === 'exit') reason = rest.join(' ')
    })
  }
  guard.once('error', (error) => {
    found.resolve(undefined)
    ended.resolve(error.message)
  })
  guard.once('close', () => {
    found.resolve(undefined)
    // Only a killed guard leaves PostgreSQL behind.
    if (pid !== undefined && isAlive(pid)) signalTo(pid, 'SIGINT')
    ended.resolve(reason)
  })
  return { pid: found.promise, ended: ended.promise }
}
