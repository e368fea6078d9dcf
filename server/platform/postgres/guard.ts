/**
 * The guard between the product and PostgreSQL: a process in a session of its own (so that the terminal's Ctrl-C does
 * not reach it) which starts PostgreSQL and ends it when its standard input closes, which the kernel does for us even
 * when the parent is killed without warning. Argument: the command as JSON. Output, a line each: `pid N`, `exit TEXT`.
 */
import { spawn } from 'node:child_process'
import { openSync } from 'node:fs'
import type { Command } from './account.ts'

const FAST_SHUTDOWN_MS = 10_000
const IMMEDIATE_SHUTDOWN_MS = 5_000

const { command, logFile } = parseArgument(process.argv[2] ?? '')
const log = openSync(logFile, 'w', 0o600)
const postgres = spawn(command.file, command.args, {
  cwd: command.cwd,
  stdio: ['ignore', log, log],
  ...(command.uid === undefined ? {} : { uid: command.uid, gid: command.gid }),
})
postgres.once('error', (error) => finish(`could not be started: ${error.message}`))
postgres.once('exit', (code, signal) => finish(signal === null ? `code ${code}` : `signal ${signal}`))

process.stdout.on('error', () => undefined)
if (postgres.pid !== undefined) process.stdout.write(`pid ${postgres.pid}\n`)

process.stdin.once('close', shutDown).on('error', () => undefined)
process.stdin.resume()
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, shutDown)

let shuttingDown = false

function shutDown(): void {
  if (shuttingDown) return
  shuttingDown = true
  postgres.kill('SIGINT')
  setTimeout(() => postgres.kill('SIGQUIT'), FAST_SHUTDOWN_MS)
  setTimeout(() => postgres.kill('SIGKILL'), FAST_SHUTDOWN_MS + IMMEDIATE_SHUTDOWN_MS)
}

function finish(text: string): void {
  process.stdout.write(`exit ${text}\n`, () => process.exit(0))
}

function parseArgument(text: string): { command: Command; logFile: string } {
  return JSON.parse(text)
}
