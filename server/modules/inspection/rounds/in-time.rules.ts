import type { Instant } from '#contract/values.ts'
import { OUT_OF_USE } from './left-out.rules.ts'

type Ended = { due_at: Instant; done_at: Instant }
type Stop = { done_at: Instant | null; skipped_reason: string | null }

/**
 * When a round was truly done: with its last place, however long after that it was signed; where a place was left out
 * with its signature, for the reason was said then. One that was switched off meanwhile is nobody's to wait for.
 */
export const trulyDoneAt = ({ done_at }: Pick<Ended, 'done_at'>, stops: readonly Stop[]): Instant => {
  const asked = stops.filter((stop) => stop.skipped_reason !== OUT_OF_USE)
  const done = asked.flatMap((stop) => stop.done_at ?? []).sort()
  const last = done.at(-1) ?? done_at
  return done.length === asked.length || last > done_at ? last : done_at
}

export const isInTime = (round: Ended, stops: readonly Stop[]): boolean => trulyDoneAt(round, stops) <= round.due_at
