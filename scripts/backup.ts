// npm run backup -- FILE [--without-keys]: one consistent backup of the database and the uploaded files.
import { parseArgs } from 'node:util'
import { readConfig } from '#platform/config/config.ts'
import { writeBackup } from '#platform/postgres/backup.ts'
import { openForMaintenance } from '#platform/postgres/maintenance.ts'
import { fileArgument, orExplain, size } from './lib/command-line.ts'

const USAGE = 'Usage: npm run backup -- FILE [--without-keys]'

await orExplain(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { 'without-keys': { type: 'boolean', default: false } },
  })
  const file = fileArgument(positionals, USAGE)
  const config = readConfig(process.env)
  const database = await openForMaintenance({ databaseUrl: config.DATABASE_URL, dataDir: config.dataDir })
  try {
    const done = await writeBackup({
      url: database.url,
      file,
      dataDir: config.dataDir,
      keys: !values['without-keys'],
      now: new Date().toISOString(),
    })
    console.log(`${file}: ${done.rows} rows of ${done.tables} tables, ${done.files} files (${size(done.fileBytes)}).`)
    console.log(
      done.keys
        ? 'It holds the keys of this installation too: keep it as safe as the data itself.'
        : 'The keys are not in it: without DATA_KEY, or keys.json of the data folder, encrypted values cannot be read again.',
    )
  } finally {
    await database.close()
  }
})
