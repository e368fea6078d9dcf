import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

const everywhere = ['contract', 'content', 'server', 'web', 'test', 'scripts', 'bench']
const named = (pattern: string) => everywhere.map((folder) => `${folder}/**/${pattern}`)

export default defineConfig({
  test: {
    // A forgotten `test.only` would hide every other test of its file.
    allowOnly: false,
    // What a filter does not find is an error, not a success.
    passWithNoTests: false,
    teardownTimeout: 30_000,
    // Vitest leaves one core to itself; on two that would mean one file after the other.
    maxWorkers: Math.max(2, availableParallelism()),
    // Neither the zone of the trade nor UTC: what reads the machine's own clock without saying so fails here.
    env: { TZ: 'America/St_Johns' },
    projects: [
      {
        test: {
          name: 'unit',
          include: named('*.test.{ts,tsx}'),
          exclude: named('*.{db,browser}.test.ts'),
          // Rules are pure, so the files may share a process; a new one for each costs more than the tests.
          isolate: false,
          // generous: a busy machine is no defect
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'db',
          // the program is loaded once for each worker, not for each of its files; a database each file has of its own
          isolate: false,
          include: named('*.db.test.ts'),
          globalSetup: './test/setup/database.ts',
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // news of a change may take its time on a busy machine
          expect: { poll: { timeout: 10_000 } },
        },
      },
      {
        test: {
          name: 'browser',
          include: named('*.browser.test.ts'),
          globalSetup: './test/setup/demo.ts',
          testTimeout: 60_000,
          hookTimeout: 90_000,
          // two cores shared by server, database and browser miss a frame now and then: what fails twice is a fault
          retry: 1,
          // a page on a busy machine may take its time
          expect: { poll: { timeout: 10_000 } },
        },
      },
    ],
  },
})
