import type { Uuid } from '#contract/values.ts'
import type { Database } from '../db/pool.ts'
import { keptFor } from '../kept.ts'
import type { Signals } from '../live/signals.ts'
import type { Actor } from './actor.ts'
import { loadActor, type SecondFactorPolicy } from './load-actor.ts'
import type { SignIn } from './sign-in.ts'

const KEPT_MS = 5_000
const LIMIT = 5_000

export type Sessions = {
  /** Who sends this request; null when nobody is signed in. */
  actorOf(headers: Headers): Promise<Actor | null>
  /** Ends what is remembered of a person in every process, at once: sign-out, dismissal, changed roles. */
  forget(staffId: Uuid): void
}

/**
 * A verified session is remembered for five seconds (checking one costs a millisecond of CPU); `forget`
 * holds here at once and reaches every other process through LISTEN/NOTIFY, so a dismissal does not wait for the five seconds.
 */
export const makeSessions = (
  database: Database,
  signIn: SignIn,
  signals: Signals,
  policy: SecondFactorPolicy,
): Sessions => {
  const kept = keptFor<string, Actor | null>(KEPT_MS, LIMIT)
  const forgetHere = (staffId: Uuid) => kept.forgetWhere((actor) => actor?.id === staffId)
  signals.on('session', forgetHere)
  const verify = async (headers: Headers): Promise<Actor | null> => {
    const session = await signIn.api.getSession({ headers })
    return session ? loadActor(database, session.user.id, policy) : null
  }
  return {
    async actorOf(headers) {
      const cookie = sessionCookie(headers.get('cookie'))
      if (cookie === undefined) return null
      return kept.of(cookie, () => verify(headers))
    },
    forget: (staffId) => {
      forgetHere(staffId)
      signals.send('session', staffId)
    },
  }
}

const sessionCookie = (header: string | null): string | undefined =>
  header
    ?.split(';')
    .map((part) => part.trim())
    .find((part) => /^(__Secure-)?wuyou\.session_token=/.test(part))
