import { readFileSync } from 'node:fs'

/** `zombie`: it has ended, but its parent has not asked yet how. Some containers never ask. */
export type Life = 'alive' | 'zombie' | 'none'

export function lifeOf(pid: number): Life {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return 'none'
  }
  return statOf(pid)?.[0] === 'Z' ? 'zombie' : 'alive'
}

export function isAlive(pid: number): boolean {
  return lifeOf(pid) === 'alive'
}

/** When a process was started, as an opaque mark that tells it from a later one of the same number; empty if unknown. */
export function startMark(pid: number): string {
  return statOf(pid)?.[19] ?? ''
}

// The fields of /proc/PID/stat from the third, the state, on: the second may hold any character.
function statOf(pid: number): string[] | undefined {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')
  } catch {
    return undefined
  }
}
