import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { runMigrations } from 'graphile-worker'
import pg from 'pg'
import { APP_ROLE } from './pool.ts'
import { applyStandingRules } from './standing-rules.ts'

const FOLDER = new URL('../../../db/migrations/', import.meta.url)
const LOCK = 7_203_771

/**
 * Brings a database to the newest schema (or to `upTo`, a file name). Forward only, one transaction a file,
 * one migrating process at a time. Throws when a file that was applied has been changed since. Returns what it applied.
 */
export const migrate = async (ownerUrl: string, options: { upTo?: string } = {}): Promise<string[]> => {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    const applied = await applyFiles(client, options.upTo)
    await runMigrations({ connectionString: ownerUrl })
    await applyStandingRules(client)
    return applied
  } finally {
    await client.end()
  }
}

const applyFiles = async (client: pg.Client, upTo: string | undefined): Promise<string[]> => {
  await ensureRole(client)
  await client.query(`create table if not exists schema_migration (
    name text constraint schema_migration_pk primary key, sha256 text not null, applied_at timestamptz(3) not null default now())`)
  await client.query(`comment on table schema_migration is 'local'`)
  const known = new Map(
    (await client.query<{ name: string; sha256: string }>('select name, sha256 from schema_migration')).rows.map(
      (r) => [r.name, r.sha256],
    ),
  )
  const applied: string[] = []
  for (const name of readdirSync(FOLDER)
    .filter((f) => f.endsWith('.sql'))
    .sort()) {
    const body = readFileSync(new URL(name, FOLDER), 'utf8')
    const sha256 = createHash('sha256').update(body).digest('hex')
    const before = known.get(name)
    if (before !== undefined && before !== sha256)
      throw new Error(`migration ${name} was changed after it had been applied`)
    if (before === undefined) {
      await applyOne(client, name, sha256, body)
      applied.push(name)
    }
    if (name === upTo) break
  }
  return applied
}

const applyOne = async (client: pg.Client, name: string, sha256: string, body: string) => {
  try {
    await client.query('begin')
    await client.query(body)
    await client.query('insert into schema_migration (name, sha256) values ($1, $2)', [name, sha256])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`migration ${name} failed: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    })
  }
}

// the role is the cluster's, not the database's: another database may have made it, even in this moment
const ensureRole = async (client: pg.Client) => {
  const { rows } = await client.query('select 1 from pg_roles where rolname = $1', [APP_ROLE])
  if (rows.length === 0)
    await client.query(
      `do $$ begin create role ${APP_ROLE} nologin; exception when duplicate_object or unique_violation then null; end $$`,
    )
  await client.query(`grant ${APP_ROLE} to current_user`)
}
