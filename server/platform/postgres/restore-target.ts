import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { quoted } from './database-contents.ts'

/** Where a restore loads its rows: the database itself when it is empty, else a new one that replaces it at the end. */
export type RestoreTarget = {
  url: string
  /** Puts the restored database in its place. Returns what the operator should know. */
  commit(): Promise<string[]>
  /** Removes what was made. */
  rollback(): Promise<void>
}

/** For an empty database, which keeps what its administrator has set on it. */
export function inPlace(url: string): RestoreTarget {
  return { url, commit: async () => [], rollback: async () => undefined }
}

/**
 * For a database that holds something: the old one stays as it is until the new one is complete. Throws when somebody
 * is connected to it, or when the role may not create databases.
 */
export async function beside(url: string): Promise<RestoreTarget> {
  const name = databaseOf(url)
  const fresh = `${name}_restore_${randomBytes(4).toString('hex')}`
  await asAdmin(url, async (client) => {
    await refuseWhileUsed(client, name)
    await dropAbandoned(client, name)
    await client
      .query(`create database ${quoted(fresh)} template template0 encoding 'UTF8'`)
      .catch((error: unknown) => {
        if (error instanceof Error && 'code' in error && error.code === '42501') {
          throw new Error(
            'Restoring over a database that holds something needs a role that may create databases (CREATEDB). ' +
              'Or make a new, empty database and restore into that one.',
          )
        }
        throw error
      })
  })
  return {
    url: withDatabase(url, fresh),
    async commit() {
      const old = `${name}_before_${fresh.slice(-8)}`
      return asAdmin(url, async (client) => {
        await refuseWhileUsed(client, name)
        await client.query('begin')
        await client.query(`alter database ${quoted(name)} rename to ${quoted(old)}`)
        await client.query(`alter database ${quoted(fresh)} rename to ${quoted(name)}`)
        await client.query('commit')
        return client.query(`drop database ${quoted(old)}`).then(
          () => [],
          () => [`The replaced database could not be removed; it is now called ${old}.`],
        )
      })
    },
    async rollback() {
      await asAdmin(url, (client) => client.query(`drop database if exists ${quoted(fresh)}`))
    },
  }
}

async function refuseWhileUsed(client: Client, name: string): Promise<void> {
  const { rows } = await client.query<{ who: string }>(
    `select distinct coalesce(nullif(application_name, ''), 'process ' || pid) as who
     from pg_stat_activity where datname = $1 and pid <> pg_backend_pid() and backend_type = 'client backend'`,
    [name],
  )
  if (rows.length === 0) return
  const who = rows.map((row) => row.who).join(', ')
  throw new Error(`The database ${name} is in use (${who}). Stop the server before restoring over it.`)
}

// A restore that was killed leaves its half-made database.
async function dropAbandoned(client: Client, name: string): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select datname as name from pg_database where starts_with(datname, $1)
     and not exists (select 1 from pg_stat_activity a where a.datname = pg_database.datname)`,
    [`${name}_restore_`],
  )
  for (const row of rows) await client.query(`drop database if exists ${quoted(row.name)}`)
}

/** Runs `work` in the database of the same server that is there to administer others from. */
async function asAdmin<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: withDatabase(url, 'postgres'), application_name: 'wuyou restore' })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

function databaseOf(url: string): string {
  return decodeURIComponent(new URL(url).pathname.slice(1))
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${encodeURIComponent(name)}`
  return changed.toString()
}
