import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** How to reach the running PostgreSQL of a data folder; kept in a file that only its owner reads. */
export type ConnectionFacts = { url: string; port: number }

const NAME = 'connection.json'

export async function writeFacts(dataDir: string, facts: ConnectionFacts): Promise<void> {
  const draft = join(dataDir, `${NAME}.new`)
  await rm(draft, { force: true })
  await writeFile(draft, JSON.stringify(facts), { mode: 0o600 })
  await rename(draft, join(dataDir, NAME))
}

export async function readFacts(dataDir: string): Promise<ConnectionFacts | undefined> {
  const text = await readFile(join(dataDir, NAME), 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  const value: unknown = JSON.parse(text)
  if (typeof value !== 'object' || value === null || !('url' in value) || !('port' in value)) return undefined
  return { url: String(value.url), port: Number(value.port) }
}

export async function removeFacts(dataDir: string): Promise<void> {
  await rm(join(dataDir, NAME), { force: true })
}
