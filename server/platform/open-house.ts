import type { Role } from '#contract/permissions.ts'
import { ROLES, SECOND_FACTOR_ROLES } from '#contract/permissions.ts'
import { makeSessions } from './auth/sessions.ts'
import { makeSignIn } from './auth/sign-in.ts'
import { watchCalendars } from './calendar/load-calendar.ts'
import type { Config } from './config/config.ts'
import { readKeys } from './config/keys.ts'
import { openDatabase, openSignInPool } from './db/pool.ts'
import type { House } from './house.ts'
import { makeLive } from './live/live.ts'
import { openSignals } from './live/signals.ts'
import type { Log } from './log/log.ts'
import { watchSettings } from './settings/settings.ts'

export type OpenHouse = House & { close(): Promise<void> }

/** Opens everything that the server, the jobs and the command line share, on a migrated database. */
export const openHouse = async (
  config: Config,
  log: Log,
  databaseUrl: string,
  publicUrl: string,
): Promise<OpenHouse> => {
  const keys = readKeys(config)
  const database = openDatabase(databaseUrl, { max: config.DATABASE_POOL })
  const signInPool = openSignInPool(databaseUrl)
  const signals = await openSignals(databaseUrl, (error) => log.warn({ err: error }, 'signals'))
  watchSettings(signals)
  watchCalendars(signals)
  const live = makeLive(signals)
  database.onNews = live.tell
  const signIn = makeSignIn(signInPool, { secret: keys.authSecret, publicUrl, attemptsPerMinute: 20 })
  const sessions = makeSessions(database, signIn, signals, {
    required: config.SECOND_FACTOR === 'required',
    roles: new Set(await secondFactorRoles(database)),
  })
  return {
    config,
    keys,
    log,
    database,
    signals,
    live,
    signIn,
    sessions,
    close: async () => {
      await signals.close()
      await signInPool.end()
      await database.close()
    },
  }
}

const isRole = (value: unknown): value is Role => typeof value === 'string' && Object.hasOwn(ROLES, value)

const secondFactorRoles = async (database: ReturnType<typeof openDatabase>): Promise<readonly Role[]> => {
  const row = await database.kysely
    .selectFrom('company_setting')
    .select('value')
    .where('key', '=', 'security.secondFactorRoles')
    .executeTakeFirst()
  return Array.isArray(row?.value) ? row.value.filter(isRole) : SECOND_FACTOR_ROLES
}
