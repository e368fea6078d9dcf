import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { whenLauncherEnds } from './launcher.mjs'

/** The exit code that stands for an ended child: 128 + the signal's number when a signal ended it. */
export function exitCodeOf(code, signal) {
  return signal === null ? (code ?? 1) : 128 + (constants.signals[signal] ?? 0)
}

/**
 * Runs a program with our standard input and output; resolves to its exit code.
 * At a terminal Ctrl-C reaches the child by itself, so it is passed on only where there is none.
 */
export function runThrough(file, args, options = {}) {
  const child = spawn(file, args, { stdio: 'inherit', ...options })
  const atTerminal = process.stdin.isTTY || process.stdout.isTTY || process.stderr.isTTY
  const handlers = ['SIGINT', 'SIGTERM', 'SIGHUP'].map((signal) => {
    const handler = () => {
      if (signal !== 'SIGINT' || !atTerminal) child.kill(signal)
    }
    process.on(signal, handler)
    return () => process.off(signal, handler)
  })
  handlers.push(whenLauncherEnds(() => child.kill('SIGTERM')))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      for (const remove of handlers) remove()
      resolve(exitCodeOf(code, signal))
    })
  })
}

/** Ends the program with a message instead of a stack trace: what the person can do is in the message. */
export async function orExplain(work) {
  try {
    process.exitCode = await work()
  } catch (error) {
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 1
  }
}
