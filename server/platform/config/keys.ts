import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Config } from './config.ts'

const Keys = z.object({ authSecret: z.string().min(32), dataKey: z.string().min(43) })
export type Keys = z.infer<typeof Keys>

/**
 * The two secrets of an installation: one signs sessions, one encrypts identity numbers.
 * Taken from the environment, else made once and kept beside the data with mode 0600. Losing the data key loses the identity numbers.
 */
export const readKeys = (config: Config): Keys => {
  const path = join(config.dataDir, 'keys.json')
  const kept = readKept(path)
  const keys = {
    authSecret: config.AUTH_SECRET ?? kept?.authSecret ?? randomBytes(32).toString('base64'),
    dataKey: config.DATA_KEY ?? kept?.dataKey ?? randomBytes(32).toString('base64'),
  }
  if (!kept && !(config.AUTH_SECRET && config.DATA_KEY)) {
    mkdirSync(config.dataDir, { recursive: true, mode: 0o700 })
    writeFileSync(path, `${JSON.stringify(keys)}\n`, { mode: 0o600, flag: 'wx' })
  }
  return keys
}

const readKept = (path: string): Keys | undefined => {
  try {
    return Keys.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
