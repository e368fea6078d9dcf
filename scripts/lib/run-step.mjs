import { spawn } from 'node:child_process'

const GRACE_MS = 8000

/** Groups of processes that run now; whoever ends us ends them too. */
const running = new Set()

/**
 * Runs a program and collects what it prints. After `limitMs` it is asked to end, and `graceMs` later it is killed with all that it started.
 * @returns {Promise<{ code: number, output: string, timedOut: boolean }>} code 0 only for a good end within the limit.
 */
export function runStep(file, args, { cwd, env, limitMs, graceMs = GRACE_MS }) {
  const child = spawn(file, args, { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
  running.add(child.pid)
  const chunks = []
  child.stdout.on('data', (chunk) => chunks.push(chunk))
  child.stderr.on('data', (chunk) => chunks.push(chunk))
  let timedOut = false
  let kill
  const limit = setTimeout(() => {
    timedOut = true
    chunks.push(Buffer.from(`\nStill running after ${Math.round(limitMs / 1000)} s: ended.\n`))
    signalGroup(child.pid, 'SIGTERM')
    kill = setTimeout(() => signalGroup(child.pid, 'SIGKILL'), graceMs)
  }, limitMs)
  return new Promise((resolve) => {
    const done = (code) => {
      clearTimeout(limit)
      clearTimeout(kill)
      // What the program left behind must not disturb the next step.
      signalGroup(child.pid, 'SIGKILL')
      running.delete(child.pid)
      resolve({ code: timedOut && code === 0 ? 1 : code, output: Buffer.concat(chunks).toString(), timedOut })
    }
    child.once('error', (error) => {
      chunks.push(Buffer.from(`${error.message}\n`))
      done(1)
    })
    // Not `close`: a left-over grandchild may hold the pipes open for ever.
    child.once('exit', (code) => setTimeout(() => done(code ?? 1), 50))
  })
}

/** Ends everything that runs now, politely first. */
export async function endRunningSteps() {
  for (const pid of running) signalGroup(pid, 'SIGTERM')
  const until = performance.now() + GRACE_MS
  while (running.size > 0 && performance.now() < until) await new Promise((again) => setTimeout(again, 50))
  for (const pid of running) signalGroup(pid, 'SIGKILL')
}

function signalGroup(pid, signal) {
  if (pid === undefined) return
  try {
    process.kill(-pid, signal)
  } catch (error) {
    if (error.code !== 'ESRCH' && error.code !== 'EPERM') throw error
  }
}
