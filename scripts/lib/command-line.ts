import { resolve } from 'node:path'

/** The one file that a command takes, relative to where the person stands: npm itself moves to the project's root. */
export function fileArgument(positionals: string[], usage: string): string {
  const [name, ...others] = positionals
  if (name === undefined || others.length > 0) throw new Error(usage)
  return resolve(process.env.INIT_CWD ?? process.cwd(), name)
}

/** Ends the program with a message instead of a stack trace. */
export async function orExplain(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    if (process.env.LOG_LEVEL === 'debug' && error instanceof Error) console.error(error.stack)
    process.exitCode = 1
  }
}

/** Bytes for people. */
export function size(bytes: number): string {
  const units = ['bytes', 'KB', 'MB', 'GB', 'TB']
  const power = bytes < 1024 ? 0 : Math.min(Math.floor(Math.log2(bytes) / 10), units.length - 1)
  return `${(bytes / 1024 ** power).toFixed(power === 0 ? 0 : 1)} ${units[power]}`
}
