import { type Logger, makeWorkerUtils, parseCronItems, run, Logger as WorkerLogger } from 'graphile-worker'
import pg from 'pg'
import { outliveTheServer } from '../db/pool.ts'
import type { House } from '../house.ts'

/** A job only wakes the reader of rows; it may run twice and must not mind. */
export type Job = {
  name: string
  /** Cron line in UTC; a job without one is woken by `wake`. */
  schedule?: string
  handle(house: House): Promise<void>
}

export type Jobs = { stop(): Promise<void> }

const poolOf = (databaseUrl: string) => ({ connectionString: databaseUrl, application_name: 'wuyou jobs' })

/** Runs the jobs of all rooms on graphile-worker; a doubled name stops the start. */
export const runJobs = async (house: House, databaseUrl: string, jobs: readonly Job[]): Promise<Jobs> => {
  const names = new Set<string>()
  for (const { name } of jobs) {
    if (names.has(name)) throw new Error(`two jobs are called ${name}`)
    names.add(name)
  }
  // a pool of our own, so that a database that goes away never ends the process by an unheard error
  const pool = outliveTheServer(new pg.Pool({ ...poolOf(databaseUrl), max: 4 }), (error) =>
    house.log.warn({ err: error }, 'jobs'),
  )
  const runner = await run({
    pgPool: pool,
    concurrency: 2,
    noHandleSignals: true,
    pollInterval: 1_000,
    logger: quiet(house),
    taskList: Object.fromEntries(jobs.map((job) => [job.name, () => job.handle(house)])),
    parsedCronItems: parseCronItems(
      jobs.flatMap((job) =>
        job.schedule
          ? [
              {
                task: job.name,
                match: job.schedule,
                identifier: job.name,
                options: { backfillPeriod: 0, maxAttempts: 3, jobKey: job.name },
              },
            ]
          : [],
      ),
    ),
  })
  return {
    stop: async () => {
      await runner.stop()
      await pool.end()
    },
  }
}

/** Wakes a job now, from outside the runner. */
export const wake = async (databaseUrl: string, name: string): Promise<void> => {
  const pool = outliveTheServer(new pg.Pool({ ...poolOf(databaseUrl), max: 1 }))
  try {
    const workers = await makeWorkerUtils({ pgPool: pool })
    await workers.addJob(name, {}, { jobKey: name })
    await workers.release()
  } finally {
    await pool.end()
  }
}

const quiet = (house: House): Logger =>
  new WorkerLogger(() => (level, message, meta) => {
    if (level === 'error') house.log.error({ meta }, message)
    else if (level === 'warning') house.log.warn(message)
  })
