import { join } from 'node:path'
import { readConfig } from '#platform/config/config.ts'
import { migrate } from '#platform/db/migrate.ts'
import { makeLog } from '#platform/log/log.ts'
import { openHouse } from '#platform/open-house.ts'
import { startEmbedded } from '#platform/postgres/embedded.ts'
import { seedOnFirstRun } from '#server/seed/first-run.ts'

/** Fills an empty database with the demo estate, without starting the server. */
const config = readConfig(process.env)
const embedded = config.DATABASE_URL ? undefined : await startEmbedded({ dataDir: join(config.dataDir, 'postgres') })
const url = config.DATABASE_URL ?? embedded?.url ?? ''
await migrate(url)
const house = await openHouse({ ...config, DEMO: true }, makeLog(config.LOG_LEVEL), url, 'http://localhost')
const started = performance.now()
await seedOnFirstRun(house)
console.log(`The demo estate stands (${Math.round((performance.now() - started) / 1000)} s).`)
await house.close()
await embedded?.stop()
