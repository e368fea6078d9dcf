import type { Sessions } from './auth/sessions.ts'
import type { SignIn } from './auth/sign-in.ts'
import type { Config } from './config/config.ts'
import type { Keys } from './config/keys.ts'
import type { Database } from './db/pool.ts'
import type { Live } from './live/live.ts'
import type { Signals } from './live/signals.ts'
import type { Log } from './log/log.ts'

/** What main.ts opens once and hands to those who need it. */
export type House = {
  config: Config
  keys: Keys
  log: Log
  database: Database
  signals: Signals
  live: Live
  signIn: SignIn
  sessions: Sessions
}
