// npm run --silent import -- roster FILE --estate CODE [--create NAME] [--dry-run]: one JSON object on standard output.
import { readFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { isRefusal } from '#contract/refusal.ts'
import { importFile } from '#modules/estate/index.ts'
import { readConfig } from '#platform/config/config.ts'
import { readKeys } from '#platform/config/keys.ts'
import { migrate } from '#platform/db/migrate.ts'
import { openDatabase } from '#platform/db/pool.ts'
import { openForMaintenance } from '#platform/postgres/maintenance.ts'
import { makeCipher } from '#platform/privacy/cipher.ts'

const USAGE = 'Usage: npm run --silent import -- roster FILE --estate CODE [--create NAME] [--dry-run]'

const wrongUsage = (why: string): never => {
  console.error(`${why}\n${USAGE}`)
  process.exit(2)
}

const asked = () => {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        estate: { type: 'string' },
        create: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
      },
    })
    const [kind, file] = positionals
    if (kind !== 'roster' || file === undefined || positionals.length > 2)
      return wrongUsage('What to import is not said.')
    const code = values.estate
    if (code === undefined || !/^[A-Z0-9][A-Z0-9_-]{1,19}$/.test(code))
      return wrongUsage('--estate needs the code of an estate, such as CH.')
    return { file: resolve(process.env.INIT_CWD ?? '.', file), code, create: values.create, dryRun: values['dry-run'] }
  } catch (error) {
    return wrongUsage(error instanceof Error ? error.message : String(error))
  }
}

const { file, code, create, dryRun } = asked()
const config = readConfig(process.env)
const bytes = await readFile(file).catch(() => undefined)
if (!bytes) {
  console.error(`${file} cannot be read.`)
  process.exit(1)
}
const maintenance = await openForMaintenance({ databaseUrl: config.DATABASE_URL, dataDir: config.dataDir })
try {
  if (!maintenance.serverRuns) await migrate(maintenance.url)
  const database = openDatabase(maintenance.url, { max: 2, application: 'wuyou import' })
  try {
    const answer = await importFile(database, makeCipher(readKeys(config).dataKey), {
      bytes,
      fileName: basename(file),
      estateCode: code,
      create,
      dryRun,
    })
    if (isRefusal(answer)) {
      console.error(`The file was not imported: ${answer.code} ${answer.field ?? ''} ${JSON.stringify(answer.details)}`)
      process.exitCode = 1
    } else console.log(JSON.stringify(answer))
  } finally {
    await database.close()
  }
} finally {
  await maintenance.close()
}
