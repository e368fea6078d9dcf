import type { Uuid } from '#contract/values.ts'
import { plusMilliseconds } from '#platform/calendar/instants.rules.ts'
import type { Tx } from '#platform/db/tx.ts'
import { pauseLength, shiftSteps } from './clock.rules.ts'
import { refreshDue } from './clock.store.ts'
import { markPaused, markResumed, pausedClock } from './pause.store.ts'

type MatterId = { estate_id: Uuid; id: Uuid }

export const pauseClock = async (tx: Tx, matter: MatterId, clockId: Uuid, reason: string): Promise<undefined> => {
  await markPaused(tx, matter, clockId, reason)
  await refreshDue(tx, matter.estate_id, [matter.id])
  return undefined
}

/** Goes on where it stopped; the pause counts up to its limit and no longer. */
export const resumeClock = async (tx: Tx, matter: MatterId, clockId: Uuid, limitDays: number): Promise<undefined> => {
  const clock = await pausedClock(tx, matter, clockId)
  if (!clock?.paused_at) return undefined
  const lengthMs = pauseLength(clock.paused_at, tx.now, limitDays)
  const steps = shiftSteps(clock.steps, clock.step, lengthMs)
  await markResumed(tx, matter, clockId, {
    lengthMs,
    dueAt: plusMilliseconds(clock.due_at, lengthMs),
    steps,
    nextAt: steps[clock.step]?.at ?? null,
  })
  await refreshDue(tx, matter.estate_id, [matter.id])
  return undefined
}
