import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate } from '#platform/db/migrate.ts'
import { startEmbedded } from '#platform/postgres/embedded.ts'

/** Writes server/platform/db/tables.ts from the migrations: the types of every table as the pool returns them (db/types.ts). */
const OUT = process.argv[2] ?? 'server/platform/db/tables.ts'
const dataDir = mkdtempSync(join(tmpdir(), 'wuyou-tables-'))
const server = await startEmbedded({ dataDir, durable: false })
try {
  await migrate(server.url)
  execFileSync(
    process.execPath,
    [
      'node_modules/kysely-codegen/dist/cli/bin.js',
      '--dialect=postgres',
      `--url=${server.url}`,
      `--out-file=${OUT}`,
      '--default-schema=public',
      '--include-pattern=public.*',
      '--date-parser=string',
      '--numeric-parser=number',
      '--type-only-imports',
      '--no-domains',
      '--type-mapping={"timestamptz":"string","int8":"number","timestamp":"string","tsvector":"string"}',
    ],
    { stdio: 'inherit' },
  )
} finally {
  await server.stop()
  rmSync(dataDir, { recursive: true, force: true })
}
