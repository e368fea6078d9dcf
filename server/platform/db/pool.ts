import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { News } from '../live/live.ts'
import { named } from './prepared.ts'
import type { DB } from './tables.ts'
import { TYPES } from './types.ts'

export const APP_ROLE = 'wuyou_app'

export type Database = {
  kysely: Kysely<DB>
  pool: pg.Pool
  url: string
  /** Where news of committed work goes; set when the house is opened. */
  onNews?: (news: News) => void
  close(): Promise<void>
}

const SESSION = `-c role=${APP_ROLE} -c timezone=UTC -c statement_timeout=60000 -c idle_in_transaction_session_timeout=60000`

/**
 * A server that goes away ends connections, also those that are lent out between two statements or just being ended; whoever
 * has one hears of it at the next statement, and the pool makes new ones. Without a listener the error would end the process.
 */
export const outliveTheServer = (pool: pg.Pool, hear: (error: Error) => void = () => undefined): pg.Pool => {
  pool.on('error', hear)
  pool.on('connect', (client) => client.on('error', hear))
  return pool
}

/** A small pool for the sign-in library, which wants its times as Date; same role, same limits. */
export const openSignInPool = (url: string): pg.Pool =>
  outliveTheServer(new pg.Pool({ connectionString: url, max: 4, application_name: 'wuyou sign-in', options: SESSION }))

/**
 * Opens the server's pool. Every connection runs as the role `wuyou_app`, which owns nothing and cannot
 * bypass row-level security; the role is the session's default, so `reset role` does not leave it.
 */
export const openDatabase = (url: string, options: { max: number; application?: string }): Database => {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max,
    application_name: options.application ?? 'wuyou',
    options: SESSION,
    types: TYPES,
    connectionTimeoutMillis: 10_000,
  })
  outliveTheServer(pool)
  pool.on('connect', (client) => named(client))
  const kysely = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) })
  return { kysely, pool, url, close: () => kysely.destroy() }
}
