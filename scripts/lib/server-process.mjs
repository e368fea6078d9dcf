import { spawn } from 'node:child_process'
import { exitCodeOf } from './child.mjs'
import { whenLauncherEnds } from './launcher.mjs'

/** Ctrl-C may arrive twice for one key: from the terminal and again from npm. */
const ONE_PRESS_MS = 1000

/**
 * Runs the server in a session of its own, so that it gets the signal to end from us alone, and once.
 * The first SIGINT, SIGTERM or SIGHUP asks it to end; a later one kills it. Resolves to its exit code.
 */
export function runServer(node, script, args, cwd) {
  const preload = new URL('./end-with-parent.mjs', import.meta.url).href
  const child = spawn(node.file, [...node.flags, '--import', preload, script, ...args], {
    cwd,
    detached: true,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  let askedAt
  const onSignal = (signal) => {
    if (askedAt === undefined) {
      askedAt = performance.now()
      process.stderr.write('Ending. Press Ctrl-C again to end at once.\n')
      child.kill(signal === 'SIGINT' ? 'SIGINT' : 'SIGTERM')
    } else if (performance.now() - askedAt > ONE_PRESS_MS) child.kill('SIGKILL')
  }
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  for (const signal of signals) process.on(signal, onSignal)
  const stopLooking = whenLauncherEnds(() => onSignal('SIGTERM'))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      stopLooking()
      for (const name of signals) process.off(name, onSignal)
      resolve(exitCodeOf(code, signal))
    })
  })
}
