import { join } from 'node:path'
import { ConfigError, readConfig } from '#platform/config/config.ts'
import { migrate } from '#platform/db/migrate.ts'
import { runJobs } from '#platform/jobs/jobs.ts'
import { makeLog } from '#platform/log/log.ts'
import { openHouse } from '#platform/open-house.ts'
import { startEmbedded } from '#platform/postgres/embedded.ts'
import { buildApp } from './build-app.ts'
import { ALL_JOBS } from './jobs.ts'
import { declareRooms } from './modules.ts'
import { seedOnFirstRun } from './seed/first-run.ts'
import { printWelcome } from './welcome.ts'

const start = async () => {
  const config = readConfig(process.env)
  const log = makeLog(config.LOG_LEVEL)
  const embedded = config.DATABASE_URL
    ? undefined
    : await startEmbedded({ dataDir: join(config.dataDir, 'postgres'), log: (line) => log.debug(line) })
  const databaseUrl = config.DATABASE_URL ?? embedded?.url ?? ''
  const applied = await migrate(databaseUrl)
  if (applied.length > 0) log.info({ applied }, 'migrated')
  // an embedded database without a word on it is somebody's first look: show them the demo estate
  const demo = config.DEMO ?? embedded !== undefined
  const state = { draining: false }
  const house = await openHouse(
    { ...config, DEMO: demo },
    log,
    databaseUrl,
    config.PUBLIC_URL ?? `http://localhost:${config.PORT}`,
  )
  if (demo) await seedOnFirstRun(house)
  declareRooms()
  const jobs = config.ONLY === 'http' ? undefined : await runJobs(house, databaseUrl, ALL_JOBS)
  const app = config.ONLY === 'jobs' ? undefined : await buildApp(house, { checkAnswers: false, state })
  const address = await app?.listen({ port: config.PORT, host: config.HOST })
  if (address) printWelcome(address, demo)

  let ending = false
  const end = async (why: string) => {
    if (ending) return
    ending = true
    log.info({ why }, 'ending')
    state.draining = true
    await app?.close()
    await jobs?.stop()
    await house.close()
    await embedded?.stop()
    process.exit(0)
  }
  process.on('SIGINT', () => void end('SIGINT'))
  process.on('SIGTERM', () => void end('SIGTERM'))
  void embedded?.ended.then((reason) => {
    if (ending) return
    log.fatal({ reason }, 'the database has ended')
    process.exit(1)
  })
}

try {
  await start()
} catch (error) {
  if (error instanceof ConfigError) {
    console.error(error.message)
    process.exit(2)
  }
  console.error(error instanceof Error ? error.message : error)
  if (process.env.LOG_LEVEL === 'debug' && error instanceof Error) console.error(error.stack)
  process.exit(1)
}
