import { readFileSync } from 'node:fs'

const LOOK_EVERY_MS = 500

/**
 * Calls back once when npm, or the shell that npm runs us in, is gone: neither passes a signal to end on to us.
 * Returns the way to stop looking. Without npm nothing is watched, so that a command may outlive its terminal.
 */
export function whenLauncherEnds(callback) {
  if (process.env.npm_lifecycle_event === undefined) return () => undefined
  const before = ancestors()
  const timer = setInterval(() => {
    if (ancestors() === before) return
    clearInterval(timer)
    callback()
  }, LOOK_EVERY_MS)
  timer.unref()
  return () => clearInterval(timer)
}

// A process whose parent ended gets another one.
function ancestors() {
  const parent = process.ppid
  try {
    return `${parent} ${readFileSync(`/proc/${parent}/stat`, 'utf8').split(') ').at(-1).split(' ')[1]}`
  } catch {
    return String(parent)
  }
}
