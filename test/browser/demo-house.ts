import { readConfig } from '#platform/config/config.ts'
import { makeLog } from '#platform/log/log.ts'
import { openHouse } from '#platform/open-house.ts'

/** One pair of keys for all databases copied from the demo template: what it has encrypted can be read in each of them. */
const KEYS = { AUTH_SECRET: 'k'.repeat(44), DATA_KEY: Buffer.alloc(32, 7).toString('base64') }

/** The house on the demo's database, as `npm start` opens it, for one machine's tests. */
export const openDemoHouse = (databaseUrl: string, dataDir: string): ReturnType<typeof openHouse> => {
  const config = readConfig({
    ...KEYS,
    DATA_DIR: dataDir,
    DATABASE_URL: databaseUrl,
    LOG_LEVEL: process.env.TEST_LOG ?? 'silent',
    RATE_LIMIT_PER_MINUTE: '1000000',
    SECOND_FACTOR: 'off',
    DEMO: '1',
    PORT: '0',
  })
  return openHouse(config, makeLog(config.LOG_LEVEL), databaseUrl, 'http://localhost')
}
