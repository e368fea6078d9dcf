import type { Instant } from '#contract/values.ts'
import { plusMilliseconds } from '../calendar/instants.rules.ts'

/** What a channel said of one message. `again`: the gateway was away or busy; `never`: it will not take this one. */
export type Outcome = { kind: 'sent' } | { kind: 'again'; error: string } | { kind: 'never'; error: string }

const MINUTE = 60_000
/** Waits before the second and every further try; after the last one the message has failed. */
export const RETRY_AFTER_MS: readonly number[] = [MINUTE, 5 * MINUTE, 15 * MINUTE, 60 * MINUTE]

/** How long a taken message belongs to its sender; longer than any gateway may need to answer. */
export const LEASE_MS = 2 * MINUTE

export type Next = { state: 'sent' | 'waiting' | 'failed'; notBefore: Instant; error: string | null }

/** What becomes of a message after try number `attempts`. */
export const afterTry = (outcome: Outcome, attempts: number, now: Instant): Next => {
  if (outcome.kind === 'sent') return { state: 'sent', notBefore: now, error: null }
  const error = outcome.error.slice(0, 300)
  const wait = outcome.kind === 'again' ? RETRY_AFTER_MS[attempts - 1] : undefined
  return wait === undefined
    ? { state: 'failed', notBefore: now, error }
    : { state: 'waiting', notBefore: plusMilliseconds(now, wait), error }
}
