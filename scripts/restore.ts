// npm run restore -- FILE [--force]: brings back the database and the uploaded files of a backup.
import { parseArgs } from 'node:util'
import { readConfig } from '#platform/config/config.ts'
import { migrate } from '#platform/db/migrate.ts'
import { openForMaintenance } from '#platform/postgres/maintenance.ts'
import { restoreBackup } from '#platform/postgres/restore.ts'
import { fileArgument, orExplain } from './lib/command-line.ts'

const USAGE = 'Usage: npm run restore -- FILE [--force]'

await orExplain(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { force: { type: 'boolean', default: false } },
  })
  const file = fileArgument(positionals, USAGE)
  const config = readConfig(process.env)
  const database = await openForMaintenance({ databaseUrl: config.DATABASE_URL, dataDir: config.dataDir })
  try {
    if (database.serverRuns) throw new Error('The server is running. Stop it before restoring.')
    const done = await restoreBackup({
      url: database.url,
      file,
      dataDir: config.dataDir,
      force: values.force,
      migrate,
    })
    console.log(
      `Restored the state of ${done.createdAt}: ${done.rows} rows of ${done.tables} tables, ${done.files} files.`,
    )
    for (const warning of done.warnings) console.log(warning)
    if (!done.keys) console.log('The backup holds no keys: set DATA_KEY, or put keys.json back, before the next start.')
  } finally {
    await database.close()
  }
})
