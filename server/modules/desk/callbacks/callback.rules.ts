import type { AttemptCallback } from '#contract/callbacks.ts'
import { type KindShape, startsOf } from '#contract/kind.ts'
import { type Refusal, refuse } from '#contract/refusal.ts'
import type { Instant } from '#contract/values.ts'
import { plusMilliseconds, toInstant } from '#platform/calendar/instants.rules.ts'
import { localDateOf, type WorkCalendar } from '#platform/calendar/working-days.rules.ts'

const FARTHEST_MS = 90 * 86_400_000
const IN_VAIN: readonly string[] = ['noAnswer', 'wrongNumber']

/** A customer is called back in the states from which a dissatisfied answer leads back to the work. */
export const isCallable = (kind: KindShape, state: string): boolean => {
  const verb = kind.verbs.notSatisfied
  return verb !== undefined && startsOf(kind, verb).includes(state)
}

/** Rework and reopening begin a new round of tries. */
export const roundOf = (matter: { attempt: number; reopened_count: number }): number =>
  matter.attempt + matter.reopened_count

/** What each outcome must bring along; a text a person reads is never made up. */
export const checkAttempt = (input: AttemptCallback, now: Instant): Refusal | undefined => {
  if (input.override && !input.overrideWords) return refuse('E_REASON_MISSING', { field: 'body.overrideWords' })
  if (input.outcome === 'reached' && !input.satisfaction) return refuse('E_INPUT', { field: 'body.satisfaction' })
  if (input.outcome === 'reached' && input.satisfaction === 'notSatisfied' && !input.words)
    return refuse('E_REASON_MISSING', { field: 'body.words' })
  if (input.outcome !== 'later') return undefined
  if (!input.nextAt) return refuse('E_INPUT', { field: 'body.nextAt' })
  const next = toInstant(input.nextAt)
  if (next <= now) return refuse('E_TIME_PAST', { field: 'body.nextAt', details: { now } })
  const latest = plusMilliseconds(now, FARTHEST_MS)
  return next > latest ? refuse('E_TIME_RANGE', { field: 'body.nextAt', details: { latest } }) : undefined
}

type Try = { at: Instant; outcome: string; current: boolean }
export type Tries = { tries: number; days: number }

/** Tries in vain of this round, and on how many local days. */
export const triesInVain = (attempts: readonly Try[], calendar: WorkCalendar): Tries => {
  const vain = attempts.filter((a) => a.current && IN_VAIN.includes(a.outcome))
  return { tries: vain.length, days: new Set(vain.map((a) => localDateOf(calendar, a.at))).size }
}

/** metrics, CP-120: three tries on two different days before anybody counts as unreachable. */
export const isUnreachable = (done: Tries, needed: Tries): boolean =>
  done.tries >= needed.tries && done.days >= needed.days

/** How a move was made when nobody wrote an attempt besides. */
export const directResult = (
  verb: string,
  before: { state: string; open: boolean },
  after: { open: boolean },
  input: unknown,
): { satisfaction: 'satisfied' | 'neutral' | 'notSatisfied'; words: string | null; how: string } | undefined => {
  const given = (name: string): string | null => {
    const value = typeof input === 'object' && input !== null ? (input as Record<string, unknown>)[name] : undefined
    return typeof value === 'string' ? value : null
  }
  const how = given('how') ?? 'phone'
  if (verb === 'notSatisfied') return { satisfaction: 'notSatisfied', words: given('missing'), how }
  const satisfaction = given('satisfaction')
  if (satisfaction !== 'satisfied' && satisfaction !== 'neutral') return undefined
  if (verb === 'callBack') return { satisfaction, words: given('words'), how }
  // closing out of RESOLVED is the moment in which the customer is told; an answer on the spot is no callback
  if (verb === 'close' && before.open && !after.open && before.state === 'RESOLVED')
    return { satisfaction, words: given('feedback'), how }
  return undefined
}
