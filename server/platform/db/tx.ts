import { type Kysely, sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { isRefusal, type Refusal, type WarningCode } from '#contract/refusal.ts'
import type { Instant, Uuid } from '#contract/values.ts'
import { NO_ESTATE } from '../ids.ts'
import type { News } from '../live/live.ts'
import type { Database } from './pool.ts'
import type { DB } from './tables.ts'

/** The estates a transaction may see. `'all'` is for the system's own sweeps and never for a person. */
export type Scope = readonly Uuid[] | 'all'

/** Something a person should know although the work was done. */
export type Warning = { code: WarningCode; field?: string; details?: Record<string, unknown> }

/**
 * One transaction: the connection, its scope, and one `now` for all that happens in it.
 * `after` runs when the commit has succeeded (wake a job, tell the screens); what must not be lost is a row instead.
 */
export type Tx = {
  readonly db: Kysely<DB>
  readonly now: Instant
  readonly scope: Scope
  after(task: () => void): void
  /** News for screens, told after the commit. */
  tell(news: News): void
  /** Comes beside the answer; never stops the work. */
  warn(warning: Warning): void
  readonly warnings: readonly Warning[]
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** The text of `SET LOCAL app.estates`; refuses whatever is no uuid, because SET takes no parameters. */
export const scopeText = (scope: Scope): string => {
  if (scope === 'all') return '*'
  for (const id of scope) if (!UUID.test(id)) throw new Error('a scope holds estate ids only')
  return [...scope, NO_ESTATE].join(',')
}

const RETRIED = new Set(['40001', '40P01'])
const sqlState = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined

export type TxOptions = {
  scope: Scope
  readOnly?: boolean
  /** All statements see the database as it was at the first of them. */
  snapshot?: boolean
  now?: Instant
}

/**
 * Runs `work` in one transaction with row-level security set to the scope. A returned Refusal rolls back.
 * Deadlocks and serialisation failures are tried again, three times at most.
 */
export const inTransaction = async <T>(
  database: Database,
  options: TxOptions,
  work: (tx: Tx) => Promise<T | Refusal>,
): Promise<T | Refusal> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await once(database, options, work)
    } catch (error) {
      if (attempt >= 3 || !RETRIED.has(sqlState(error) ?? '')) throw error
    }
  }
}

const once = async <T>(database: Database, options: TxOptions, work: (tx: Tx) => Promise<T | Refusal>) => {
  const tasks: (() => void)[] = []
  const warnings: Warning[] = []
  const answer = await database.kysely.connection().execute(async (db) => {
    const level = options.snapshot ? ' isolation level repeatable read' : ''
    const begin = `begin${level}${options.readOnly ? ' read only' : ''}`
    await sql.raw(`${begin}; set local app.estates = '${scopeText(options.scope)}'`).execute(db)
    let done = false
    try {
      const now = options.now ?? instantNow()
      const result = await work({
        db,
        now,
        scope: options.scope,
        after: (task) => tasks.push(task),
        tell: (news) => tasks.push(() => database.onNews?.(news)),
        warn: (warning) => warnings.push(warning),
        warnings,
      })
      await sql.raw(isRefusal(result) ? 'rollback' : 'commit').execute(db)
      done = true
      return result
    } finally {
      if (!done)
        await sql
          .raw('rollback')
          .execute(db)
          .catch(() => undefined)
    }
  })
  if (!isRefusal(answer)) for (const task of tasks) task()
  return answer
}

/** Now, as an instant with milliseconds. */
export const instantNow = (): Instant => Temporal.Now.instant().toString({ smallestUnit: 'millisecond' })
