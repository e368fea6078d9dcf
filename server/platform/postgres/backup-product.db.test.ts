import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { migrate } from '#platform/db/migrate.ts'
import { asAdmin, withDatabase } from '#test/db/admin.ts'
import { type FreshDatabase, freshDatabase } from '#test/db/fresh-database.ts'
import { writeBackup } from './backup.ts'
import { restoreBackup } from './restore.ts'

let source: FreshDatabase
let target: string
let folder: string

beforeAll(async () => {
  source = await freshDatabase()
  folder = await mkdtemp(join(tmpdir(), 'wuyou-backup-'))
  target = `restored_${randomBytes(6).toString('hex')}`
  await asAdmin(inject('postgres').adminUrl, `create database ${target}`)
})

afterAll(async () => {
  await source.drop()
  await asAdmin(inject('postgres').adminUrl, `drop database if exists ${target} with (force)`)
  await rm(folder, { recursive: true, force: true })
})

async function ask(url: string, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query({ text: statement, rowMode: 'array' })).rows.flat()
  } finally {
    await client.end()
  }
}

/** Everything that the catalogue says of keys, checks, indexes, policies and rights. */
const CATALOGUE = [
  `select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) || convalidated::text
   from pg_constraint where connamespace in ('public'::regnamespace, 'graphile_worker'::regnamespace) order by 1`,
  `select indexdef from pg_indexes where schemaname in ('public', 'graphile_worker') order by 1`,
  `select tablename || policyname || qual from pg_policies order by 1`,
  `select relname || relrowsecurity::text || coalesce(relacl::text, '') from pg_class
   where relnamespace in ('public'::regnamespace, 'graphile_worker'::regnamespace) order by 1`,
  'select name from schema_migration order by 1',
]

test("the product's own schema comes back with its rows, keys and rights, and its jobs can be taken again", async () => {
  const ids = `('0192f000-0000-7000-8000-000000000001', '翠湖物业', '2026-11-20T08:40:00Z')`
  await ask(source.ownerUrl, `insert into company (id, name, created_at) values ${ids}`)
  await ask(source.ownerUrl, `select graphile_worker.add_job('wake', '{"n": 1}'::json, queue_name => 'one')`)
  await ask(
    source.ownerUrl,
    `update graphile_worker._private_jobs set locked_at = now(), locked_by = 'gone', attempts = 1`,
  )

  const file = join(folder, 'product.backup')
  const dataDir = join(folder, 'data')
  const made = await writeBackup({ url: source.ownerUrl, file, dataDir, now: '2026-11-20T08:40:00.000Z' })
  expect(made.tables).toBeGreaterThan(20)
  const url = withDatabase(inject('postgres').adminUrl, target)
  const restored = await restoreBackup({ url, file, dataDir, force: false, migrate })

  expect(restored).toMatchObject({ tables: made.tables, rows: made.rows, warnings: [] })
  for (const statement of CATALOGUE) expect(await ask(url, statement)).toEqual(await ask(source.ownerUrl, statement))
  expect(await ask(url, 'select name from company')).toEqual(['翠湖物业'])
  expect(await ask(url, 'select attempts, locked_by from graphile_worker._private_jobs')).toEqual([1, null])
  expect(await ask(url, `select id > 1 from graphile_worker.add_job('wake', '{}'::json)`)).toEqual([true])

  await ask(source.ownerUrl, `insert into graphile_worker.migrations (id) values (1000000)`)
  await writeBackup({ url: source.ownerUrl, file, dataDir, now: '2026-11-20T08:40:00.000Z' })
  const again = await restoreBackup({ url, file, dataDir, force: true, migrate })
  expect(again.warnings).toEqual([expect.stringContaining('background jobs')])
  expect(await ask(url, 'select count(*) from graphile_worker._private_jobs')).toEqual(['0'])
}, 60_000)
